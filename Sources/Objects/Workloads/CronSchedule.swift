import Engine

/// When a CronJob runs: five fields, `minute hour day month weekday`, or a word such as `@hourly`.
public struct CronSchedule: Hashable, Sendable {
  /// What is wrong with a schedule, in the words of the library that Kubernetes reads it with.
  public enum Problem: Error, Hashable, Sendable {
    case empty
    case wrongCount(fields: [String])
    case unknownWord(String)
    case unreadableInterval(String)
    case tooManyHyphens(String)
    case tooManySlashes(String)
    case notANumber(String)
    case negative(Int, String)
    case belowMinimum(Int, Int, String)
    case aboveMaximum(Int, Int, String)
    case backwards(Int, Int, String)
    case noStep(String)
  }

  private enum Form: Hashable, Sendable {
    case fields(
      minute: CronField, hour: CronField, day: CronField, month: CronField, weekday: CronField)
    /// A fixed time after the last run: `@every 90s`.
    case interval(seconds: Int64)
  }

  private let form: Form

  private static let words: [String: String] = [
    "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0", "@daily": "0 0 * * *", "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
  ]

  public init(_ text: String) throws(Problem) {
    if text.isEmpty { throw .empty }
    var text = text
    if text.hasPrefix("@") {
      if text.hasPrefix("@every ") {
        form = try Self.interval(text)
        return
      }
      guard let meaning = Self.words[text] else { throw .unknownWord(text) }
      text = meaning
    }
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 5 else { throw .wrongCount(fields: parts.map(String.init)) }
    form = .fields(
      minute: try CronField(parts[0], .minute), hour: try CronField(parts[1], .hour),
      day: try CronField(parts[2], .day), month: try CronField(parts[3], .month),
      weekday: try CronField(parts[4], .weekday))
  }

  private static func interval(_ text: String) throws(Problem) -> Form {
    guard let span = SimSpan(goText: String(text.dropFirst("@every ".count))) else {
      throw .unreadableInterval(text)
    }
    return .interval(seconds: max(1, span.seconds))
  }

  /// The first moment after `time` that the schedule names, in a time zone; nil when there is none
  /// within five years, such as for a 31st of February.
  public func next(after time: SimTime, in zone: TimeZoneRules) -> SimTime? {
    switch form {
    case .interval(let seconds): time.wholeSecond + .seconds(seconds)
    case .fields(let minute, let hour, let day, let month, let weekday):
      Search(minute: minute, hour: hour, day: day, month: month, weekday: weekday, zone: zone)
        .next(after: time)
    }
  }
}

/// Looks for the next moment in the time of a zone: by months, days, hours, minutes.
private struct Search {
  let minute: CronField
  let hour: CronField
  let day: CronField
  let month: CronField
  let weekday: CronField
  let zone: TimeZoneRules

  func next(after time: SimTime) -> SimTime? {
    var local = zone.local(time)
    local = SimTime(milliseconds: (local.seconds / 60 + 1) * 60_000)
    let lastYear = local.calendar.year + 5
    while case let parts = local.calendar, parts.year <= lastYear {
      if !month.contains(parts.month) {
        let (year, next) =
          parts.month == 12 ? (parts.year + 1, 1) : (parts.year, parts.month + 1)
        local = SimTime(year: year, month: next, day: 1)
      } else if !isRight(parts) {
        local = SimTime(year: parts.year, month: parts.month, day: parts.day) + .hours(24)
      } else if !hour.contains(parts.hour) {
        local =
          SimTime(year: parts.year, month: parts.month, day: parts.day, hour: parts.hour)
          + .hours(1)
      } else if !minute.contains(parts.minute) {
        local += .minutes(1)
      } else if let moment = zone.moment(local), moment > time {
        return moment
      } else {
        // The clocks go over this minute, or it has been there before.
        local += .minutes(1)
      }
    }
    return nil
  }

  /// Days of the month and of the week: both must fit where one of them is open, else either.
  private func isRight(_ parts: CalendarParts) -> Bool {
    let fits = (day.contains(parts.day), weekday.contains(parts.weekday))
    return day.isOpen || weekday.isOpen ? fits.0 && fits.1 : fits.0 || fits.1
  }
}

extension CronSchedule.Problem {
  public var message: String {
    switch self {
    case .empty: "empty spec string"
    case .wrongCount(let fields):
      "expected exactly 5 fields, found \(fields.count): [\(fields.joined(separator: " "))]"
    case .unknownWord(let text): "unrecognized descriptor: \(text)"
    case .unreadableInterval(let text): "failed to parse duration \(text)"
    case .tooManyHyphens(let text): "too many hyphens: \(text)"
    case .tooManySlashes(let text): "too many slashes: \(text)"
    case .notANumber(let text):
      "failed to parse int from \(text): strconv.Atoi: parsing \"\(text)\": invalid syntax"
    case .negative(let number, let text): "negative number (\(number)) not allowed: \(text)"
    case .belowMinimum(let number, let minimum, let text):
      "beginning of range (\(number)) below minimum (\(minimum)): \(text)"
    case .aboveMaximum(let number, let maximum, let text):
      "end of range (\(number)) above maximum (\(maximum)): \(text)"
    case .backwards(let first, let last, let text):
      "beginning of range (\(first)) beyond end of range (\(last)): \(text)"
    case .noStep(let text): "step of range should be a positive number: \(text)"
    }
  }
}
