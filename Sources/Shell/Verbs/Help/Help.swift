import Kubectl
import Lessons
import Nodes

/// What there is.
enum Help: Command {
  static let name = "help"
  static let usage = ["help", "help WORD", "help TOPIC", "help all"]
  static let summary = "what there is; help WORD tells more"
  static let details = """
    WORD is any command, also kubectl's, or a term of the glossary. COMMAND -h tells the same, and
    ? behind a few words lists what may follow them. help all has a line on every word.
    """
  static let examples = ["help advance", "help keys", "help create deployment"]
  static let section = CommandSection.session

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty
      ? .choices(Session.knownWords + HelpTopic.all.map(\.name) + ["all"]) : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard let word = call.arguments.first else {
      HelpPage(width: session.textWidth).lines.forEach { session.tell(line: $0) }
      return 0
    }
    let rest = call.arguments.dropFirst()
    if word == "all" {
      HelpPage(width: session.textWidth).list.forEach { session.tell(line: $0) }
    } else if let type = command(named: word, before: Array(rest)) {
      show(type, in: &session)
    } else if let filter = TextFilter.all.first(where: { $0.name == word }) {
      session.tell("\(filter.name): \(filter.summary)")
    } else if Kubectl.isVerb(word) || word == "kubectl" || word == "k" {
      let words = call.arguments.filter { $0 != "kubectl" && $0 != "k" }
      return session.kubectl(words + ["--help"], input: nil)
    } else if let topic = HelpTopic.named(word) {
      show(topic, in: &session)
    } else if let text = session.aliases[word] {
      session.say("\(word) is an alias for \(text)")
    } else if let entry = Glossary.entry(call.arguments.joined(separator: " ")) {
      session.say(entry)
    } else {
      throw .failed("there is no help on \"\(word)\"" + suggestion(for: word))
    }
    return 0
  }

  private static func suggestion(for word: String) -> String {
    let topics = HelpTopic.all.flatMap { [$0.name] + $0.otherNames }
    if let near = KubectlHint.nearest(to: word, in: Session.knownWords + topics) {
      return "; did you mean \(near)?"
    }
    if let near = Glossary.terms(near: word).first { return "; did you mean \(near.word)?" }
    return "; help alone lists what there is"
  }

  // MARK: - Pages

  /// How a command is written, and what it does.
  static func show(_ type: any Command.Type, in session: inout Session) {
    session.tell("\(type.name): \(type.summary)", hangingBy: 2)
    session.tell()
    session.tell("Usage:")
    for line in type.usage { session.tell("  " + line, hangingBy: 6) }
    if !type.details.isEmpty {
      session.tell()
      for line in HelpText.lines(type.details, width: session.textWidth) {
        session.tell(line: line)
      }
    }
    guard !type.examples.isEmpty else { return }
    session.tell()
    session.tell("Examples:")
    for line in type.examples { session.tell("  " + line, hangingBy: 6) }
  }

  private static func show(_ topic: HelpTopic, in session: inout Session) {
    for line in HelpText.lines(topic.text, width: session.textWidth) { session.tell(line: line) }
  }

  /// Whether these words ask a command for its help instead of giving it something to do.
  static func isAsked(of type: any Command.Type, _ words: [String]) -> Bool {
    let takesAnything: [any Command.Type] = [
      Test.self, Bracket.self, Colon.self, True.self, False.self, SayVerb.self, AnswerVerb.self,
    ]
    guard !takesAnything.contains(where: { $0 == type }) else { return false }
    if let first = words.first, first == "-h" || first == "--help" { return true }
    // What stands behind these is another command, and may be asked itself.
    let passesOn: [any Command.Type] = [
      WhatIf.self, Expect.self, TimeoutCommand.self, Watch.self, Xargs.self, TopVerb.self,
    ]
    guard !passesOn.contains(where: { $0 == type }), !words.contains("--") else { return false }
    return words.contains("--help") || words.last == "-h"
  }
}

extension Session {
  /// How wide a text of ours may be.
  var textWidth: Int { min(style.width ?? MarkdownText.widest, MarkdownText.widest) }
}
