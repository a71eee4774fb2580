import Engine
import Simulation

/// How users fare, taken from the traffic second by second.
struct ServiceLevel {
  private let run: LoadRun

  init?(_ world: World) {
    guard let run = world.load else { return nil }
    self.run = run
  }

  /// What was sent from `begin` until before `end`.
  func tally(from begin: SimTime, until end: SimTime) -> LoadRun.Tally {
    let first = place(begin)
    let last = max(first, place(end))
    return run.seconds[first..<last].reduce(into: LoadRun.Tally()) {
      $0.sent += $1.sent
      $0.failed += $1.failed
    }
  }

  private func place(_ time: SimTime) -> Int {
    min(max(0, Int((time - run.startedAt).milliseconds / 1000)), run.seconds.count)
  }

  private func time(_ place: Int) -> SimTime { run.startedAt + .seconds(Int64(place)) }

  /// When a request failed for the first time.
  var firstFailure: SimTime? { run.seconds.firstIndex { $0.failed > 0 }.map(time) }

  /// The end of the last second in which a request failed.
  var lastFailure: SimTime? { run.seconds.lastIndex { $0.failed > 0 }.map { time($0 + 1) } }

  /// The first moment at which a tenth of a minute's requests had failed.
  var alert: SimTime? {
    guard let first = firstFailure else { return nil }
    return (place(first)..<run.seconds.count).first { second in
      let minute = tally(from: time(second - 59), until: time(second + 1))
      return minute.failed * 10 >= minute.sent
    }.map { time($0 + 1) }
  }
}

extension LoadRun.Tally {
  /// The part that was answered, in thousandths, never rounded up; nil when nothing was sent.
  var answeredThousandths: Int? { sent == 0 ? nil : (sent - failed) * 1000 / sent }

  /// `98.7 %`
  var answeredText: String {
    guard let share = answeredThousandths else { return "nothing sent" }
    return "\(share / 10).\(share % 10) %"
  }
}
