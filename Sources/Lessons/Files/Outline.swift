/// A lesson file cut along its headings, before anything is made of it.
struct Outline {
  /// One `##` section.
  struct Section {
    var title: String
    var line: Int
    var prose: [Block] = []
    var parts: [Part] = []
  }

  /// One `###` part of a section.
  struct Part {
    var title: String
    var line: Int
    var blocks: [Block] = []

    /// Everything but fences, as Markdown.
    var text: String { Block.text(of: blocks) }
  }

  /// A run of lines: text, or a fence with its info words.
  struct Block {
    var line: Int
    var lines: [String]
    /// The words after the three back-ticks; nil for text.
    var info: [String]?

    static func text(of blocks: [Block]) -> String {
      let lines = blocks.filter { $0.info == nil }.flatMap(\.lines)
      return lines.joined(separator: "\n").trimmingBlankLines
    }

    /// Text and fences as they stand in the file.
    static func markdown(of blocks: [Block]) -> String {
      let lines = blocks.flatMap { block in
        block.info.map { ["```" + $0.joined(separator: " ")] + block.lines + ["```"] }
          ?? block.lines
      }
      return lines.joined(separator: "\n").trimmingBlankLines
    }
  }

  var frontMatter: [String] = []
  var introduction: [Block] = []
  var sections: [Section] = []

  init(_ text: String, file: String) throws(LessonError) {
    let text = text.replacing("\r\n", with: "\n")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try Self.refuseControls(in: lines, file: file)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      throw LessonError(
        file: file, line: 1, problem: "a lesson begins with its facts between two --- lines")
    }
    frontMatter = Array(lines[1..<end])
    try cut(lines, from: end + 1, file: file)
  }

  /// A lesson is shown in a terminal: nothing in it may steer one, or turn the writing round.
  private static func refuseControls(in lines: [String], file: String) throws(LessonError) {
    for (position, line) in lines.enumerated() {
      let control = line.unicodeScalars.first { scalar in
        switch scalar.value {
        case 0x09: false
        case 0..<0x20, 0x7f..<0xa0, 0x202a...0x202e, 0x2066...0x2069: true
        default: false
        }
      }
      guard let control else { continue }
      throw LessonError(
        file: file, line: position + 1,
        problem: "a control character stands here, U+"
          + String(control.value, radix: 16, uppercase: true))
    }
  }

  private mutating func cut(
    _ lines: [String], from start: Int, file: String
  ) throws(LessonError) {
    var position = start
    while position < lines.count {
      let line = lines[position]
      if line.hasPrefix("<!--") {
        position = try Self.end(ofComment: position, in: lines, file: file)
        continue
      }
      if line.hasPrefix("```") {
        let end = lines[(position + 1)...].firstIndex(of: "```")
        guard let end else {
          throw LessonError(file: file, line: position + 1, problem: "this fence is never closed")
        }
        let info = line.dropFirst(3).split(separator: " ").map(String.init)
        add(Block(line: position + 1, lines: Array(lines[(position + 1)..<end]), info: info))
        position = end + 1
        continue
      }
      if line.hasPrefix("### ") {
        guard !sections.isEmpty else {
          throw LessonError(
            file: file, line: position + 1, problem: "a ### part must stand below a ## step")
        }
        sections[sections.count - 1].parts.append(
          Part(title: String(line.dropFirst(4)), line: position + 1))
      } else if line.hasPrefix("## ") {
        sections.append(Section(title: String(line.dropFirst(3)), line: position + 1))
      } else {
        add(Block(line: position + 1, lines: [line], info: nil))
      }
      position += 1
    }
  }

  /// The line after a comment of the author's.
  private static func end(
    ofComment start: Int, in lines: [String], file: String
  ) throws(LessonError) -> Int {
    guard let end = lines[start...].firstIndex(where: { $0.hasSuffix("-->") }) else {
      throw LessonError(file: file, line: start + 1, problem: "this comment is never closed")
    }
    return end + 1
  }

  private mutating func add(_ block: Block) {
    guard let section = sections.indices.last else {
      introduction.append(block)
      return
    }
    if let part = sections[section].parts.indices.last {
      sections[section].parts[part].blocks.append(block)
    } else {
      sections[section].prose.append(block)
    }
  }
}

extension String {
  var trimmingBlankLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while lines.first?.allSatisfy(\.isWhitespace) ?? false { lines.removeFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  var trimmingSpaces: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace ?? false { rest.removeFirst() }
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return String(rest)
  }
}
