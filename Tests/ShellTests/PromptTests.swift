import Engine
import Kubectl
import Simulation
import Testing

@testable import Shell

@Suite struct PromptTests {
  private static let full = PromptFacts(
    time: .worldBegins, namespace: "team", place: "localhost 2/4", clock: "×10", unwell: 3,
    status: 1)
  private static let bare = PromptFacts(time: .worldBegins, namespace: "team")

  @Test(arguments: [
    ("%l %t %c %m %n> ", "localhost 2/4 12:00:40 ×10 !3 team> ", "12:00:40 team> "),
    ("%t %n %m> ", "12:00:40 team !3> ", "12:00:40 team> "),
    ("[%s]%%%n$ ", "[?1]%team$ ", "[]%team$ "),
    ("%s %s%n", "?1 ?1team", "team"),
    ("", "", ""),
  ])
  func fillsTemplates(_ text: String, _ full: String, _ bare: String) throws {
    let template = try #require(PromptTemplate(text))
    #expect(template.filled(with: Self.full, usesColour: false) == full)
    #expect(template.filled(with: Self.bare, usesColour: false) == bare)
  }

  @Test(arguments: ["%x", "50%", "a\nb"])
  func refusesWhatMeansNothing(_ text: String) { #expect(PromptTemplate(text) == nil) }

  @Test func narrowScreensGetLess() {
    for (width, expected) in [(39, "!3 team> "), (40, "12:00:40 ×10 !3 team> ")] {
      var facts = Self.full
      facts.place = nil
      let template = PromptTemplate.chosen(nil, width: width)
      #expect(template.filled(with: facts, usesColour: false) == expected)
    }
    #expect(PromptTemplate.chosen("%n$ ", width: 20).text == "%n$ ")
    #expect(PromptTemplate.chosen("%nonsense%", width: nil).text == PromptTemplate.standard)
  }

  /// The mark comes and goes with what is unwell, and with the past.
  @Test func theMarkFollowsTheWorld() {
    var session = Session(.standard(), manner: .interactive, host: Host())
    func prompt(after line: String) -> String {
      _ = session.reply(to: line)
      return String(session.prompt(usesColour: false).dropFirst(9))
    }
    #expect(prompt(after: "get nodes") == "default> ")
    #expect(prompt(after: "fail node worker-1; advance 2m") == "!1 default> ")
    #expect(
      prompt(after: "run big --image=nginx --overrides='{\"spec\":{\"nodeName\":null}}'")
        == "!1 default> ")
    // A pod that does not become ready is unwell after a while.
    let probe =
      #"{"spec":{"containers":[{"name":"odd","image":"nginx","readinessProbe":"#
      + #"{"httpGet":{"path":"/no","port":80}}}]}}"#
    #expect(
      prompt(after: "run odd --image=nginx --overrides='\(probe)'; advance 20s") == "!1 default> ")
    #expect(prompt(after: "advance 30s") == "!2 default> ")
    #expect(prompt(after: "delete pod odd") == "!1 default> ")
    #expect(prompt(after: "create deployment bad --image=nosuch:v9; advance 1m") == "!2 default> ")
    #expect(prompt(after: "undo 9") == "default> ")
    #expect(prompt(after: "redo 9") == "!2 default> ")
    #expect(
      prompt(after: "delete deployment bad; recover node worker-1; advance 2m")
        == "default> ")
    #expect(
      prompt(after: "config set-context --current --namespace=kube-system")
        == "kube-system> ")
  }

  @Test func theClockShows() {
    var host = Host()
    host.wallClock = { 0 }
    var session = Session(.standard(), manner: .interactive, host: host)
    _ = session.reply(to: "clock live x10")
    #expect(session.prompt(usesColour: false) == "12:00:50 ×10 default> ")
  }

  @Test func itCanBeSet() {
    var host = Host()
    let kept = Kept()
    host.setting = { _ in kept.value }
    host.keepSetting = { _, value in
      kept.value = value
      return nil
    }
    var session = Session(.standard(), manner: .interactive, host: host)
    #expect(session.reply(to: "prompt '%n %m$ '").status == 0)
    #expect(session.prompt(usesColour: false) == "default$ ")
    #expect(session.reply(to: "prompt").text(.out).hasPrefix("prompt '%n %m$ '\n  %t  "))
    #expect(session.reply(to: "prompt '%q'").status == 2)
    #expect(session.prompt(usesColour: false) == "default$ ")
    #expect(session.reply(to: "prompt default").status == 0)
    #expect(session.prompt(usesColour: false) == "12:00:50 default> ")
  }

  private final class Kept {
    var value: String?
  }
}
