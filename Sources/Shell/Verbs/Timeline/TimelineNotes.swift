import Engine
import Objects
import Simulation
import Store

/// Commands and events as lines, the oldest first.
struct TimelineNotes {
  let timeline: Timeline
  var from: SimTime?
  /// No more lines than this; nil for all.
  var limit: Int?

  /// Lines go on below their words.
  private static let indentation = 12

  /// The commands so far, and those undone.
  var commands: [Picture.Part] {
    let past = timeline.past
    let shown = past.suffix(limit ?? past.count)
    var parts: [Picture.Part] = []
    if past.count > shown.count {
      parts.append(line(Phrase("… \(past.count - shown.count) earlier ones")))
    }
    parts += shown.map { line(Self.phrase($0)) }
    parts.append(line(Phrase("\(timeline.present.now.clockText)  ● now")))
    let future = timeline.future.reversed()
    parts += future.prefix(limit ?? future.count).map { moment in
      let command = Undo.firstLine(moment.command)
      return line(Phrase("\(moment.world.now.clockText)  ┊ undone: \(command)"))
    }
    return parts
  }

  private static func phrase(_ moment: Timeline.Moment) -> Phrase {
    Phrase("\(moment.world.now.clockText)  │ \(Undo.firstLine(moment.command))")
  }

  private func line(_ phrase: Phrase) -> Picture.Part {
    .text(phrase, indentation: Self.indentation)
  }

  /// The events about what has a lane, and the commands between them.
  func parts(
    about subject: ObjectKey, in records: [ObjectKey: LaneBook.Record]
  ) -> [Picture.Part] {
    let from = from ?? .worldBegins
    var notes: [(time: SimTime, phrase: Phrase)] = timeline.past.filter { $0.world.now >= from }
      .map { ($0.world.now, Self.phrase($0)) }
    let state = timeline.present.state
    for key in records.keys.sorted() {
      let uid = key.kind == .node ? key.name : state[key]?.metadata.uid
      for event in uid.map({ state.events(about: key, withUID: $0) }) ?? [] {
        guard
          let time = event.lastTimestamp ?? event.eventTime?.time
            ?? event.metadata.creationTimestamp, time >= from
        else { continue }
        notes.append((time, Self.phrase(event, at: time, isAboutOther: key != subject)))
      }
    }
    let sorted = notes.enumerated().sorted {
      ($0.element.time.wholeSecond, $0.offset) < ($1.element.time.wholeSecond, $1.offset)
    }.map(\.element.phrase)
    let shown = sorted.suffix(limit ?? sorted.count)
    var parts: [Picture.Part] = []
    if sorted.count > shown.count {
      parts.append(line(Phrase("… \(sorted.count - shown.count) earlier ones: --all", .faint)))
    }
    return parts + shown.map(line)
  }

  private static func phrase(
    _ event: Event, at time: SimTime, isAboutOther: Bool
  ) -> Phrase {
    let isWarning = event.type == .warning
    let count = event.series?.count ?? event.count ?? 1
    let times = count > 1 ? " ×\(count)" : ""
    let name = isAboutOther ? "\(event.involvedObject.name ?? "") " : ""
    return Phrase("\(time.clockText)  ")
      + Phrase(isWarning ? "! " : "· ", isWarning ? .bad : .faint)
      + Phrase("\(name)\(event.reason ?? "")\(times)", isWarning ? .warning : .plain)
      + Phrase("  \(event.message ?? "")", .faint)
  }
}
