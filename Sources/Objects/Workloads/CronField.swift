/// The values one field of a cron schedule names, such as `1-5` or `*/15`.
public struct CronField: Hashable, Sendable {
  /// What the values of a field may be, and the names they may go by.
  struct Range: Sendable {
    var bounds: ClosedRange<Int>
    var names: [String]

    static let minute = Range(bounds: 0...59, names: [])
    static let hour = Range(bounds: 0...23, names: [])
    static let day = Range(bounds: 1...31, names: [])
    static let month = Range(
      bounds: 1...12,
      names: [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
      ])
    /// 0 is Sunday.
    static let weekday = Range(
      bounds: 0...6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"])
  }

  /// Bit n is set when n is meant.
  private var values: UInt64 = 0
  /// Whether the field says `*` or `?`: then it leaves the choice of days to the other day field.
  private(set) var isOpen = false

  func contains(_ value: Int64) -> Bool { values & (1 << UInt64(value)) != 0 }

  /// A comma separated list of `*`, numbers, names and ranges, each with or without a step.
  init(_ text: Substring, _ range: Range) throws(CronSchedule.Problem) {
    for part in text.split(separator: ",") { try add(part, range) }
  }

  private mutating func add(
    _ text: Substring, _ range: Range
  ) throws(CronSchedule.Problem) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    let ends = halves[0].split(separator: "-", omittingEmptySubsequences: false)
    if halves.count > 2 { throw .tooManySlashes(String(text)) }
    if ends.count > 2 { throw .tooManyHyphens(String(text)) }
    var first = range.bounds.lowerBound
    var last = range.bounds.upperBound
    let opensAll = ends[0] == "*" || ends[0] == "?"
    if !opensAll {
      first = try Self.number(ends[0], range)
      last = ends.count > 1 ? try Self.number(ends[1], range) : first
    }
    var step = 1
    if halves.count > 1 {
      step = try Self.number(halves[1])
      // `5/15` means from 5 on, to the end.
      if ends.count == 1, !opensAll { last = range.bounds.upperBound }
    }
    if opensAll, step <= 1 { isOpen = true }
    try Self.check(first, last, step, range, String(text))
    for value in stride(from: first, through: last, by: step) { values |= 1 << UInt64(value) }
  }

  private static func check(
    _ first: Int, _ last: Int, _ step: Int, _ range: Range, _ text: String
  ) throws(CronSchedule.Problem) {
    if first < range.bounds.lowerBound {
      throw .belowMinimum(first, range.bounds.lowerBound, text)
    }
    if last > range.bounds.upperBound { throw .aboveMaximum(last, range.bounds.upperBound, text) }
    if first > last { throw .backwards(first, last, text) }
    if step == 0 { throw .noStep(text) }
  }

  private static func number(
    _ text: Substring, _ range: Range
  ) throws(CronSchedule.Problem) -> Int {
    if let place = range.names.firstIndex(of: text.lowercased()) {
      return place + range.bounds.lowerBound
    }
    return try number(text)
  }

  private static func number(_ text: Substring) throws(CronSchedule.Problem) -> Int {
    guard let number = Int(text) else { throw .notANumber(String(text)) }
    if number < 0 { throw .negative(number, String(text)) }
    return number
  }
}
