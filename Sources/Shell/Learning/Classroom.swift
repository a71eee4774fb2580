import Engine
import Kubectl
import Lessons
import Simulation

/// What the learner is at: a lesson or an interview, with its own cluster.
struct Classroom: Sendable {
  enum Subject: Sendable {
    case lesson(LessonRun)
    case interview(InterviewRun)
  }

  var subject: Subject
  var assignment: Assignment?
  var own: OwnCluster
  /// Whether somebody is told after every line how the step stands. Nobody is in trials.
  var isAttended = false

  /// The learner's own cluster, as it was left.
  struct OwnCluster: Sendable {
    var timeline: Timeline
    var namespace: String
    var start: ClusterStart
    var variables: [String: String]
    /// Files that a scenario has brought.
    var files: [String: String]
  }
}

extension Session {
  /// The lesson under way.
  var lessonRun: LessonRun? {
    get { if case .lesson(let run)? = classroom?.subject { run } else { nil } }
    set { if let newValue { classroom?.subject = .lesson(newValue) } }
  }

  /// The cluster at hand, to come back to.
  var ownCluster: Classroom.OwnCluster {
    Classroom.OwnCluster(
      timeline: timeline, namespace: namespace, start: start, variables: variables,
      files: lessonFiles)
  }

  /// Puts the learner before a cluster of its own; theirs is kept.
  mutating func enter(_ subject: Classroom.Subject, _ start: ClusterStart, files: [LessonFile]) {
    leaveIncident()
    let own = classroom?.own ?? ownCluster
    self.start = start
    timeline = Timeline(start.world())
    namespace = "default"
    // What was set outside would be missing when the lesson is gone on with another day.
    variables = [:]
    classroom = Classroom(subject: subject, own: own, isAttended: true)
    lessonFiles = [:]
    for file in files { lessonFiles[file.name] = file.text }
    walkedTimeline = true
    anchorClock()
  }

  /// Back to the learner's own cluster.
  mutating func leaveClassroom() {
    guard let room = classroom else { return }
    leaveIncident()
    start = room.own.start
    timeline = room.own.timeline
    namespace = room.own.namespace
    variables = room.own.variables
    lessonFiles = room.own.files
    classroom = nil
    walkedTimeline = true
    anchorClock()
  }

  // MARK: - Steps

  /// Prepares the world for a step.
  mutating func prepare(_ step: Lessons.Step) {
    _ = runQuietly(step.setup)
    timeline = Timeline(world)
    var assignment = Assignment(step, in: self)
    assignment.standing = results(of: assignment).map(\.verdict.isMet)
    classroom?.assignment = assignment
    walkedTimeline = true
  }

  /// Prepares the world for a step and shows what is to be done.
  mutating func begin(_ step: Lessons.Step) {
    prepare(step)
    showAssignment()
  }

  /// What is to be done in the step at hand.
  mutating func showAssignment() {
    guard let step = classroom?.assignment?.step else { return }
    if let run = lessonRun {
      let title = MarkdownText.plainLine(step.title)
      tell(styled("Step \(run.step + 1) of \(run.lesson.steps.count): \(title)", "1"))
      tell()
    }
    showMarkdown(step.prose)
    if let predict = step.predict {
      tell()
      showMarkdown("**Before you begin**: \(predict.question)")
      tell("Say what you think with: answer TEXT")
    }
  }
}

extension Session {
  /// What to do who asks for something that only lessons and interviews have.
  var wayToLearn: String {
    classroom == nil ? "; lesson next begins a lesson, interview start an interview" : ""
  }
}
