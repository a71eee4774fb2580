import Engine
import Foundation
import Kubectl
import Testing

@testable import Shell

/// A session written as a shell script says the same to a real shell and to podlab.
@Suite struct SessionScriptTests {
  private static let sessions: [[String]] = [
    [
      "create deployment web --image=nginx:1.27 --replicas=2", "advance 10s",
      "k expose deployment web --port=80", "scale deployment web --replicas=4", "advance",
      "kubectl create ns shop", "kubectl -n shop create cm c --from-literal=a='b c'",
    ],
    [
      "for x in a b; do run $x --image=nginx:1.27; done", "advance 5s",
      "get pods -o name | xargs -n 1 label --overwrite tier=front",
      "delete pod a --now && advance 5s", "timeout 30 wait --for=condition=Ready pod/b",
    ],
    [
      "NAME=web", "create deployment $NAME --image=nginx:1.27",
      "label deployment \"$NAME\" \"note=$(echo one)\"",
      "if get deployment web; then scale deployment web --replicas=3; fi",
      "apply -f - <<EOF\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: q}\n"
        + "data: {a: \"it's $NAME\"}\nEOF",
    ],
    [
      "alias kd='kubectl create deployment'", "kd web --image=nginx:1.27",
      "set image deployment/web nginx=nginx:1.28", "rollout status deployment/web",
      "create deployment gone --image=nginx:1.27", "undo",
    ],
  ]

  @Test(arguments: sessions)
  func aScriptLeadsToTheSameCluster(lines: [String]) throws {
    var session = ExportTests.session(.standard())
    for line in lines { _ = session.reply(to: line) }
    let script = session.reply(to: "export --script").text(.out)
    try expectReadable(script)
    #expect(!script.contains("gone"))
    var other = ExportTests.session(.standard())
    let reply = other.reply(to: script)
    #expect(reply.text(.err).isEmpty, "\(script)\n\(reply.text(.err))")
    _ = session.reply(to: "advance 2m")
    _ = other.reply(to: "advance 2m")
    #expect(ClusterExport(of: session.world).text == ClusterExport(of: other.world).text)
  }

  /// A line, and what stands for it in the script.
  @Test(arguments: [
    ("advance 90s", "sleep 90"), ("sleep 5", "sleep 5"),
    ("fail node worker-1", "# fail node worker-1: switch the machine off"),
    ("add node", "# add node: start another machine"),
    (
      "run a --image=nginx:1.27 && fail kubelet worker-1",
      "kubectl run a --image=nginx:1.27 && true"
    ),
    ("k run a --image=nginx:1.27", "kubectl run a --image=nginx:1.27"),
    ("timeout 20 rollout status deployment web", ""),
    ("taint node worker-1 a=b:NoSchedule # mine", "kubectl taint node worker-1 a=b:NoSchedule"),
    (
      "kubectl run a --image=$(echo nginx:1.27; get pods -o name)",
      "kubectl run a --image=$(echo nginx:1.27; kubectl get pods -o name)"
    ),
  ])
  func aLineIsTranslated(line: String, expected: String) throws {
    var session = ExportTests.session(.standard())
    _ = session.reply(to: line)
    let script = session.reply(to: "export --script").text(.out)
    try expectReadable(script)
    let body = Lines(script).lines.dropFirst(2)
    #expect(expected.isEmpty || body.contains { $0.hasPrefix(expected) }, "\(script)")
  }

  @Test(arguments: ["busy-shop", "three-zones", "sick-bay"])
  func aScenarioIsWrittenOut(id: String) throws {
    let path = GoldenSession.folder.appending(path: "Sessions/scenario.session")
    var session = try GoldenSession.session(for: path)
    _ = session.reply(to: "scenario \(id)")
    _ = session.reply(to: "kubectl create ns mine")
    let script = session.reply(to: "export --script").text(.out)
    try expectReadable(script)
    #expect(script.contains("<<'EOF'"))
    let start = ClusterStart(nodes: try NodeFile.nodes(in: NodeExport(of: session.world).text))
    var other = ExportTests.session(id == "three-zones" ? start : .standard())
    let reply = other.reply(to: script)
    #expect(!reply.text(.err).contains("error"), "\(reply.text(.err))")
    _ = session.reply(to: "advance 2m")
    _ = other.reply(to: "advance 2m")
    #expect(ClusterExport(of: session.world).text == ClusterExport(of: other.world).text)
  }

  /// A real shell finds nothing wrong with it.
  private func expectReadable(_ script: String) throws {
    let isBash = script.hasPrefix("#!/usr/bin/env bash")
    let shell = Process()
    shell.executableURL = URL(filePath: isBash ? "/bin/bash" : "/bin/sh")
    shell.arguments = ["-n"]
    let (input, errors) = (Pipe(), Pipe())
    shell.standardInput = input
    shell.standardError = errors
    try shell.run()
    input.fileHandleForWriting.write(Data(script.utf8))
    try input.fileHandleForWriting.close()
    shell.waitUntilExit()
    let complaint = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(shell.terminationStatus == 0, "\(complaint)\n\(script)")
  }
}
