import Kubectl
import Lessons
import Nodes

extension Session {
  /// How the command before the cursor is written, for whoever asks what may follow; the words
  /// that fit are ``completions(of:)``.
  public func usage(before text: String) -> [String] {
    let words = CompletionWords(text).before
    let rest = words.drop { Parser.beforeCommands.contains($0) }
    guard let first = rest.first else { return ["A command; help tells what there is:"] }
    var arguments = Array(rest.dropFirst())
    if let text = aliases[first] {
      arguments = CompletionWords(text + " ").before + arguments
    } else if first != "kubectl", first != "k" {
      if let type = command(named: first, before: arguments) { return usage(of: type, arguments) }
      if let filter = TextFilter.all.first(where: { $0.name == first }) {
        return ["\(first): \(filter.summary)"]
      }
      arguments.insert(first, at: 0)
    }
    let plain = arguments.drop { $0.hasPrefix("-") }
    for count in stride(from: min(3, plain.count), to: 0, by: -1) {
      if let type = Kubectl.verb(named: plain.prefix(count).joined(separator: " ")) {
        let flags = type.flags.flags.map { "--\($0.name)" }
        let line = "kubectl \(Self.shortened(type.usage))"
        return pieces(flags.isEmpty ? [line] : [line, "Flags: " + flags.joined(separator: " ")])
      }
    }
    return arguments.isEmpty ? ["A verb of kubectl's:"] : []
  }

  /// Of several ways to write a command those that begin like what stands there.
  private func usage(of type: any Command.Type, _ arguments: [String]) -> [String] {
    let word = arguments.first { !$0.hasPrefix("-") }
    let fitting = type.usage.filter { line in
      guard let word else { return true }
      return line.split(separator: " ").dropFirst().first.map { $0 == word } ?? false
    }
    return pieces(fitting.isEmpty ? type.usage : fitting)
  }

  /// Of many ways to write one word only the first ones.
  private static func shortened(_ usage: String) -> String {
    usage.split(separator: " ").map { word in
      let ways = word.split(separator: "|")
      guard ways.count > 4 else { return String(word) }
      let end = word.last.map { "])".contains($0) ? String($0) : "" } ?? ""
      return ways.prefix(3).joined(separator: "|") + "|…" + end
    }.joined(separator: " ")
  }

  private func pieces(_ lines: [String]) -> [String] {
    let width = host.style().width ?? textWidth
    return lines.flatMap { HangingLines.pieces(of: $0, width: width, indentation: 6) }
  }

  /// The same and the words that may follow, a line each, where there is no editor to show them.
  public func possibilities(after text: String) -> [String] {
    let found = completions(of: text).candidates
    let width = min(30, found.map { ColumnWidth.of($0.text) }.max() ?? 0)
    let rows = found.prefix(Self.mostPossibilities).map { candidate in
      let room = max(2, width + 2 - ColumnWidth.of(candidate.text))
      let note = candidate.note.isEmpty ? "" : String(repeating: " ", count: room) + candidate.note
      return ColumnWidth.fitted("  " + candidate.text + note, columns: host.style().width ?? 80)
    }
    let rest = found.count - rows.count
    return usage(before: text) + rows + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private static let mostPossibilities = 40
}
