import Kubectl
import Lessons
import Nodes

/// What `help` alone shows: everything by name on one screen, or a line about each.
struct HelpPage {
  let width: Int

  /// Column in which the words of a group begin.
  private static let margin = 11

  /// Whether there is no room for two columns.
  private var isNarrow: Bool { width < 60 }

  var lines: [String] {
    var lines = paragraph(
      "A Kubernetes cluster, yours to break. What kubectl does works here, with or without kubectl "
        + "in front; time stands still until you move it.")
    lines.append("")
    for (place, step) in Self.firstSteps.enumerated() {
      lines += self.step(step.line, step.note, title: place == 0 ? "Begin" : "")
    }
    lines.append("")
    for section in CommandSection.allCases {
      let names = commands.filter { $0.section == section && $0.name != "[" && $0.name != ":" }
        .map { $0.name }
      lines += group(section.shortTitle, names)
    }
    lines += group("Filters", TextFilter.all.map(\.name))
    lines += group("Topics", HelpTopic.all.map(\.name))
    lines.append("")
    return lines
      + paragraph("help WORD tells more, help all a line on each; kubectl --help is kubectl's own.")
  }

  private static let firstSteps = [
    (line: "lesson next", note: "the first lesson, or the next"),
    (line: "create deployment web --image=nginx --replicas=3", note: ""),
    (line: "advance 10s; get pods -o wide", note: "let time pass, and look"),
    (line: "why pod/NAME", note: "why is it there?"),
    (line: "fail node worker-1", note: "pull a plug, advance, look again"),
  ]

  private func paragraph(_ text: String) -> [String] {
    HangingLines.pieces(of: text, width: width, indentation: 0)
  }

  private var margin: Int { isNarrow ? 2 : Self.margin }

  private func titled(_ title: String, _ text: String) -> [String] {
    let start = title + String(repeating: " ", count: max(1, margin - title.count))
    return HangingLines.pieces(of: start + text, width: width, indentation: margin)
  }

  private func step(_ line: String, _ note: String, title: String) -> [String] {
    let room = String(repeating: " ", count: max(2, 32 - line.count))
    return titled(title, note.isEmpty || isNarrow ? line : line + room + note)
  }

  private func group(_ title: String, _ words: [String]) -> [String] {
    titled(title, words.joined(separator: " "))
  }

  // MARK: - A line about each

  var list: [String] {
    var lines: [String] = []
    for section in CommandSection.allCases {
      lines.append(section.title)
      for type in commands where type.section == section {
        lines += row(type.name, type.summary)
      }
      lines.append("")
    }
    lines.append("Text tools, behind a pipe or alone")
    for filter in TextFilter.all { lines += row(filter.name, filter.summary) }
    lines += ["", "Topics"]
    for topic in HelpTopic.all { lines += row(topic.name, topic.summary) }
    return lines + [""] + paragraph("kubectl --help lists kubectl's verbs.")
  }

  private func row(_ name: String, _ summary: String) -> [String] {
    let text = "  " + name + String(repeating: " ", count: max(1, 12 - name.count)) + summary
    return HangingLines.pieces(of: text, width: width, indentation: isNarrow ? 4 : 14)
  }
}

extension CommandSection {
  /// One word for it.
  var shortTitle: String {
    switch self {
    case .time: "Time"
    case .hardware: "Machines"
    case .looking: "Seeing"
    case .learning: "Learning"
    case .session: "Session"
    case .shell: "Shell"
    }
  }
}
