/// `seq`
enum SequenceTool: WordTool {
  static let names = ["seq"]

  /// Whoever asks for more wants to fill the memory.
  private static let mostNumbers = 1_000_000

  static func written(_ words: [String]) -> Written {
    var words = words[...]
    var separator = "\n"
    var isPadded = false
    while let word = words.first, word.hasPrefix("-"), word.utf8.count > 1,
      !(word.utf8.dropFirst().first.map { $0.isDigit || $0 == 46 } ?? false)
    {
      words.removeFirst()
      if word == "--" { break }
      if word == "-w" {
        isPadded = true
      } else if word.hasPrefix("-s") {
        separator = word == "-s" ? words.popFirst() ?? "" : String(word.dropFirst(2))
      } else {
        return Written(complaint: "invalid option -- '\(word.dropFirst().prefix(1))'")
      }
    }
    guard (1...3).contains(words.count) else { return Written(complaint: "needs 1 to 3 numbers") }
    var numbers: [Double] = []
    for word in words {
      let (value, count) = NumberReader.decimal(Bytes(word.utf8))
      guard count == word.utf8.count, count > 0 else {
        return Written(complaint: "invalid number '\(word)'")
      }
      numbers.append(value)
    }
    let texts = Array(words)
    return Written(
      Bytes(text(numbers, texts, separator: separator, isPadded: isPadded).utf8))
  }

  private static func text(
    _ numbers: [Double], _ words: [String], separator: String, isPadded: Bool
  ) -> String {
    let first = numbers.count > 1 ? numbers[0] : 1
    let step = numbers.count > 2 ? numbers[1] : 1
    let last = numbers[numbers.count - 1]
    func digits(_ word: String) -> Int {
      word.firstIndex(of: ".").map { word[$0...].utf8.count - 1 } ?? 0
    }
    let steps = words.count > 1 ? words.dropLast() : words[...]
    let precision = words.count > 1 ? steps.map(digits).max() ?? 0 : 0
    var spec = FormatSpec("f", precision: precision)
    if isPadded {
      spec.isZeroed = true
      spec.width = [first, last].map { spec.number($0).count }.max() ?? 0
    }
    var parts: [String] = []
    var place = 0.0
    while parts.count < mostNumbers {
      let value = first + place * step
      let isBehind = step > 0 ? value > last + step * 1e-9 : value < last + step * 1e-9
      if isBehind { break }
      parts.append(String(spec.number(value)))
      place += 1
    }
    return parts.isEmpty ? "" : parts.joined(separator: separator) + "\n"
  }
}
