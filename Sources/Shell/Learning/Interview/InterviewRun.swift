import Engine
import Lessons
import Simulation

/// Somebody's way through an interview.
struct InterviewRun: Sendable {
  /// How far the question in hand is.
  enum Stage: Sendable, Equatable {
    /// It has been asked; the learner speaks, writes or thinks.
    case asked
    /// The rubric lies open; the learner marks the answer.
    case marking
    /// Something is to be shown on the cluster.
    case proving
    /// A follow-up of this number has been asked; what it is about has not happened yet.
    case following(Int)
  }

  /// A question as it is asked this time.
  struct Entry: Sendable {
    var question: Question
    var file: LibraryFile
  }

  let plan: InterviewPlan
  let entries: [Entry]
  var record: RunRecord
  /// Which of the entries is in hand, counted from 0.
  var place = 0
  var stage = Stage.asked
  /// What the learner has written down for it.
  var said: [String] = []
  var result = AnswerResult()
  /// What the learner expects of the follow-up in hand.
  var prediction: String?
  /// The time that the questions before took, and the one in hand so far, long pauses left out.
  var spentBefore = SimSpan.zero
  var spent = SimSpan.zero
  var isPaused = false
  /// What the answers so far were worth.
  var answered: [InterviewReport.Entry] = []

  init(_ plan: InterviewPlan, _ entries: [Entry], record: RunRecord) {
    self.plan = plan
    self.entries = entries
    self.record = record
  }

  /// With one question that nobody has been asked, for trials.
  init(trying question: Question, _ file: LibraryFile) {
    let origin = RunOrigin(run: "", seed: 1, version: "", edition: "")
    self.init(
      InterviewPlan(.question, questions: [question.id]), [Entry(question: question, file: file)],
      record: RunRecord(origin: origin))
  }

  var question: Question { entries[place].question }
  var isLast: Bool { place + 1 == entries.count }

  /// What is left of the time, by the last line; below zero when it is over. Nil without a limit.
  var left: SimSpan? { plan.minutes.map { .minutes(Int64($0)) - spentBefore - spent } }

  /// Begins with the next entry.
  mutating func advance() {
    place += 1
    stage = .asked
    said = []
    result = AnswerResult()
    prediction = nil
    spentBefore = spentBefore + spent
    spent = .zero
  }
}
