import Lessons

extension Session {
  /// Keys that stand for a whole line just now: cards want one key to be turned and one to be
  /// graded.
  public var shortcuts: [Character: String] {
    guard let run = interviewRun, run.plan.form == .flash else { return [:] }
    switch run.stage {
    case .asked: return ["\r": "reveal", "\n": "reveal", " ": "reveal"]
    case .marking:
      let grades = Grade.allCases.map { (Character("\($0.rawValue)"), "mark \($0.rawValue)") }
      return Dictionary(grades) { first, _ in first }
    case .proving, .following: return [:]
    }
  }
}
