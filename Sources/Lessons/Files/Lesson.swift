/// How far along somebody is for whom a lesson or question is meant.
public enum Level: String, CaseIterable, Sendable, Comparable {
  case junior
  case mid
  case senior

  public static func < (left: Level, right: Level) -> Bool {
    allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
  }
}

/// One lesson, read from its file.
public struct Lesson: Sendable {
  /// Stable: the journal knows a lesson by it.
  public var id: String
  public var title: String
  public var level: Level
  /// How long it takes, roughly.
  public var minutes: Int
  /// Ids of lessons that should come first.
  public var needs: [String]
  /// `default`, or the name of a file of Node objects beside the lesson.
  public var cluster: String
  /// Markdown.
  public var introduction: String
  public var steps: [Step]
}

/// One step of a lesson: something to do, and how to tell that it is done.
public struct Step: Sendable {
  public var title: String
  /// Markdown: what to do and why one would.
  public var prose: String
  /// Files the learner can apply, by name.
  public var files: [LessonFile] = []
  /// Commands run before the step begins.
  public var setup: [Script] = []
  public var predict: Prediction?
  /// Values kept from the start of the step, for checks to refer to as `$NAME`.
  public var remembered: [Remembered] = []
  public var checks: [Check] = []
  public var hints: [String] = []
  /// What to say to somebody who has made a certain mistake.
  public var advice: [Advice] = []
  public var solution: Script?
  public var alternatives: [Script] = []
  /// Why there is no other way, where there is none.
  public var reasonForNoAlternatives: String?
  public var mustFail: [Script] = []
  /// Why fewer than two wrong ways are shown, where that is so.
  public var reasonForFewMustFail: String?
  /// Markdown: what happened and why.
  public var why = ""
  /// The line of the file on which the step begins.
  public var line: Int
}

/// What to say while a check holds that shows a mistake.
public struct Advice: Sendable {
  public var check: Check
  /// Markdown.
  public var text: String
  public var line: Int
}

/// A file that a lesson shows and the learner can use.
public struct LessonFile: Sendable, Equatable {
  public var name: String
  public var text: String
}

/// Commands of one console fence, as typed.
public struct Script: Sendable, Equatable {
  /// What stands above the fence: why it is there.
  public var note: String
  /// One command a line; continuation lines of here-documents are part of their command.
  public var text: String
  public var line: Int
}

/// A question the cluster answers after the step.
public struct Prediction: Sendable {
  public var question: String
  public var truth: Probe
  /// The line of the file that names the truth.
  public var line: Int
}

/// A value looked up when a step begins.
public struct Remembered: Sendable {
  public var name: String
  public var probe: Probe
  public var line = 0
}
