import Engine

/// How fast the cluster's time runs before somebody who watches.
struct Pace: Equatable {
  /// Virtual seconds a real one.
  static let speeds: [Int64] = [1, 2, 5, 10, 30, 60, 300, 1800]

  private(set) var speed: Int64
  var isPaused = false
  /// Virtual time that ought to have passed by now.
  private(set) var owed = SimSpan.zero

  init(speed: Int64) { self.speed = speed }

  mutating func speedUp() { speed = Self.speeds.first { $0 > speed } ?? speed }

  mutating func slowDown() { speed = Self.speeds.last { $0 < speed } ?? speed }

  /// This much real time has passed. A machine that does not keep up never owes more than a
  /// second's worth: what is lost is speed, not the answer to a key.
  mutating func realTimePassed(_ milliseconds: Int64) {
    guard !isPaused else { return }
    owed = min(owed + .milliseconds(milliseconds * speed), .seconds(speed))
  }

  mutating func pay(_ span: SimSpan) { owed = max(.zero, owed - span) }

  var text: String { isPaused ? "paused ×\(speed)" : "×\(speed)" }
}
