import Kubectl
import Testing

@testable import Shell

/// Texts made to fill the memory, to take for ever or to steer the screen are refused, in kubectl's
/// words where it has some.
struct HostileTextTests {
  /// A session that finds these texts in files.
  private func session(_ files: [String: String]) -> Session {
    var host = Host()
    host.readFile = { path throws(HostProblem) in
      guard let text = files[path] else { throw .missing }
      return text
    }
    host.look = { files[$0] == nil ? .missing : .file }
    return Session(.standard(), manner: .script, host: host)
  }

  private func configMap(_ metadata: String, data: String = "") -> String {
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n\(metadata)\n\(data)"
  }

  private func text(_ reply: Reply) -> String { reply.chunks.map(\.text).joined() }

  @Test(arguments: [
    // Ten lines that stand for billions of values.
    (
      "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + "bcdefghij".unicodeScalars.map { scalar in
          let before = Character(Unicode.Scalar(scalar.value - 1) ?? "a")
          let all = Array(repeating: "*\(before)", count: 10).joined(separator: ",")
          return "\(scalar): &\(scalar) [\(all)]\n"
        }.joined(), "the document holds more than 200000 values"
    ),
    ("a: &a [*a]\n", "found undefined alias"),
    (String(repeating: "[", count: 100_000), "Maximum nesting level reached"),
    (String(repeating: "- ", count: 20_000), "Maximum nesting level reached"),
    (String(repeating: "{\"a\":", count: 100_000), "Maximum nesting level reached"),
    (String(repeating: "---\n", count: 200_001), "the text has more than 200000 lines"),
    (String(repeating: "[1],", count: 600_001), "the text has more than 600000 commas"),
    ("a: b\0c", "control characters are not allowed"),
    ("a: .inf", "error converting YAML to JSON: json: unsupported value: +Inf"),
    ("a: [-.Inf]", "json: unsupported value: -Inf"), ("a: .NaN", "json: unsupported value: NaN"),
  ])
  func hostileYAMLIsRefused(yaml: String, said: String) {
    var session = session(["x.yaml": yaml])
    let reply = session.reply(to: "kubectl apply -f x.yaml")
    #expect(reply.status == 1)
    #expect(text(reply).contains(said), "\(text(reply).prefix(300))")
  }

  @Test func whatIsTooLargeForANumberIsAText() {
    var session = session([
      "x.yaml": configMap("  name: x", data: "data: {a: 1e400, b: \"2\"}\n"),
      "marked.yaml": "\u{FEFF}" + configMap("  name: marked"),
    ])
    #expect(session.reply(to: "kubectl apply -f x.yaml -f marked.yaml").status == 0)
    let value = session.reply(to: "kubectl get cm x -o jsonpath='{.data.a}'")
    #expect(text(value) == "1e400")
  }

  @Test func annotationsHaveOnlySoMuchRoom() {
    let large = String(repeating: "x", count: 262_144)
    var session = session([
      "data.yaml": configMap("  name: x", data: "data: {a: \(large)}\n"),
      "note.yaml": configMap("  name: x\n  annotations: {a: \(large)}"),
      "key.yaml": configMap("  name: other\n  annotations: {a b: c}"),
    ])
    let problem =
      "The ConfigMap \"x\" is invalid: metadata.annotations: Too long: may not be more than 262144 "
      + "bytes\n"
    // What was applied is kept in an annotation too.
    #expect(text(session.reply(to: "kubectl apply -f data.yaml")) == problem)
    #expect(text(session.reply(to: "kubectl create -f note.yaml")) == problem)
    #expect(session.reply(to: "kubectl create -f data.yaml").status == 0)
    let why = "metadata.annotations: Invalid value: \"a b\": name part must consist of"
    #expect(text(session.reply(to: "kubectl create -f key.yaml")).contains(why))
  }

  /// Names are told as Go quotes them.
  @Test func noNameSteersTheScreen() {
    var session = session(["x.yaml": configMap("  name: \"x\\e[2J\\a\"")])
    for command in ["apply -f x.yaml", "get pod $'x\\e[2J'", "get pod \"$(printf 'x\\033[2J')\""] {
      let said = text(session.reply(to: "kubectl " + command))
      #expect(!said.unicodeScalars.contains("\u{1B}"), "\(said.debugDescription)")
    }
    let said = text(session.reply(to: "kubectl apply -f x.yaml"))
    #expect(said.hasPrefix("The ConfigMap \"x\\x1b[2J\\a\" is invalid: metadata.name: "), "\(said)")
  }

  /// A hundred variables, each twice as long as the one before.
  @Test func variablesOfVariablesStopToGrow() {
    let variables = (0..<100).map { "    - {name: A\($0), value: x$(A\($0 - 1))$(A\($0 - 1))}\n" }
    var session = session([
      "x.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n"
        + "  - name: a\n    image: nginx\n    env:\n" + variables.joined()
    ])
    session.run("kubectl apply -f x.yaml; advance 10s")
    let said = text(session.reply(to: "kubectl describe pod x"))
    #expect(said.contains("argument list too long"), "\(said)")
  }

  @Test(arguments: [
    ("x=a; while true; do x=$x$x; done", "out of memory"),
    ("x=$(seq 1 100000); for i in 1 2 3 4 5 6; do x=\"$x$x$x\"; done; echo $x$x$x | wc -c", ""),
    ("echo '" + String(repeating: "x", count: 5_000_000) + "'", "too long"),
    (String(repeating: "(", count: 100_000), "unexpected"),
    ("echo " + String(repeating: "$(", count: 100_000), "nested too deeply"),
    (String(repeating: "for i in a; do ", count: 10_000), "nested too deeply"),
  ])
  func hostileLinesAreRefused(line: String, said: String) {
    var session = session([:])
    let reply = session.reply(to: line)
    #expect(reply.status == 2)
    #expect(text(reply).contains(said), "\(text(reply).prefix(300))")
  }

  @Test func aQuoteThatIsNeverClosedIsReadOnce() {
    var session = session([:])
    var count = 0
    let status = session.runScript {
      count += 1
      return count == 1 ? "echo '" : count < 20_000 ? "a line" : nil
    }
    #expect(status == 2)
    var lines = ["cat <<EOF | wc -l", "a'", "EOF", "nonsense &&& x", "echo never"][...]
    var said = ""
    session.host.write = { said += $0.text }
    #expect(session.runScript { lines.popFirst() } == 2)
    #expect(said.contains("1\n") && said.contains("line 4") && !said.contains("never"), "\(said)")
  }

  /// Many members of one object, and the pictures of it.
  @Test func manyLabelsAreNoMatter() {
    let labels = (0..<5_000).map { "    l\($0): v\n" }.joined()
    var session = session([
      "x.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\n  labels:\n\(labels)"
        + "spec:\n  containers:\n  - {name: a, image: nginx}\n"
    ])
    #expect(session.reply(to: "kubectl apply -f x.yaml; advance 5s; map").status == 0)
    #expect(text(session.reply(to: "kubectl get pod -l l4999=v -o name")) == "pod/x\n")
  }
}
