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
    var moment = time_t(seconds)
    var parts = tm()
    gmtime_r(&moment, &parts)
    return "\(date(parts))T\(clock(parts))Z"
  }

  /// Nil for anything that is not written like that.
  static func seconds(_ bytes: ArraySlice<UInt8>) -> Int64? {
    guard bytes.count == length else { return nil }
    var numbers: [Int32] = [0]
    for (byte, model) in zip(bytes, pattern) {
      if model == UInt8(ascii: "0") {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int32(byte & 15)
      } else {
        guard byte == model else { return nil }
        numbers.append(0)
      }
    }
    guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    return Int64(timegm(&parts))
  }

  /// By the clock on this machine's wall: `2026-11-21 23:10:20`.
  public static func local(_ seconds: Int64) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    guard localtime_r(&moment, &parts) != nil else { return text(seconds) }
    return "\(date(parts)) \(clock(parts))"
  }

  private static func date(_ parts: tm) -> String {
    "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }

  private static func clock(_ parts: tm) -> String {
    "\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))"
  }

  private static func padded(_ number: Int32, _ digits: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
