import Engine
import Kubectl
import Lessons
import Objects
import Simulation
import Store

/// What the words of a lab verb may be, for completion.
enum CommandWords {
  case nothing
  /// One of these.
  case choices([String])
  case nodes
  case pods
  case resources
  /// What follows kubectl's verb of the same name.
  case kubectlVerb
  case files
  /// Where a request from outside can lead.
  case places
  case lessons
  case questions
  case scenarios
  /// Any word that begins a line.
  case commands
}

extension Command {
  /// What follows these words; lab verbs that take names say so in `takes(after:)`.
  static func candidates(
    after words: [String], word: String, in session: Session
  ) -> [Completion] {
    if case .kubectlVerb = takes(after: words), !words.isEmpty || !word.hasPrefix("-") {
      return KubectlCompletion(session: session, words: [name] + words, word: word).candidates
    }
    if word.hasPrefix("-") {
      let text = usage.joined(separator: " ")
      let flags = text.split { " []|,".contains($0) }.filter { $0.hasPrefix("--") }
      return flags.map { Completion(String($0)) }
    }
    switch takes(after: words) {
    case .nothing: return []
    case .choices(let choices): return choices.map { Completion($0) }
    case .nodes:
      return KubectlCompletion(session: session, words: words, word: word).objects(.node)
    case .pods:
      return KubectlCompletion(session: session, words: words, word: word).objects(.pod)
    case .resources:
      return KubectlCompletion(session: session, words: ["describe"] + words, word: word).candidates
    case .kubectlVerb: return []
    case .lessons:
      let library = session.library ?? Library(session.host.lessonFiles())
      let words = ["next", "step", "restart", "play", "resume", "leave", "drop"]
      return words.map { Completion($0) }
        + library.lessons.map { Completion($0.lesson.id, note: $0.lesson.title) }
    case .questions:
      let library = session.library ?? Library(session.host.lessonFiles())
      return library.questions.map { Completion($0.question.id, note: $0.question.title) }
    case .scenarios:
      let library = session.library ?? Library(session.host.lessonFiles())
      return library.scenarios.map { Completion($0.scenario.id, note: $0.scenario.title) }
    case .files: return session.files(word)
    case .places:
      return session.world.forwards.map { Completion("localhost:\($0.localPort)") }
        + session.world.state.keys(.node).map { Completion($0.name, endsWord: false) }
    case .commands:
      let text = (words + [word]).joined(separator: " ")
      return session.completions(of: text).candidates
    }
  }
}
