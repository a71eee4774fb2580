/// Finds questions by words.
public enum QuestionSearch {
  /// Questions in which every word occurs, those with the words in the title first, then as given.
  public static func matches(_ words: [String], in questions: [Question]) -> [Question] {
    let wanted = words.map { $0.lowercased() }
    func has(_ text: String) -> Bool {
      let text = text.lowercased()
      return wanted.allSatisfy(text.contains)
    }
    let found = questions.filter { has(text(of: $0)) }
    return found.filter { has($0.title) } + found.filter { !has($0.title) }
  }

  private static func text(of question: Question) -> String {
    let rubric = question.rubric.map(\.sentence)
    return
      ([
        question.id, question.title, question.topic, question.frame, question.say,
        question.modelAnswer, question.prove?.prose ?? "",
      ] + rubric + question.followUps.map(\.question)).joined(separator: "\n")
  }
}
