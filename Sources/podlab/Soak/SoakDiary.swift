import Engine
import Manifests
import Objects
import Shell
import Simulation
import Soak
import Store
import Terminal

/// What a life was like, day by day.
struct SoakDiary {
  private struct Day {
    var number: Int
    var pods: Int
    var objects: Int
    /// What the past holds: changes, and kept worlds.
    var changes: Int
    var moments: Int
    /// What is still to come.
    var waiting: Int
    var lines: Int
    var findings: Int
    /// In MiB; 0 where the system does not tell.
    var memory: Int
    /// Seconds of process time since the beginning.
    var seconds: Int
    var digest: String
  }

  private let daysAsked: Double
  private let nodes: Int
  private let seed: UInt64
  private let begin = Clock.processNanoseconds
  private var days: [Day] = []
  private var told = 0

  init(days: Double, nodes: Int, seed: UInt64) {
    daysAsked = days
    self.nodes = nodes
    self.seed = seed
  }

  static let heading =
    "day   pods objects changes moments waiting  lines seconds     MiB  digest"

  /// Notes the end of a day; its line, and what was found on it.
  mutating func close(_ number: Int, of life: SoakRun) -> String {
    let world = life.session.world
    let day = Day(
      number: number, pods: world.state.count(of: .pod),
      objects: Kind.allCases.reduce(0) { $0 + world.state.count(of: $1) },
      changes: world.history.count, moments: life.session.timeline.past.count,
      waiting: world.waitingCount, lines: life.lineCount, findings: life.findings.count,
      memory: ProcessMemory.residentBytes() >> 20,
      seconds: Int((Clock.processNanoseconds - begin) / 1_000_000_000),
      digest: life.fingerprint.description)
    days.append(day)
    defer { told = life.findings.count }
    let columns = [
      (day.number, 3), (day.pods, 6), (day.objects, 7), (day.changes, 7), (day.moments, 7),
      (day.waiting, 7), (day.lines, 6), (day.seconds, 7), (day.memory, 7),
    ]
    let row = columns.map { Self.padded("\($0.0)", to: $0.1) }.joined(separator: " ")
    let news = life.findings[told...].map { "    " + Self.text($0) + "\n" }
    return row + "  " + day.digest + "\n" + news.joined()
  }

  /// How it all went.
  func summary(of life: SoakRun) -> String {
    var text = "\(life.lineCount) lines, \(life.refusedCount) of them refused; "
    text += "\(life.looks) times looked over, \(life.undone) lines undone and done again\n"
    if let growth { text += "memory since day 5: \(growth)\n" }
    text += life.findings.isEmpty ? "nothing was found" : "\(life.findings.count) findings"
    return text + "; digest \(days.last?.digest ?? "")\n"
  }

  /// How memory has changed since the fifth day: `612 MiB, then 630 MiB (+2%)`.
  private var growth: String? {
    guard days.count > 5, let late = days.last?.memory, case let early = days[4].memory, early > 0
    else { return nil }
    let share = (late - early) * 100 / early
    return "\(early) MiB, then \(late) MiB (\(share < 0 ? "" : "+")\(share)%)"
  }

  func json(of life: SoakRun) -> String {
    let document = Self.object([
      ("days", .number(daysAsked)), ("nodes", Self.number(nodes)),
      ("seed", Int64(exactly: seed).map { .integer($0) } ?? .string("\(seed)")),
      ("lines", Self.number(life.lineCount)), ("refused", Self.number(life.refusedCount)),
      ("looks", Self.number(life.looks)), ("undone", Self.number(life.undone)),
      ("digest", .string(days.last?.digest ?? "")),
      ("byDay", .array(days.map(Self.document))),
      ("findings", .array(life.findings.map { .string(Self.text($0)) })),
    ])
    return JSON.encode(document, pretty: true) + "\n"
  }

  private static func document(of day: Day) -> APIValue {
    object([
      ("day", number(day.number)), ("pods", number(day.pods)), ("objects", number(day.objects)),
      ("changes", number(day.changes)), ("moments", number(day.moments)),
      ("waiting", number(day.waiting)), ("lines", number(day.lines)),
      ("findings", number(day.findings)), ("seconds", number(day.seconds)),
      ("MiB", number(day.memory)), ("digest", .string(day.digest)),
    ])
  }

  private static func object(_ members: [(String, APIValue)]) -> APIValue {
    .object(Members(members))
  }

  private static func number(_ count: Int) -> APIValue { .integer(Int64(count)) }

  private static func text(_ finding: SoakRun.Finding) -> String {
    "\(finding.time.rfc3339), line \(finding.lines): \(finding.text)"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
