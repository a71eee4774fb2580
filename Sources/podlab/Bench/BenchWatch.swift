import Terminal

/// A stopwatch that can be stopped while the scene looks at what has come of it.
struct BenchWatch {
  private var processor: Int64 = 0
  private var wall: Int64 = 0
  private var began: (processor: Int64, wall: Int64)?

  mutating func start() { began = (Clock.processNanoseconds, Clock.monotonicMilliseconds) }

  mutating func stop() {
    guard let began else { return }
    processor += Clock.processNanoseconds - began.processor
    wall += Clock.monotonicMilliseconds - began.wall
    self.began = nil
  }

  /// How long this process has been at work on it, whatever other programs did meanwhile.
  var seconds: Double { Double(max(1, processor)) / 1e9 }

  /// How long one would have waited for it.
  var wallSeconds: Double { Double(wall) / 1000 }

  func rate(of count: Int) -> Double { Double(count) / seconds }

  /// Milliseconds of one go, of at least five and as many as take a fifth of a second; each is told
  /// which it is.
  static func mean(_ body: (Int) -> Void) -> Double {
    var count = 0
    let began = Clock.processNanoseconds
    var taken: Int64 = 0
    while count < 5 || (taken < 200_000_000 && count < 1000) {
      body(count)
      count += 1
      taken = Clock.processNanoseconds - began
    }
    return Double(taken) / Double(count) / 1e6
  }
}
