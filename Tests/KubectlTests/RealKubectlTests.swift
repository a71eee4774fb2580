import Foundation
import Kubectl
import Testing

/// Mistakes that kubectl finds without a server, asked of the kubectl of this machine as well: the
/// same words and the same exit status.
@Suite struct RealKubectlTests {
  static let program = ["/usr/bin/kubectl", "/usr/local/bin/kubectl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What releases word differently: how an older one says it, and how 1.36 does.
  private static let newerWords: [(old: String, new: String)] = [
    ("Error: unknown ", "error: unknown "), ("Error: flag needs", "error: flag needs"),
    ("Error: invalid argument", "error: invalid argument"),
    (
      ", allowed formats are: go-template,go-template-file,json,jsonpath,jsonpath-as-json,"
        + "jsonpath-file,name,",
      ", allowed formats are: go-template,go-template-file,json,jsonpath,"
        + "jsonpath-as-json,jsonpath-file,kyaml,name,"
    ),
  ]

  @Test(
    .enabled(if: RealKubectlTests.program != nil, "no kubectl on this machine to compare with"),
    arguments: [
      "get --foo", "get -xyz", "get --output", "get pods -o", "get -n", "--foo", "-x",
      "scale --replicas=x", "scale --replicas=3x deployment web", "get --watch=maybe",
      "logs x --since=5", "logs x --since=five", "logs x --tail=many", "delete pod x --timeout=1",
      "scale", "run", "run x", "create deployment", "create deployment x", "autoscale",
      "autoscale deployment x", "create cronjob x --image=y", "create cronjob x --schedule=y",
      "create deployment a b --image=x", "create configmap", "create secret generic",
      "create secret tls x", "create namespace", "create ns a b", "create sa", "create quota",
      "create job", "create service clusterip", "create token", "create role",
      "create priorityclass",
      "rollout nope", "create nope", "config nope", "top nope", "auth nope", "set nope",
      "rollout undo", "rollout status", "rollout history", "rollout pause", "rollout restart",
      "top pod a b", "top node a b", "version foo", "version -o foo", "api-resources x",
      "api-versions x", "api-resources --sort-by=foo", "get", "describe", "delete", "edit",
      "apply", "apply x", "create", "replace", "replace x", "patch", "patch pod x",
      "label", "annotate", "taint", "cordon", "uncordon", "drain", "logs", "exec", "attach",
      "cp", "cp a", "explain", "explain a b", "wait pod/x --for=foo",
      "set image", "set env", "set resources", "set serviceaccount", "set selector", "expose",
      "port-forward", "port-forward x", "debug", "completion", "completion foo",
      "completion a b", "config set-context", "config set-context a --current",
      "config delete-user", "config get-contexts -o yaml", "config view -o foo", "plugin nope",
      "auth can-i", "run x --image=y --restart=Sometimes", "get pods --chunk-size=many",
      "create deployment x --image=y --dry-run=maybe", "delete pods --cascade=maybe --all",
      "create -f /nowhere/x.yaml --dry-run=client", "apply -f /nowhere/x.yaml --dry-run=client",
      "set image -f /nowhere/x.yaml a=b --local",
      "create service nodeport x --tcp=a --dry-run=client",
      "create secret generic x --from-literal=a --dry-run=client",
      "create configmap x --from-literal=a --dry-run=client",
      "create configmap x --from-file=/nowhere --dry-run=client",
      "create pdb x", "create pdb x --selector=a=b", "create quota x --hard=a --dry-run=client",
      "create job x --dry-run=client", "create priorityclass x --dry-run=client",
    ])
  func aMistakeIsToldAlike(_ line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let real = try #require(try Self.answer(to: words))
    var fixture = try Fixture()
    let reply = fixture.run(line)
    #expect(reply.text.trimmingCharacters(in: .whitespacesAndNewlines) == real.text)
    #expect(reply.status == real.status)
  }

  private static func answer(to words: [String]) throws -> (text: String, status: Int32)? {
    guard let program else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    process.environment = ["KUBECONFIG": "/dev/null", "HOME": "/nonexistent", "PATH": "/usr/bin"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (inWordsOf136(text), process.terminationStatus)
  }

  private static func inWordsOf136(_ text: String) -> String {
    var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    // The error that ends an older kubectl comes through its log.
    if let range = text.range(of: "\"command failed\" err=\""), text.hasSuffix("\"") {
      text = "error: " + text[range.upperBound...].dropLast().replacing("\\\"", with: "\"")
    }
    for words in newerWords { text = text.replacing(words.old, with: words.new) }
    return text
  }
}
