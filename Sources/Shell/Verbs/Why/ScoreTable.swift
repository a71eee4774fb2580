import Scheduling

/// What each plugin gave the best nodes, side by side: what it counted, that of 100, and that times
/// its weight.
struct ScoreTable {
  private let reports: [Decision.NodeReport]

  /// More do not stand side by side.
  private static let mostNodes = 3

  /// `reports` have scores, the best first.
  init(of reports: [Decision.NodeReport]) {
    self.reports = Array(reports.prefix(Self.mostNodes))
  }

  var lines: [String] {
    guard let plugins = reports.first?.scores, !plugins.isEmpty else { return [] }
    var rows = [["raw → of 100 → weighted"] + reports.map { String($0.node.prefix(13)) }]
    for score in plugins {
      rows.append(
        ["\(score.plugin.rawValue) ×\(score.weight)"]
          + reports.map { report in
            report.scores.first { $0.plugin == score.plugin }.map(Self.cell) ?? ""
          })
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ").trimmed(atEnd: " ")
    }
  }

  /// `94→94→94`
  private static func cell(_ score: Decision.Score) -> String {
    "\(score.raw.map { "\($0)" } ?? "-")→\(score.normalised)→\(score.weighted)"
  }
}

extension String {
  fileprivate func trimmed(atEnd character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
