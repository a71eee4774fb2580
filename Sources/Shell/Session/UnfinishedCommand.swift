/// The lines of a script that come one by one, until they make a command.
struct UnfinishedCommand {
  private(set) var text = ""
  /// How many lines of the script came before.
  private var linesBefore = 0
  private var lineCount = 0
  /// The line that ends the here-document which is being read.
  private var awaited: String?
  /// Up to so many bytes it is of no use to look whether the command is whole.
  private var leastBytes = 0

  /// Beyond this a command is looked at only where it has grown by a part: looking at each line of
  /// a command of a hundred thousand lines would take for ever.
  private static let bytesReadOften = 10_000
  private static let partOfGrowth = 16

  /// The command, where it is whole with this line. A text that cannot become one is an error,
  /// which names the line of the script.
  mutating func add(_ line: String) throws(SyntaxProblem) -> String? {
    text += line + "\n"
    lineCount += 1
    if let awaited {
      guard line.drop(while: { $0 == "\t" }) == awaited else { return try tooLong() }
      self.awaited = nil
    } else if text.utf8.count < leastBytes {
      return nil
    }
    if !FreeText.isSpoken(text) {
      do throws(SyntaxProblem) {
        _ = try Parser.parse(text)
        if text.hasSuffix("\\\n") { return nil }
      } catch {
        guard error.isIncomplete else { throw error.moved(by: linesBefore) }
        if case .unterminatedDocument(let end, _) = error { awaited = end }
        let bytes = text.utf8.count
        leastBytes = bytes < Self.bytesReadOften ? 0 : bytes + bytes / Self.partOfGrowth
        return nil
      }
    }
    defer {
      text = ""
      linesBefore = lineCount
      leastBytes = 0
    }
    return text
  }

  private func tooLong() throws(SyntaxProblem) -> String? {
    guard text.utf8.count <= Tokenizer.lengthLimit else {
      throw .tooLong(limit: Tokenizer.lengthLimit)
    }
    return nil
  }
}

extension SyntaxProblem {
  /// The same in a text that has so many lines more in front.
  fileprivate func moved(by lines: Int) -> SyntaxProblem {
    func moved(_ place: Place) -> Place {
      Place(line: place.line + lines, column: place.column)
    }
    return switch self {
    case .unterminatedQuote(let quote, let place): .unterminatedQuote(quote, at: moved(place))
    case .unterminatedSubstitution(let place): .unterminatedSubstitution(at: moved(place))
    case .unterminatedDocument(let end, let place):
      .unterminatedDocument(end: end, at: moved(place))
    case .unfinished(let place): .unfinished(at: moved(place))
    case .unexpected(let token, let place): .unexpected(token, at: moved(place))
    case .unsupported(let what, let place): .unsupported(what, at: moved(place))
    case .tooDeep(let place): .tooDeep(at: moved(place))
    case .tooLong: self
    }
  }
}
