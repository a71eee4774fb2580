import Foundation
import Kubectl
import Lessons
import Manifests
import Objects
import Simulation
import Store
import Testing

@testable import Shell

/// What lab verbs answer to programs.
@Suite struct AnsweringTests {
  private func session() throws -> Session {
    let path = GoldenSession.folder.appending(path: "Sessions/lesson.session")
    var session = try GoldenSession.session(for: path)
    for line in [
      "kubectl create deployment web --image=nginx:1.27 --replicas=2",
      "kubectl expose deployment web --port=80", "advance 10s",
    ] {
      #expect(session.reply(to: line).status == 0)
    }
    return session
  }

  /// A line, the members its answer has at least, and how it ends.
  private static let lines: [(line: String, members: [String], status: Int32)] = [
    ("clock --json", ["time", "mode", "speed"], 0),
    ("notices --json", ["on"], 0),
    ("why deployment/web --json", ["object", "namespace", "now", "causes", "owns"], 0),
    (
      "whatif --json fail node worker-1",
      ["command", "secondsAhead", "objects", "nodes", "pods", "readyReplicas", "services"], 0
    ),
    (
      "load svc/web --rps 5 --for 10s --json",
      ["target", "startedAt", "sent", "answered", "failed", "latencyMicroseconds", "pods"], 0
    ),
    ("load svc/nobody --rps 5 --for 5s --json", [], 1),
    ("map --json", ["nodes", "pods", "lostNodes"], 0),
    ("timeline --commands --json", ["now", "commands", "undone"], 0),
    ("scenario --json", [], 0),
    ("lessons --json", ["lessons", "broken"], 0),
    ("progress --json", ["lessons", "parts", "questions", "steps", "daysPractised"], 0),
    ("interview topics --json", [], 0),
    ("glossary --json", [], 0),
    ("glossary pod --json", ["term", "meaning", "related"], 0),
    (
      "expect --json deployment/web .spec.replicas == 2", ["check", "outcome", "isMet"], 0
    ),
    (
      "expect --json deployment/web .spec.replicas == 3",
      ["check", "outcome", "isMet", "explanation"], 1
    ),
  ]

  @Test(arguments: lines)
  func anAnswerIsJSON(line: String, members: [String], status: Int32) throws {
    var session = try session()
    let reply = session.reply(to: line)
    #expect(reply.status == status)
    let text = reply.text(.out)
    guard !(members.isEmpty && status != 0) else { return }
    #expect(reply.text(.err).isEmpty)
    #expect(!text.contains("\u{1b}"))
    let names = try JSON.decode(text).object?.names ?? []
    for member in members { #expect(names.contains(member), "\(names)") }
  }

  /// In lessons and outages.
  @Test func whatIsUnderWayIsJSON() throws {
    var session = try session()
    let lesson = try #require(session.openLibrary().lessons.first?.lesson.id)
    _ = session.reply(to: "lesson \(lesson)")
    let check = session.reply(to: "check --json")
    let document = try JSON.decode(check.text(.out))
    #expect(document["isDone"] == false)
    #expect(document["checks"]?.array?.isEmpty == false)
    #expect(check.status == 1)
    _ = session.reply(to: "lesson leave")
    _ = session.reply(to: "incident --seed 1")
    #expect(try JSON.decode(session.reply(to: "incident status --json").text(.out))["seed"] == 1)
  }

  /// What is done rather than answered refuses the flag, and is not done.
  @Test(arguments: [
    "clock stepped --json", "notices off --json", "scenario empty --json",
    "progress export x --json", "interview start --json", "incident --json",
  ])
  func deedsHaveNoAnswer(line: String) throws {
    var session = try session()
    let before = session.world.state.revision
    let reply = session.reply(to: line)
    #expect(reply.status == 2, "\(reply.text)")
    #expect(session.world.state.revision == before)
    #expect(session.tellsNotices)
  }

  /// Whoever answers says so in its usage, and everybody who does is tried above.
  @Test func everyAnswerIsDeclaredAndTried() {
    for type in commands {
      let isDeclared = type.usage.contains { $0.contains("--json") }
      #expect(isDeclared == (type is any Answering.Type), "\(type.name)")
      guard isDeclared, !["check", "incident"].contains(type.name) else { continue }
      #expect(Self.lines.contains { $0.line.hasPrefix(type.name) }, "\(type.name)")
    }
  }
}
