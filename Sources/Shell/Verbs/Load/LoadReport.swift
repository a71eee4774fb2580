import Engine
import Objects
import Simulation

/// How synthetic traffic fared, in 80 columns.
struct LoadReport {
  private let run: LoadRun
  private let now: SimTime

  init(_ run: LoadRun, at now: SimTime) {
    self.run = run
    self.now = run.endedAt ?? now
  }

  /// For programs.
  var document: APIValue {
    let latencies = Self.latencyShares.compactMap { name, part in
      run.latency(ofShare: part).map { (name, APIValue.integer($0)) }
    }
    return [
      "target": .string(run.plan.title),
      "requestsPerSecond": .integer(Int64(run.plan.perSecond)),
      "startedAt": .string(run.startedAt.rfc3339),
      "endedAt": run.endedAt.map { .string($0.rfc3339) } ?? .null,
      "isRunning": .bool(run.isRunning), "sent": .integer(Int64(run.total.sent)),
      "answered": .integer(Int64(run.total.sent - run.total.failed)),
      "failed": .integer(Int64(run.total.failed)),
      "latencyMicroseconds": .object(Members(latencies)),
      "failures": .array(
        sortedFailures.map {
          ["reason": .string($0.key.text), "count": .integer(Int64($0.value))]
        }),
      "pods": .array(
        run.pods.sorted { $0.key < $1.key }.map { name, tally in
          var document = Self.document(of: tally)
          document["name"] = .string(name)
          return document
        }),
      "seconds": .array(run.seconds.map(Self.document)),
    ]
  }

  private static func document(of tally: LoadRun.Tally) -> APIValue {
    ["sent": .integer(Int64(tally.sent)), "failed": .integer(Int64(tally.failed))]
  }

  var text: String {
    ([heading, summary] + latencies + failures + pods + picture).map { $0 + "\n" }.joined()
  }

  private var heading: String {
    let rate = "\(run.plan.perSecond) requests a second"
    let span = (now - run.startedAt).goText
    return "\(run.plan.title): \(rate), "
      + (run.isRunning ? "for \(span) so far" : "for \(span), ended \(now.clockText)")
  }

  /// `1500 sent, 98.7% answered`
  var rate: String {
    let answered = run.total.sent - run.total.failed
    return "\(run.total.sent) sent, \(share(answered, of: run.total.sent)) answered"
  }

  private var summary: String {
    let answered = run.total.sent - run.total.failed
    return "  \(run.total.sent) sent, \(answered) answered (\(share(answered, of: run.total.sent)))"
      + ", \(run.total.failed) failed"
  }

  private static let latencyShares = [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1.0)]

  private var latencies: [String] {
    let parts = Self.latencyShares.compactMap { name, part in
      run.latency(ofShare: part).map { "\(name) \(Self.duration($0))" }
    }
    return parts.isEmpty ? [] : ["  latency  " + parts.joined(separator: "  ")]
  }

  /// `820us`, `1.4ms`, `37ms`, `2.1s`
  private static func duration(_ microseconds: Int64) -> String {
    func tenths(_ number: Int64, _ unit: Int64) -> String {
      number >= 10 * unit
        ? "\(number / unit)" : "\(number / unit).\(number % unit * 10 / unit)"
    }
    if microseconds < 1000 { return "\(microseconds)us" }
    return microseconds < 1_000_000
      ? tenths(microseconds, 1000) + "ms" : tenths(microseconds, 1_000_000) + "s"
  }

  private func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0.0%" }
    // Never rounded up to all of them.
    let thousandths = part * 1000 / whole
    return "\(thousandths / 10).\(thousandths % 10)%"
  }

  private var failures: [String] {
    if run.failures.isEmpty { return [] }
    return ["  failures"]
      + sortedFailures.map { "    \(padded("\($0.value)", to: 6))  \($0.key.text)" }
  }

  /// The most frequent first.
  private var sortedFailures: [(key: LoadFailure, value: Int)] {
    run.failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }

  // MARK: - Pods

  private static let mostPods = 12
  private static let barWidth = 20

  private var pods: [String] {
    let sorted = run.pods.sorted { $0.key < $1.key }
    if sorted.isEmpty { return [] }
    let shown = sorted.prefix(Self.mostPods)
    let width = min(40, shown.map(\.key.count).max() ?? 0)
    let most = max(1, sorted.map(\.value.sent).max() ?? 1)
    var lines = shown.map { name, tally in
      let bar = String(repeating: "#", count: tally.sent * Self.barWidth / most)
      let failed = tally.failed == 0 ? "" : "  \(tally.failed) failed"
      let cut = String(name.prefix(width))
      return "    " + cut + String(repeating: " ", count: width - cut.count)
        + " \(padded("\(tally.sent)", to: 6)) \(bar)\(failed)"
    }
    if sorted.count > shown.count { lines.append("    and \(sorted.count - shown.count) more") }
    return ["  by pod"] + lines
  }

  // MARK: - Over time

  private static let mostColumns = 60

  /// One sign for a stretch of time: how much of it failed.
  private var picture: [String] {
    let seconds = run.seconds
    if seconds.isEmpty { return [] }
    let stretch = (seconds.count + Self.mostColumns - 1) / Self.mostColumns
    var signs = ""
    for start in stride(from: 0, to: seconds.count, by: stretch) {
      let part = seconds[start..<min(start + stretch, seconds.count)]
      signs += Self.sign(
        sent: part.reduce(0) { $0 + $1.sent }, failed: part.reduce(0) { $0 + $1.failed })
    }
    let last = run.startedAt + .seconds(Int64(seconds.count))
    return [
      "  over time, \(SimSpan.seconds(Int64(stretch)).goText) a sign (. none failed, 1-9 tenths, "
        + "X all)",
      "    \(run.startedAt.clockText) \(signs) \(last.clockText)",
    ]
  }

  private static func sign(sent: Int, failed: Int) -> String {
    if sent == 0 { return " " }
    if failed == 0 { return "." }
    if failed == sent { return "X" }
    return "\(max(1, failed * 10 / sent))"
  }

  private func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
