import Kubectl
import Nodes
import Simulation
import Testing

@testable import Shell

@Suite struct HelpTests {
  private func session(width: Int? = nil) -> Session {
    var host = Host()
    host.style = { Style(width: width) }
    return Session(.standard(), manner: .interactive, host: host)
  }

  @Test func thePageFitsAScreen() {
    let page = HelpWitness(width: 80).lines("help")
    #expect(page.count <= 23, "\(page.count) lines")
    let words = Set(page.joined(separator: " ").split(separator: " ").map { String($0) })
    for type in commands where type.name != ":" {
      #expect(words.contains(type.name) || type.name == "[")
    }
    for topic in HelpTopic.all { #expect(words.contains(topic.name)) }
    for filter in TextFilter.all { #expect(words.contains(filter.name)) }
  }

  @Test(arguments: [36, 40, 80])
  func nothingIsWiderThanTheScreen(_ width: Int) {
    var words = commands.map { $0.name }.filter { $0 != "[" && $0 != ":" }
    words += HelpTopic.all.map { $0.name }
    words += ["all", ""]
    let witness = HelpWitness(width: width)
    for word in words {
      let wide = witness.lines("help " + word).filter { isTooWide($0, width) }
      #expect(wide.isEmpty, "\(word)")
    }
  }

  /// A word that is wider than the screen stays whole.
  private func isTooWide(_ line: String, _ width: Int) -> Bool {
    if line.count <= width { return false }
    return !line.split(separator: " ").contains { $0.count > width / 2 }
  }

  /// No topic hides behind a command, and none goes by a name that is taken.
  @Test func topicsAreFound() {
    var seen: Set<String> = []
    let witness = HelpWitness(width: 80)
    for topic in HelpTopic.all {
      #expect(!Session.knownWords.contains(topic.name))
      for name in [topic.name] + topic.otherNames {
        #expect(seen.insert(name).inserted, "\(name)")
        #expect(HelpTopic.named(name)?.name == topic.name)
      }
      #expect(Lines(topic.text).lines.count < 23)
      #expect(witness.lines("help \(topic.name)").joined().count > 200)
    }
  }

  @Test func everyCommandTellsAboutItself() {
    var session = session()
    for type in commands
    where !["[", ":", "test", "true", "false", "say", "answer"].contains(type.name) {
      for flag in ["-h", "--help"] {
        let reply = session.reply(to: "\(type.name) \(flag)")
        #expect(reply.text(.out).contains("Usage:\n  \(type.usage[0].prefix(40))"), "\(type.name)")
        #expect(reply.status == 0)
      }
    }
    #expect(session.reply(to: "add node --help").text(.out).hasPrefix("add: "))
    #expect(session.reply(to: "test -h").text(.out).isEmpty)
    #expect(session.reply(to: "help set image").text(.out).contains("kubectl set image"))
    #expect(session.reply(to: "help set").text(.out).hasPrefix("set: options"))
  }

  @Test(arguments: [
    ("help shel", "did you mean shell?"), ("help advnce", "did you mean advance?"),
    ("help zzzzzz", "help alone lists"), ("add node --cup 4", "did you mean --cpu?"),
    ("history --foo", "unknown flag: --foo\nUsage:\n  history [N]"),
    ("load svc/x --rpx 3", "did you mean --rps?"), ("lesosn", "Did you mean \"lesson\"?"),
    ("prompt a b", "put it in quotes"), ("set -z", "no option here\nUsage:\n  set "),
    ("trap x INT", "only EXIT"), ("shift", "only 0 arguments"),
  ])
  func mistakesAreGuessed(_ line: String, _ message: String) {
    var session = session()
    let reply = session.reply(to: line)
    #expect(reply.text(.err).contains(message), "\(reply.text(.err))")
    #expect(reply.status != 0)
  }

  /// What cannot be done says what can.
  @Test(arguments: [
    ("undo", "nothing has been changed"), ("redo", "undo"), ("rewind 13:00:00", "advance"),
    ("check", "lessons lists"), ("hint", "lesson next"), ("skip", "lesson next"),
    ("solution", "lesson next"), ("answer yes", "lesson next"), ("next", "lessons lists"),
    ("reveal", "interview start"), ("interview leave", "interview start"),
    ("remove autoscaler", "add autoscaler"), ("remove forward", "port-forward"),
    ("remove node nosuch", "get nodes"), ("resize node nosuch --cpu 3", "get nodes"),
    ("fail node nosuch", "there are control-plane, worker-1"),
    ("fail worker-1", "fail node worker-1"),
    ("fail component x", "kube-scheduler"), ("help nosuchword", "help alone"),
    ("why pod/nosuch", "there is and was no pod/nosuch"), ("lesson nosuch", "lessons"),
    ("interview question nosuch", "interview search"), ("glossary nosuchterm", "glossary"),
    ("nosuchcommand", "help"), ("get pods nosuch -n kube-system", "not found"),
    ("break", "exit"), ("./nosuch", "No such file"),
  ])
  func failuresNameTheNextStep(_ line: String, _ hint: String) {
    var session = session()
    let reply = session.reply(to: line)
    #expect(reply.text(.err).contains(hint), "\(reply.text(.err))")
    #expect(reply.status != 0)
  }

  /// Whatever is written wrongly, the answer shows how it is written, or where that is told.
  @Test func everyMisuseShowsTheUsage() {
    // These take any words, or say in other ways what is wrong.
    let takesAnything = [
      "[", ":", "true", "false", "say", "answer", "complete", "export", "unset", "tee", "read",
      "glossary", "break", "continue", "trap", "watch", "curl", "wget",
    ]
    var session = session()
    for type in commands where !takesAnything.contains(type.name) {
      let reply = session.reply(to: "\(type.name) --no-such-flag a b c d")
      let errors = reply.text(.err)
      let isShown =
        errors.contains("Usage:\n") || errors.contains("help") || errors.contains("lesson next")
        || errors.contains("lessons lists") || errors.contains("interview start")
        || errors.hasPrefix("\(type.name): ") || errors.contains("unknown command")
      #expect(isShown && reply.status != 0, "\(type.name): \(reply.status) \(errors)")
    }
  }

  // MARK: - ?

  @Test(arguments: [
    ("", "A command; help tells what there is:"), ("add node ", "add node [NAME]"),
    ("clock ", "clock"), ("get ", "kubectl get "),
    ("kubectl rollout status ", "kubectl rollout status"),
    ("x=1; if get pods | grep ", "grep: "), ("kubectl ", "A verb of kubectl's:"),
    ("create deployment web ", "kubectl create deployment NAME --image="),
  ])
  func questionsAreAnswered(_ text: String, _ first: String) {
    let session = session(width: 80)
    #expect(
      session.usage(before: text).first?.hasPrefix(first) == true, "\(session.usage(before: text))")
  }

  @Test func possibilitiesAreListed() {
    let session = session(width: 60)
    let lines = session.possibilities(after: "fail ")
    #expect(lines.contains { $0.hasPrefix("  kubelet") } && lines.allSatisfy { $0.count <= 60 })
    #expect(session.possibilities(after: "").last?.hasSuffix(" more") == true)
  }

  // MARK: - The beginning

  @Test func theFirstRunIsGreeted() {
    var host = Host()
    host.style = { Style(width: 80) }
    let later = Opening(.standard(), host: host).greeting(mayBeLong: true)
    #expect(Lines(later).lines.count == 1)
    host.isFirstRun = { true }
    let first = Opening(.standard(), host: host).greeting(mayBeLong: true)
    #expect(Lines(first).lines.count == 5)
    #expect(first.contains("lesson next") && first.contains("help"))
    #expect(Opening(.standard(), host: host).greeting(mayBeLong: false) == later)
  }
}

/// What a session writes on a screen of this width.
private final class HelpWitness {
  private var text = ""
  private var session: Session

  init(width: Int) {
    session = Session(.standard(), manner: .script, host: Host())
    session.host.style = { Style(width: width) }
    session.host.write = { [unowned self] in text += $0.text }
  }

  func lines(_ command: String) -> [String] {
    text = ""
    session.run(command)
    return Lines(text).lines
  }
}
