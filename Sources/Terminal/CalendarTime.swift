#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Moments as files write them: `2026-11-21T23:10:20Z`.
public enum CalendarTime {
  static let length = 20
  private static let pattern = Array("0000-00-00T00:00:00Z".utf8)

  /// `seconds` are counted from 1970.
  static func text(_ seconds: Int64) -> String {
    let (days, rest) = floored(seconds, by: 86_400)
    let (year, month, day) = date(days)
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, 2) }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T"
      + time.joined(separator: ":") + "Z"
  }

  /// Nil for anything that is not written like that.
  static func seconds(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard bytes.count == length else { return nil }
    var numbers: [Int64] = [0]
    for (byte, model) in zip(bytes, pattern) {
      if model == UInt8(ascii: "0") {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int64(byte & 15)
      } else {
        guard byte == model else { return nil }
        numbers.append(0)
      }
    }
    guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else { return nil }
    let days = days(numbers[0], numbers[1], numbers[2])
    return days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
  }

  /// By the clock on this machine's wall: `2026-11-21 23:10:20`.
  public static func local(_ seconds: Int64) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    guard localtime_r(&moment, &parts) != nil else { return text(seconds) }
    let date = [parts.tm_mon + 1, parts.tm_mday].map { padded(Int64($0), 2) }
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int64($0), 2) }
    return "\(parts.tm_year + 1900)-\(date.joined(separator: "-")) \(time.joined(separator: ":"))"
  }

  // MARK: - The calendar

  /// A year that begins in March ends with the leap day, so that months need no table.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let (era, yearOfEra) = floored(shifted, by: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = floored(days + 719_468, by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let place = (5 * dayOfYear + 2) / 153
    let month = place < 10 ? place + 3 : place - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * place + 2) / 5 + 1)
  }

  private static func floored(_ number: Int64, by divisor: Int64) -> (Int64, Int64) {
    let rest = ((number % divisor) + divisor) % divisor
    return ((number - rest) / divisor, rest)
  }

  private static func padded(_ number: Int64, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
