import Kubectl
import Lessons

/// Texts that were broken into lines by hand, for screens too narrow for them.
enum HelpText {
  /// The lines of a text as they are while they fit; else paragraphs are broken anew. Lines that
  /// begin with a space or have columns stay what they are.
  static func lines(_ text: String, width: Int) -> [String] {
    let lines = Lines(text).lines
    guard lines.contains(where: { ColumnWidth.of($0) > width }) else { return lines }
    let longest = lines.map(ColumnWidth.of).max() ?? width
    var paragraphs: [String] = []
    var before: String?
    for line in lines {
      if let before, goesOn(from: before, to: line, longest: longest) {
        paragraphs[paragraphs.count - 1] += " " + line.trimmed()
      } else {
        paragraphs.append(line)
      }
      before = line
    }
    return paragraphs.flatMap {
      HangingLines.pieces(of: $0, width: width, indentation: min(indentation(of: $0), width / 3))
    }
  }

  /// Whether the author broke the line only because it was full.
  private static func goesOn(from before: String, to line: String, longest: Int) -> Bool {
    guard !before.isEmpty, let word = line.split(separator: " ").first, !word.hasSuffix(":") else {
      return false
    }
    let isIndented = line.hasPrefix(" ")
    guard isIndented ? indentation(of: before) == line.prefix(while: { $0 == " " }).count : true,
      isIndented || !hasColumns(line), isIndented || !hasColumns(before)
    else { return false }
    return ColumnWidth.of(before) + 1 + ColumnWidth.of(String(word)) > min(longest, 76)
  }

  private static func hasColumns(_ line: String) -> Bool { line.contains("  ") }

  /// Where the lines below a line begin: under its last column, or a little to the right.
  private static func indentation(of line: String) -> Int {
    let margin = line.prefix { $0 == " " }.count
    guard let gap = line.dropFirst(margin).firstRange(of: "  ") else { return margin }
    let rest = line[gap.lowerBound...]
    return line.distance(from: line.startIndex, to: gap.lowerBound)
      + rest.prefix { $0 == " " }.count
  }
}
