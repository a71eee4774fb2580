import Engine
import Lessons
import Simulation

extension Session {
  // MARK: - Beginning

  /// Begins a lesson from its start; false when its cluster cannot be read.
  mutating func begin(_ lesson: Lesson, _ file: LibraryFile) -> Bool {
    let seed = (classroom?.own.start ?? start).seed
    guard
      let cluster = openLibrary().start(cluster: lesson.cluster, beside: file, seed: seed)
    else { return false }
    let begun = origin(
      named: lesson.id, edition: RunOrigin.edition(of: file.text), seed: seed, earlier: nil)
    open(lesson, file, begun, on: cluster)
    noteLesson(.lessonStarted(lesson: lesson.id, begun))
    tell(styled(MarkdownText.plainLine(lesson.title), "1"))
    tell()
    showMarkdown(lesson.introduction)
    // Two lines of title, two of prediction and two of what to do stand around the text.
    turnPageUnlessFitting(lesson.steps[0].prose + "\n\n-\n-\n-\n-\n-")
    tell()
    showAssignment()
    tell()
    tell("At any time: hint, check, undo, skip; lesson leave keeps your place.")
    return true
  }

  /// Puts the learner before the first step, without a word.
  mutating func open(
    _ lesson: Lesson, _ file: LibraryFile, _ origin: RunOrigin, on cluster: ClusterStart
  ) {
    runsBegun += 1
    var run = LessonRun(lesson, file, origin: origin)
    run.record.lastActive = host.timeOfDay()
    enter(.lesson(run), cluster, files: lesson.steps.flatMap(\.files))
    prepareStep(0)
  }

  // MARK: - Between steps

  /// Makes the world as it is the beginning of a step.
  mutating func prepareStep(_ number: Int) {
    guard var run = lessonRun else { return }
    run.step = number
    run.parked = nil
    run.beginnings[number] = LessonRun.Place(
      timeline: Timeline(world), namespace: namespace, incident: incidentRoom)
    lessonRun = run
    prepare(run.current)
  }

  /// Goes to a step: to its beginning as the learner left the step before, or, where they have not
  /// been yet, as the solutions of the steps between leave it.
  mutating func goTo(step number: Int) {
    guard let run = lessonRun else { return }
    let known = run.beginnings.keys.filter { $0 <= number }.max() ?? 0
    guard let place = run.beginnings[known] else { return }
    timeline = place.timeline
    namespace = place.namespace
    incidentRoom = place.incident
    for step in run.lesson.steps[known..<number] {
      _ = runQuietly(step.setup + [step.solution].compactMap { $0 })
    }
    prepareStep(number)
    anchorClock()
  }

  // MARK: - Free play

  /// Lets the learner try things in a branch of the world.
  mutating func playFreely() {
    let place = LessonRun.Place(
      timeline: timeline, namespace: namespace, incident: incidentRoom)
    lessonRun?.parked = place
    timeline = Timeline(world)
    walkedTimeline = true
  }

  /// Back to the world as it was before the play.
  mutating func resumeLesson() {
    guard let parked = lessonRun?.parked else { return }
    timeline = parked.timeline
    namespace = parked.namespace
    incidentRoom = parked.incident
    lessonRun?.parked = nil
    walkedTimeline = true
    anchorClock()
  }
}
