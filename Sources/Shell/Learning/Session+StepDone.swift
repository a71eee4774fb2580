import Engine
import Lessons
import Simulation

extension Session {
  /// Says that a step is done, what came of the learner's prediction, and why it came so.
  mutating func complete(_ assignment: Assignment) {
    classroom?.assignment?.doneAfter = timeline.depth
    tell()
    tell(styled("Done: \(MarkdownText.plainLine(assignment.step.title)).", "32"))
    if let predict = assignment.step.predict { showTruth(predict, of: assignment) }
    // The question for interviews stands at the end of the lesson.
    let why = InterviewNote.split(assignment.step.why).text
    if !why.isEmpty {
      tell()
      showMarkdown(why)
    }
    tell()
    switch classroom?.subject {
    case .lesson(let run):
      noteDone(assignment, in: run)
      tell(run.isLastStep ? "next ends the lesson." : "next goes on; take your time.")
    case .interview: tell("next goes on.")
    case nil: break
    }
  }

  /// What the cluster says to a question asked before, beside what the learner said.
  private mutating func showTruth(_ predict: Prediction, of assignment: Assignment) {
    tell()
    showMarkdown("You were asked: \(predict.question)")
    let isRight = tell(truth: truth(of: assignment), beside: assignment.prediction)
    guard let isRight else { return }
    tell(isRight ? "Just as you said." : "Not what you expected? That is what this step is for.")
  }

  /// What the cluster says, below what the learner said; whether they agree, if something was said.
  mutating func tell(truth found: [String], beside said: String?) -> Bool? {
    let truth = found.isEmpty ? "nothing" : found.joined(separator: " ")
    if let said { tell("  you said          \(said)") }
    tell("  the cluster says  \(truth)")
    return said.map { AnswerWords.agree($0, truth) }
  }

  private mutating func noteDone(_ assignment: Assignment, in run: LessonRun) {
    let result = StepResult(
      step: run.step, help: assignment.help, hints: assignment.hintsShown,
      seconds: Int(assignment.worked.milliseconds / 1000), answer: assignment.prediction,
      run: run.origin.run)
    lessonRun?.results[run.step] = result
    noteLesson(.stepDone(lesson: run.lesson.id, result))
    guard !isRepeating else { return }
    let progress = learnt()
    let before = Set((progress.stepsDone[run.lesson.id] ?? [:]).keys)
    let now = Set((lessonRun?.results ?? [:]).keys)
    // Of a lesson that was shortened there may be more steps in the journal than in the file.
    let done = before.union(now).intersection(run.lesson.steps.indices)
    if !progress.finishedLessons.contains(run.lesson.id), done.count == run.lesson.steps.count {
      noteLesson(.lessonDone(lesson: run.lesson.id, run: run.origin.run))
    }
  }
}
