import Kubectl

/// Shows or sets what stands before the cursor.
enum PromptCommand: Command {
  static let name = "prompt"
  static let usage = ["prompt", "prompt 'TEXT'", "prompt default"]
  static let summary = "what stands before the cursor; prompt '%t %n> ' sets it"
  static let details = """
    12:03:10 ×10 !2 team> is the cluster's time, a clock that runs by itself ten times as fast, two
    nodes or pods that are unwell, and the namespace; a lesson's name and step stand in front.
    Unwell is a node that is not Ready, and a pod that failed, finds no node, or has a container
    that does not start. Under 40 columns time and clock are left out.

    prompt alone lists the placeholders. One with nothing to tell is left out, with a space beside
    it. What you set is kept; prompt default brings the usual one back.
    """
  static let examples = ["prompt '%n %m $ '", "prompt default"]
  static let section = CommandSection.session

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(["default"]) : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard let text = call.arguments.first else {
      let chosen = session.host.setting(name) ?? PromptTemplate.standard
      session.say("prompt '\(chosen.replacing("'", with: "'\\''"))'")
      for (letter, meaning) in PromptTemplate.placeholders {
        session.say("  %\(letter)  \(meaning)")
      }
      return 0
    }
    guard call.arguments.count == 1 else {
      throw .usage("the text is one word: put it in quotes", of: self)
    }
    guard text == "default" || PromptTemplate(text) != nil else {
      let letters = PromptTemplate.placeholders.map { "%\($0.letter)" }.joined(separator: " ")
      throw .usage("a prompt is one line, and its placeholders are \(letters)", of: self)
    }
    if let why = session.host.keepSetting(name, text == "default" ? nil : text) {
      throw .failed("the prompt is set for this session only: \(why)")
    }
    return 0
  }
}
