/// A script of `sed`, read once.
struct SedScript: Sendable {
  enum Address: Sendable {
    case line(Int)
    case last
    /// Nil: the expression that was used last.
    case matching(PosixPattern?)
    /// So many lines behind the first of the range.
    case further(Int)
  }

  struct Command: Sendable {
    var first: Address?
    var last: Address?
    var isNegated = false
    var action: Action
  }

  enum Action: Sendable {
    case substitute(Substitution)
    case translate([UInt8])
    case print, printFirstLine
    case delete, deleteFirstLine
    case quit
    case next, appendNext
    case hold, appendHold, get, appendGet, exchange
    case lineNumber
    case append(Bytes), insert(Bytes), change(Bytes)
    case read(String), write(String)
    /// Where to go on; the commands' end when it is their count.
    case branch(Int)
    case branchIfSubstituted(Int)
    case branchUnlessSubstituted(Int)
    /// What lies in front of the place is only for lines the address holds for.
    case block(end: Int)
    case nothing
  }

  /// `s/pattern/replacement/flags`
  struct Substitution: Sendable {
    enum Part: Sendable {
      case text(Bytes)
      case group(Int)
    }

    var pattern: PosixPattern?
    var replacement: [Part]
    var isGlobal = false
    var first = 1
    var prints = false
    var file: String?
  }

  var commands: [Command] = []

  /// The files it writes, which are empty when it begins.
  var files: [String] {
    commands.compactMap { command in
      switch command.action {
      case .write(let path): path
      case .substitute(let substitution): substitution.file
      case .translate, .print, .printFirstLine, .delete, .deleteFirstLine, .quit, .next,
        .appendNext, .hold, .appendHold, .get, .appendGet, .exchange, .lineNumber, .append,
        .insert, .change, .read, .branch, .branchIfSubstituted, .branchUnlessSubstituted,
        .block, .nothing:
        nil
      }
    }.filter { $0 != "/dev/stdout" }
  }
}

extension SedScript.Substitution {
  /// A line stops growing here: a replacement may repeat it often.
  private static let mostBytes = 32 << 20

  /// The line with its matches replaced; nil when there were none. The last flag says from which
  /// pattern on, when none of its own is given.
  func applied(to line: Bytes, _ pattern: PosixPattern) -> (bytes: Bytes, count: Int)? {
    var result: Bytes = []
    var place = 0
    var count = 0
    var lastEnd = -1
    var replaced = 0
    while place <= line.count, result.count < Self.mostBytes,
      let match = pattern.firstMatch(in: line, from: place)
    {
      let range = match.range
      result += line[place..<range.lowerBound]
      // An empty match right behind another one is none.
      let isRepeat = range.isEmpty && range.lowerBound == lastEnd
      if !isRepeat { count += 1 }
      if !isRepeat, count == first || (isGlobal && count > first) {
        append(match, line, to: &result)
        replaced += 1
      } else {
        result += line[range]
      }
      lastEnd = range.upperBound
      place = range.upperBound
      if range.isEmpty {
        if place < line.count { result.append(line[place]) }
        place += 1
      }
      if replaced > 0, !isGlobal { break }
    }
    guard replaced > 0 else { return nil }
    if place < line.count { result += line[place...] }
    return (result, replaced)
  }

  private func append(_ match: PosixPattern.Match, _ line: Bytes, to result: inout Bytes) {
    for part in replacement where result.count < Self.mostBytes {
      switch part {
      case .text(let bytes): result += bytes
      case .group(0): result += line[match.range]
      case .group(let number):
        if number <= match.groups.count, let range = match.groups[number - 1] {
          result += line[range]
        }
      }
    }
  }
}
