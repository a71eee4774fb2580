import Engine
import Testing

@testable import Nodes

@Suite struct LogBookTests {
  private static func line(_ text: String) -> LogLine {
    LogLine(time: .worldBegins, stream: .out, text: text)
  }

  private static func bytes(_ book: LogBook) -> Int {
    book.lines.reduce(0) { $0 + $1.text.utf8.count + 1 }
  }

  @Test(arguments: [0, 1, 49, 50, 51, 100, 1234])
  func holdsWhatWasPrinted(count: Int) {
    var book = LogBook()
    for number in 0..<count { book.append(Self.line("\(number)")) }
    let copy = book
    if count > 0 { book.extend(by: "!") }
    book.append(Self.line("end"))
    #expect(copy.lines.map(\.text) == (0..<count).map { "\($0)" })
    #expect(copy.count == count)
    #expect(copy.isEmpty == (count == 0))
    #expect(book.lines.map(\.text).dropLast().last == (count > 0 ? "\(count - 1)!" : nil))
    for wanted in [0, 1, 50, 80, 2000] {
      #expect(book.suffix(wanted) == Array(book.lines.suffix(wanted)))
    }
    #expect(book.bytes == Self.bytes(book) && copy.bytes == Self.bytes(copy))
  }

  @Test func forgetsTheOldest() {
    var book = LogBook()
    for number in 0..<3 * LogBook.mostLines {
      book.append(Self.line("\(number)"))
      if number % 777 == 0 { #expect(book.count <= LogBook.mostLines) }
    }
    #expect(book.count > LogBook.mostLines / 2)
    #expect(book.lines.last?.text == "\(3 * LogBook.mostLines - 1)")
    #expect(book.lines.map { Int($0.text) ?? 0 }.isStepped)
    #expect(book.bytes == Self.bytes(book))
  }
}

extension [Int] {
  /// Whether each follows the one before.
  fileprivate var isStepped: Bool { zip(self, dropFirst()).allSatisfy { $0 + 1 == $1 } }
}
