import Engine
import Foundation
import Kubectl
import Lessons
import Manifests
import Objects
import Simulation
import Testing

@testable import Shell

/// What is exported can be applied elsewhere, and makes the same of another cluster.
@Suite struct ExportTests {
  private static let library = Library(GoldenSession.lessonFiles)

  /// A session whose files are kept in memory.
  static func session(_ start: ClusterStart, _ files: [String: String] = [:]) -> Session {
    var host = Host()
    let folder = MemoryFolder(files)
    host.readFile = { path throws(HostProblem) in
      guard let text = folder.files[path] else { throw .missing }
      return text
    }
    host.look = { folder.files[$0] == nil ? .missing : .file }
    host.writeFile = { path, text, appending throws(HostProblem) in
      folder.files[path] = (appending ? folder.files[path] ?? "" : "") + text
    }
    return Session(start, manner: .script, host: host)
  }

  /// Applies what a session exports to a fresh cluster with the same machines; what that exports.
  private func copied(_ session: Session) -> (first: String, second: String, complaints: String) {
    var session = session
    _ = session.reply(to: "advance 2m")
    let first = ClusterExport(of: session.world).text
    var fresh = Self.session(session.start, ["export.yaml": first])
    guard !first.isEmpty else { return (first, first, "") }
    let applied = fresh.reply(to: "kubectl apply -f export.yaml --validate=strict")
    _ = fresh.reply(to: "advance 2m")
    return (first, ClusterExport(of: fresh.world).text, applied.text(.err))
  }

  private func check(_ session: Session, _ name: String) {
    let (first, second, complaints) = copied(session)
    #expect(complaints == "", "\(name)")
    #expect(
      first == second,
      "\(name): \(LineDifference.lines(from: Lines(first).lines, to: Lines(second).lines))")
  }

  @Test(arguments: library.scenarios.map(\.scenario.id).filter { $0 != "large" })
  func aScenarioGoesOver(id: String) throws {
    let entry = try #require(Self.library.scenarios.first { $0.scenario.id == id })
    let start = try #require(
      Self.library.start(cluster: entry.scenario.cluster, beside: entry.file, seed: 1))
    let files = Dictionary(
      entry.scenario.files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    var session = Self.session(start, files)
    for script in entry.scenario.setup { _ = session.reply(to: script.text) }
    check(session, id)
  }

  @Test(arguments: library.lessons.map(\.lesson.id))
  func theEndOfALessonGoesOver(id: String) throws {
    let entry = try #require(Self.library.lessons.first { $0.lesson.id == id })
    let start = try #require(
      Self.library.start(cluster: entry.lesson.cluster, beside: entry.file, seed: 1))
    let files = Dictionary(
      entry.lesson.steps.flatMap(\.files).map { ($0.name, $0.text) },
      uniquingKeysWith: { _, last in last })
    var session = Self.session(start, files)
    for step in entry.lesson.steps {
      for script in step.setup + [step.solution].compactMap(\.self) {
        _ = session.reply(to: script.text)
      }
    }
    check(session, id)
  }

  @Test(arguments: Array(UInt64(0)..<6))
  func aChanceWorldGoesOver(seed: UInt64) {
    var chance = ChanceSession(seed: seed)
    for _ in 0..<12 { chance.step() }
    chance.heal()
    check(chance.session, "seed \(seed): \(chance.commands)")
  }

  /// Words behind `export`, and the objects that it writes.
  @Test(arguments: [
    ("", ["Namespace/shop", "ConfigMap/a", "ConfigMap/b", "Deployment/web"]),
    ("-", ["Namespace/shop", "ConfigMap/a", "ConfigMap/b", "Deployment/web"]),
    ("-n shop", ["Namespace/shop", "ConfigMap/b"]), ("-n default cm", ["ConfigMap/a"]),
    ("deploy,ns", ["Namespace/shop", "Deployment/web"]), ("-l app=web", ["Deployment/web"]),
    ("-l app=shop", ["Namespace/shop", "ConfigMap/b"]),
    (
      "-A deploy",
      ["Deployment/web", "Deployment/coredns", "Deployment/metrics-server"]
    ),
    ("-n nowhere", []),
  ])
  func whatIsWritten(words: String, expected: [String]) throws {
    var session = Self.session(.standard())
    for line in [
      "create deployment web --image=nginx:1.27 --replicas=2", "create ns shop",
      "create cm a --from-literal=x=y", "kubectl -n shop create cm b --from-literal=x=y",
      "kubectl -n shop label cm b app=shop", "advance 10s",
    ] {
      #expect(session.reply(to: line).status == 0, "\(line)")
    }
    let reply = session.reply(to: "export \(words)")
    #expect(reply.status == 0)
    let documents = try YAML.documents(in: reply.text(.out)).map(\.value)
    #expect(
      documents.filter { $0 != .null }.map {
        "\($0["kind"]?.string ?? "")/\($0.value(at: ["metadata", "name"])?.string ?? "")"
      } == expected)
  }

  /// Nothing is left in it that only the server says.
  @Test func nothingOfTheServersIsWritten() {
    var session = Self.session(.standard())
    for line in [
      "create deployment web --image=nginx:1.27", "expose deployment web --port=80",
      "run solo --image=nginx:1.27", "create job j --image=busybox:1.36 -- sleep 5",
      "create secret generic s --from-literal=a=b", "advance 20s",
    ] {
      #expect(session.reply(to: line).status == 0, "\(line)")
    }
    let text = ClusterExport(of: session.world).text
    for field in [
      "status:", "uid:", "resourceVersion", "creationTimestamp", "managedFields", "nodeName",
      "clusterIP", "kube-api-access", "controller-uid", "generation", "last-applied",
      "kube-root-ca",
      "kind: ReplicaSet", "kind: EndpointSlice", "kind: Event", "terminationMessagePath",
    ] {
      #expect(!text.contains(field), "\(field)")
    }
  }

  /// `export` still sets variables.
  @Test func variablesAreSet() {
    var session = Self.session(.standard())
    #expect(session.reply(to: "export NS=shop; echo $NS; export NS").text == "shop\n")
    #expect(session.reply(to: "export nowhere").status == 1)
  }

  @Test func machinesGoOver() throws {
    var session = Self.session(.standard())
    for line in [
      "add node big --cpu 16 --memory 64Gi --zone a --taint gpu=yes:NoSchedule", "advance 1m",
      "label node worker-1 disk=ssd", "export --nodes nodes.yaml",
    ] {
      #expect(session.reply(to: line).status == 0, "\(line)")
    }
    let text = try session.host.readFile("nodes.yaml")
    let nodes = try NodeFile.nodes(in: text)
    #expect(nodes.map(\.metadata.name).contains("big"))
    let fresh = Self.session(ClusterStart(nodes: nodes))
    #expect(NodeExport(of: fresh.world).text == text)
  }
}

/// Files that last as long as a test.
final class MemoryFolder {
  var files: [String: String]

  init(_ files: [String: String]) { self.files = files }
}
