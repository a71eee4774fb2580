import Engine
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
    var memory: Int?
    /// Seconds of process time since the beginning.
    var seconds: Int
    var digest: String
  }

  private let title: String
  private let begin = Clock.processNanoseconds
  private var days: [Day] = []
  private var told = 0

  init(days: Double, nodes: Int, seed: UInt64) {
    title = "\"days\": \(days), \"nodes\": \(nodes), \"seed\": \(seed)"
  }

  static let heading =
    "day   pods objects changes moments waiting  lines seconds     MiB  digest"

  /// Notes the end of a day; its line, and what was found on it.
  mutating func close(_ number: Int, of life: SoakRun) -> String {
    let world = life.session.world
    let day = Day(
      number: number, pods: world.state.keys(.pod).count,
      objects: Kind.allCases.reduce(0) { $0 + world.state.keys($1).count },
      changes: world.history.count, moments: life.session.timeline.past.count,
      waiting: world.waitingCount, lines: life.lineCount, findings: life.findings.count,
      memory: ResidentMemory.mebibytes,
      seconds: Int((Clock.processNanoseconds - begin) / 1_000_000_000),
      digest: life.fingerprint.description)
    days.append(day)
    defer { told = life.findings.count }
    let columns = [
      (day.number, 3), (day.pods, 6), (day.objects, 7), (day.changes, 7), (day.moments, 7),
      (day.waiting, 7), (day.lines, 6), (day.seconds, 7), (day.memory ?? 0, 7),
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
    guard days.count > 5, let early = days[4].memory, let late = days.last?.memory, early > 0 else {
      return nil
    }
    let share = (late - early) * 100 / early
    return "\(early) MiB, then \(late) MiB (\(share < 0 ? "" : "+")\(share)%)"
  }

  func json(of life: SoakRun) -> String {
    let rows = days.map { day in
      "    {\"day\": \(day.number), \"pods\": \(day.pods), \"objects\": \(day.objects), "
        + "\"changes\": \(day.changes), \"moments\": \(day.moments), \"waiting\": \(day.waiting), "
        + "\"lines\": \(day.lines), \"seconds\": \(day.seconds), \"MiB\": \(day.memory ?? 0), "
        + "\"digest\": \"\(day.digest)\"}"
    }
    let found = life.findings.map { "    " + Self.quoted(Self.text($0)) }
    return "{\(title), \"lines\": \(life.lineCount), \"refused\": \(life.refusedCount), "
      + "\"looks\": \(life.looks), \"undone\": \(life.undone),\n"
      + "  \"digest\": \"\(days.last?.digest ?? "")\",\n"
      + "  \"byDay\": [\n\(rows.joined(separator: ",\n"))\n  ],\n"
      + "  \"findings\": [\n\(found.joined(separator: ",\n"))\n  ]}\n"
  }

  private static func text(_ finding: SoakRun.Finding) -> String {
    "\(finding.time.rfc3339), line \(finding.lines): \(finding.text)"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case let control where control.value < 32: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
