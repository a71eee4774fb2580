import Engine
import Lessons
import Simulation

extension Session {
  /// Goes on with a lesson where it was left: everything done in it is done again, unseen. False
  /// when the lesson's cluster cannot be read.
  mutating func goOn(_ record: RecordedRun, _ lesson: Lesson, _ file: LibraryFile) -> Bool {
    let earlier = RunOrigin.Earlier(run: record.origin.run, lines: record.lines.count)
    guard
      let cluster = openLibrary().start(
        cluster: lesson.cluster, beside: file, seed: record.origin.seed)
    else { return false }
    let origin = self.origin(
      named: lesson.id, edition: RunOrigin.edition(of: file.text), seed: record.origin.seed,
      earlier: earlier)
    open(lesson, file, origin, on: cluster)
    let isSame = repeatLines(record.lines)
    noteLesson(.lessonStarted(lesson: lesson.id, origin))
    let time = host.timeOfDay()
    runRecord?.lastActive = time
    if record.origin.version != PodlabVersion.text {
      tell("note: you left it with podlab \(record.origin.version), this is \(PodlabVersion.text).")
    }
    if record.origin.edition != origin.edition {
      tell("note: the lesson's text has changed since; lesson restart begins it afresh.")
    } else if !isSame {
      tell("note: not everything went as it did then; lesson restart begins afresh.")
    }
    return true
  }

  /// Does lines again as they were done; whether each took as long as then.
  mutating func repeatLines(_ lines: [RecordedRun.Line]) -> Bool {
    let real = host
    let outerDepth = depth
    host = diary.repeating(real)
    typedBefore = []
    let pace = clock
    clock = .stepped
    // Each is a line of its own, not a part of the line that goes on with the lesson.
    depth = 0
    var isSame = true
    for line in lines {
      host.timeOfDay = { line.at }
      // Time spent elsewhere does not count.
      if let since = line.since { runRecord?.lastActive = since }
      diary.remember(line.done.answers)
      cutOff = nil
      guard pass(until: line.done.began) == nil else {
        isSame = false
        break
      }
      typedBefore = line.done.keys.map(TypedKey.init)
      cutOff = line.done.wasCutShort ? line.done.ended : nil
      _ = reply(to: line.done.text)
      exitStatus = nil
      isSame = isSame && now == line.done.ended && runRecord != nil
    }
    depth = outerDepth
    clock = pace
    cutOff = nil
    isCutShort = false
    typed = []
    typedBefore = nil
    host = real
    failedExpectStatus = nil
    walkedTimeline = true
    anchorClock()
    return isSame
  }
}
