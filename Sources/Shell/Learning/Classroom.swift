import Engine
import Kubectl
import Lessons
import Simulation

/// What the learner is at: a lesson or an interview, with its own cluster.
struct Classroom: Sendable {
  enum Subject: Sendable {
    case lesson(Lesson, step: Int)
    case interview(Interview)
  }

  var subject: Subject
  var assignment: Assignment?
  /// The learner's own cluster, as it was left.
  var own: (timeline: Timeline, namespace: String, start: ClusterStart)
}

extension Session {
  // MARK: - In and out

  /// Puts the learner before a lesson's own cluster; their own is kept.
  mutating func enter(_ subject: Classroom.Subject, _ start: ClusterStart, files: [LessonFile]) {
    let own = classroom?.own ?? (timeline, namespace, self.start)
    self.start = start
    timeline = Timeline(start.world())
    namespace = "default"
    classroom = Classroom(subject: subject, own: own)
    lessonFiles = [:]
    for file in files { lessonFiles[file.name] = file.text }
    walkedTimeline = true
  }

  /// Back to the learner's own cluster.
  mutating func leaveClassroom() {
    guard let room = classroom else { return }
    start = room.own.start
    timeline = room.own.timeline
    namespace = room.own.namespace
    classroom = nil
    lessonFiles = [:]
    walkedTimeline = true
    anchorClock()
  }

  // MARK: - Steps

  /// Prepares the world for a step and shows what is to be done.
  mutating func begin(_ step: Lessons.Step) {
    _ = runQuietly(step.setup)
    timeline = Timeline(world)
    let assignment = Assignment(step, in: self)
    classroom?.assignment = assignment
    walkedTimeline = true
    showAssignment()
  }

  mutating func showAssignment() {
    guard let assignment = classroom?.assignment else { return }
    let step = assignment.step
    say(styled("\(title): \(step.title)", "1"))
    say("")
    showMarkdown(step.prose)
    for file in step.files { say("  file \(file.name): cat \(file.name) shows it") }
    if let predict = step.predict {
      say("")
      showMarkdown("**Before you begin**: \(predict.question)")
      say("answer TEXT keeps what you think; the cluster will tell.")
    }
    say("")
    say("hint helps, check tells how far you are, skip shows the way, lesson stop leaves.")
  }

  private var title: String {
    switch classroom?.subject {
    case .lesson(let lesson, let step): "\(lesson.title), step \(step + 1) of \(lesson.steps.count)"
    case .interview(let interview): interview.question.title
    case nil: ""
    }
  }

  mutating func showMarkdown(_ text: String) {
    let style = style
    say(MarkdownText.render(text, width: style.width ?? 80, colour: style.usesColour))
  }

  func styled(_ text: String, _ code: String) -> String {
    style.usesColour ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }

  // MARK: - Done

  /// Looks after each command whether the step is done, and says so once.
  mutating func lookAtAssignment() {
    guard let assignment = classroom?.assignment, !assignment.isDone, isMet(assignment) else {
      return
    }
    complete(assignment)
  }

  mutating func complete(_ assignment: Assignment) {
    classroom?.assignment?.isDone = true
    say("")
    say(styled("Done: \(assignment.step.title).", "32"))
    if let predict = assignment.step.predict {
      let truth = truth(of: assignment).joined(separator: " ")
      showMarkdown(predict.question)
      say("  the cluster says: \(truth)")
      if let prediction = assignment.prediction { say("  you thought:      \(prediction)") }
    }
    if !assignment.step.why.isEmpty {
      say("")
      showMarkdown(assignment.step.why)
    }
    say("")
    switch classroom?.subject {
    case .lesson(let lesson, let step):
      note(.stepDone(lesson: lesson.id, step: step, assignment.help))
      say(step + 1 < lesson.steps.count ? "next goes on; take your time." : "next ends the lesson.")
    case .interview: say("next goes on.")
    case nil: break
    }
  }
}
