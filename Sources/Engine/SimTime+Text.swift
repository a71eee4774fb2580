/// A moment's parts in the proleptic Gregorian calendar, UTC.
public struct CalendarParts: Hashable, Sendable {
  public var year: Int64
  /// 1…12
  public var month: Int64
  /// 1…31
  public var day: Int64
  public var hour: Int64
  public var minute: Int64
  public var second: Int64
  /// 0 is Sunday.
  public var weekday: Int64
}

extension SimTime {
  public var calendar: CalendarParts {
    let days = seconds.floorDivided(by: 86_400)
    let second = seconds - days * 86_400
    // Days are counted from 0000-03-01, so that the leap day ends its year.
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let weekday = (days + 4) - (days + 4).floorDivided(by: 7) * 7
    return CalendarParts(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, hour: second / 3600,
      minute: second / 60 % 60, second: second % 60, weekday: weekday)
  }

  /// The moment these parts name; the weekday is not looked at.
  public init(
    year: Int64, month: Int64, day: Int64, hour: Int64 = 0, minute: Int64 = 0, second: Int64 = 0
  ) {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.floorDivided(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    self.init(seconds: days * 86_400 + hour * 3600 + minute * 60 + second)
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let dayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// `2026-01-01T12:00:40Z`, the form of the API's timestamps.
  public var rfc3339: String {
    let parts = calendar
    let digits = "\(parts.year)"
    let year = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(year)-\(Self.two(parts.month))-\(Self.two(parts.day))T\(clockText)Z"
  }

  /// `2026-01-01T12:00:40.120000Z`, the form of the API's MicroTime.
  public var rfc3339Micro: String {
    let fraction = String(String(1000 + (milliseconds &- seconds &* 1000)).dropFirst())
    return rfc3339.dropLast() + ".\(fraction)000Z"
  }

  /// `Thu, 01 Jan 2026 12:00:40 +0000`, as describe prints it.
  public var rfc1123: String {
    let parts = calendar
    let day = Self.dayNames[Int(parts.weekday)]
    let month = Self.monthNames[Int(parts.month - 1)]
    return "\(day), \(Self.two(parts.day)) \(month) \(parts.year) \(clockText) +0000"
  }

  /// `01/Jan/2026:12:00:40 +0000`, as web servers log it.
  public var accessLogText: String {
    let parts = calendar
    let month = Self.monthNames[Int(parts.month - 1)]
    return "\(Self.two(parts.day))/\(month)/\(parts.year):\(clockText) +0000"
  }

  /// `12:00:40`
  public var clockText: String {
    let parts = calendar
    return "\(Self.two(parts.hour)):\(Self.two(parts.minute)):\(Self.two(parts.second))"
  }

  /// Reads `2026-01-01T12:00:40Z`, with or without a fraction; nil for anything else.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes.last == UInt8(ascii: "Z") else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
      let digits = bytes[range]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int64(String(decoding: digits, as: UTF8.self))
    }
    guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"),
      let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    self.init(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    // The last day's sixty-first second is another year's, which has no name.
    guard calendar.year <= 9999 else { return nil }
    guard bytes.count > 20 else { return }
    guard bytes[19] == UInt8(ascii: ".") else { return nil }
    let digits = String(decoding: bytes[20..<(bytes.count - 1)], as: UTF8.self)
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let fraction = Double("0." + digits.prefix(9))
    else { return nil }
    milliseconds += Int64(fraction * 1000)
  }
}
