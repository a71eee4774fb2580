import Kubectl
import Lessons
import Nodes

/// What there is.
enum Help: Command {
  static let name = "help"
  static let usage = ["help", "help WORD"]
  static let summary = "what there is; help WORD tells more"
  static let section = CommandSection.session

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty
      ? .choices(Session.knownWords + HelpTopic.all.map(\.name)) : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard let word = call.arguments.first else {
      session.put(overview)
      return 0
    }
    if let type = command(named: word) {
      session.put(text(of: type))
    } else if let filter = TextFilter.all.first(where: { $0.name == word }) {
      session.say("\(filter.name): \(filter.summary)")
    } else if Kubectl.isVerb(word) || word == "kubectl" {
      return session.kubectl(call.arguments.filter { $0 != "kubectl" } + ["--help"], input: nil)
    } else if let topic = HelpTopic.all.first(where: { $0.name == word }) {
      session.put(topic.text)
    } else if let entry = Glossary.entry(word) {
      session.say(entry)
    } else {
      throw .failed("there is no help on \"\(word)\"; try help alone")
    }
    return 0
  }

  private static var overview: String {
    var text = """
      A small Kubernetes cluster, yours to break. Everything kubectl does works here, with or
      without "kubectl" in front; time stands still until you move it.

        get nodes                                   create deployment web --image=nginx --replicas=3
        advance 5s                                  let time pass
        get pods -o wide                            where did they go?
        why pod/NAME                                and why
        fail node worker-1                          now pull a plug, advance, and look again


      """
    for section in CommandSection.allCases {
      text += section.title + "\n"
      for type in commands where type.section == section {
        text += "  " + padded(type.name, 12) + type.summary + "\n"
      }
    }
    let tools = TextFilter.all.map(\.name).joined(separator: " ")
    let lines = Lines(MarkdownText.render(tools, width: 78)).lines
    text += "Text tools, behind a pipe or alone\n" + Lines.text(lines.map { "  " + $0 })
    text += "Topics\n  " + HelpTopic.all.map(\.name).joined(separator: " ") + "\n"
    return text + "help WORD tells more; kubectl --help lists kubectl's verbs.\n"
  }

  private static func text(of type: any Command.Type) -> String {
    var text = "\(type.name): \(type.summary)\n\nUsage:\n"
    text += Lines.text(type.usage.map { "  " + $0 })
    if !type.details.isEmpty { text += "\n" + type.details + "\n" }
    if !type.examples.isEmpty {
      text += "\nExamples:\n" + Lines.text(type.examples.map { "  " + $0 })
    }
    return text
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}

/// Something help can tell about that is no command.
struct HelpTopic {
  var name: String
  var text: String

  static let all = [
    HelpTopic(
      name: "time",
      text: """
        Virtual time moves when you do. A kubectl command costs one second; advance moves on by
        as much as you like; wait, rollout status, get -w, logs -f and delete run the clock as far
        as they need, and Ctrl-C stops them. In a script only advance and those verbs move time.
        undo, redo, rewind and timeline walk the past. clock live ties time to the wall clock.

        """),
    HelpTopic(
      name: "shell",
      text: """
        Pipes to the built-in filters, && || ; $(…) $NAME NAME=VALUE, quotes, \\ at the end of a
        line, here-documents (apply -f - <<EOF), for X in A B; do …; done, timeout, > and 2>&1.

        """),
    HelpTopic(
      name: "keys",
      text: """
        Tab completes verbs, flags, kinds and names. Up and Ctrl-R search what you typed before.
        Ctrl-C leaves the line or stops the running command; Ctrl-D on an empty line leaves podlab.
        Keys are those of ~/.editrc: bind -v there gives vi keys.

        """),
  ]
}
