import Engine

/// Records and their fields.
extension AwkMachine {
  mutating func setRecord(_ bytes: Bytes) {
    record = bytes
    isSplit = false
    isRecordStale = false
  }

  mutating func currentRecord() -> Bytes {
    if isRecordStale {
      let conversion = conversion
      stepsLeft -= fields.count >> 3
      record = Bytes(
        fields.map { $0.text(conversion) }.joined(separator: special("OFS").text([])))
      isRecordStale = false
    }
    return record
  }

  mutating func split() {
    guard !isSplit else { return }
    isSplit = true
    stepsLeft -= record.count >> 4
    let separator = special("FS").text([])
    var found = parts(of: record, separator)
    if special("RS").text([]).isEmpty, separator != [32] {
      found = found.flatMap {
        $0.split(separator: .newline, omittingEmptySubsequences: false).map { Bytes($0) }
      }
    }
    fields = found.map { .input($0) }
  }

  mutating func field(_ number: Double) throws(AwkStop) -> AwkValue {
    let place = try place(number)
    if place == 0 { return .input(currentRecord()) }
    split()
    return place <= fields.count ? fields[place - 1] : .unset
  }

  private func place(_ number: Double) throws(AwkStop) -> Int {
    guard number >= 0 else { throw .problem("Access to negative field") }
    guard number < Double(Self.mostFields) else { throw .problem("Out of memory") }
    return Int(number)
  }

  mutating func setField(_ number: Double, _ value: AwkValue) throws(AwkStop) {
    let place = try place(number)
    guard place > 0 else {
      setRecord(value.text(conversion))
      return
    }
    split()
    fill(to: place)
    fields[place - 1] = value
    isRecordStale = true
  }

  /// Makes empty fields, so many that there are `count`.
  private mutating func fill(to count: Int) {
    stepsLeft -= max(0, count - fields.count) >> 3
    while fields.count < count { fields.append(.unset) }
  }

  mutating func setFieldCount(_ value: AwkValue) {
    split()
    let count = max(0, min(Int(clamping: value.number), Self.mostFields))
    fill(to: count)
    if fields.count > count { fields.removeLast(fields.count - count) }
    isRecordStale = true
  }

  /// The parts of a text between separators, as `FS` means them.
  mutating func parts(of text: Bytes, _ separator: Bytes) -> [Bytes] {
    if text.isEmpty { return [] }
    if separator == [32] {
      return text.split(whereSeparator: { $0 == 32 || $0 == 9 || $0 == 10 }).map { Bytes($0) }
    }
    if separator.isEmpty { return text.map { [$0] } }
    if separator.count == 1 {
      return text.split(separator: separator[0], omittingEmptySubsequences: false).map {
        Bytes($0)
      }
    }
    guard let pattern = pattern(separator) else { return [text] }
    return Self.parts(of: text, pattern)
  }

  static func parts(of text: Bytes, _ pattern: PosixPattern) -> [Bytes] {
    if text.isEmpty { return [] }
    var parts: [Bytes] = []
    var begin = 0
    var place = 0
    while place <= text.count, let range = pattern.firstMatch(in: text, from: place)?.range {
      guard !range.isEmpty else {
        place = range.upperBound + 1
        continue
      }
      parts.append(Bytes(text[begin..<range.lowerBound]))
      begin = range.upperBound
      place = begin
    }
    parts.append(Bytes(text[begin...]))
    return parts
  }

  /// A text as a regular expression; nil when it is none.
  mutating func pattern(_ text: Bytes) -> PosixPattern? {
    if let known = patterns[text] { return known }
    guard let pattern = try? PosixPattern(text, isExtended: true) else { return nil }
    if patterns.count > 200 { patterns = [:] }
    patterns[text] = pattern
    return pattern
  }

  // MARK: Lines that are asked for

  /// The next record of the input, for a bare `getline`.
  mutating func nextWaiting() -> Bytes? {
    guard waitingPlace < waiting.count else { return nil }
    waitingPlace += 1
    return waiting[waitingPlace - 1].bytes
  }

  mutating func nextLine(of path: Bytes, _ page: inout Page) -> Bytes?? {
    if readers[path] == nil {
      guard let bytes = page.contents(of: String(path)) else { return nil }
      readers[path] = TextLine.all(bytes).reversed()
    }
    return .some(readers[path]?.popLast()?.bytes)
  }

  mutating func nextLine(ofCommand command: Bytes) throws(AwkStop) -> Bytes?? {
    let key = Bytes("|".utf8) + command
    if readers[key] == nil {
      let answer = try ask(
        CommandWish(command: String(command), input: nil, isCaptured: true))
      readers[key] = TextLine.all(answer.output).reversed()
    }
    return .some(readers[key]?.popLast()?.bytes)
  }
}
