import Engine

/// What `date` and `strftime` write for a moment, in Coordinated Universal Time.
struct DateFormat {
  private static let days = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private let seconds: Int64
  private let nanoseconds: Int64
  private let year: Int
  private let month: Int
  private let day: Int
  private let weekday: Int
  private let dayOfYear: Int
  private let hour: Int
  private let minute: Int
  private let second: Int
  private let zone: String

  init(_ time: SimTime, zone: String = "UTC") {
    let milliseconds = time.milliseconds
    self.zone = zone
    seconds = milliseconds.floorDivided(by: 1000)
    // The first second there is begins before the first moment: the product may run over.
    nanoseconds = (milliseconds &- seconds &* 1000) * 1_000_000
    let parts = time.calendar
    (year, month, day) = (Int(parts.year), Int(parts.month), Int(parts.day))
    (hour, minute, second) = (Int(parts.hour), Int(parts.minute), Int(parts.second))
    weekday = Int(parts.weekday)
    dayOfYear = Int(Self.days(year, month, day) - Self.days(year, 1, 1))
  }

  /// Days since 1970 of a date.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let midnight = SimTime(year: Int64(year), month: Int64(month), day: Int64(day))
    return midnight.seconds.floorDivided(by: 86_400)
  }

  /// `Thu Jan  1 12:00:40 UTC 2026`
  var usual: String { text("%a %b %e %H:%M:%S %Z %Y") }

  func text(_ format: String) -> String {
    var result = ""
    var rest = Substring(format)
    while let character = rest.popFirst() {
      guard character == "%", let letter = rest.popFirst() else {
        result.append(character)
        continue
      }
      var sign = letter
      var padding: Character?
      if "-_0".contains(letter), let behind = rest.popFirst() {
        padding = letter
        sign = behind
      }
      result += value(sign, padding) ?? "%\(sign)"
    }
    return result
  }

  private func value(_ letter: Character, _ padding: Character?) -> String? {
    func number(_ value: Int, _ width: Int = 2, _ usual: Character = "0") -> String {
      let fill: Character? = padding == "-" ? nil : padding == "_" ? " " : padding ?? usual
      let digits = String(value)
      guard let fill else { return digits }
      return String(repeating: fill, count: max(0, width - digits.count)) + digits
    }
    switch letter {
    case "Y": return String(year)
    case "C": return number(year / 100)
    case "y": return number(year % 100)
    case "m": return number(month)
    case "d": return number(day)
    case "e": return number(day, 2, " ")
    case "H": return number(hour)
    case "k": return number(hour, 2, " ")
    case "I": return number((hour + 11) % 12 + 1)
    case "l": return number((hour + 11) % 12 + 1, 2, " ")
    case "M": return number(minute)
    case "S": return number(second)
    case "j": return number(dayOfYear + 1, 3)
    case "N": return number(Int(nanoseconds), 9)
    case "s": return String(seconds)
    case "u": return String(weekday == 0 ? 7 : weekday)
    case "w": return String(weekday)
    case "U": return number((dayOfYear + 7 - weekday) / 7)
    case "W": return number((dayOfYear + 7 - (weekday + 6) % 7) / 7)
    case "V": return number(isoWeek.week)
    case "G": return String(isoWeek.year)
    case "g": return number(isoWeek.year % 100)
    default: return words(letter)
    }
  }

  private func words(_ letter: Character) -> String? {
    switch letter {
    case "a": return String(Self.days[weekday].prefix(3))
    case "A": return Self.days[weekday]
    case "b", "h": return String(Self.months[month - 1].prefix(3))
    case "B": return Self.months[month - 1]
    case "p": return hour < 12 ? "AM" : "PM"
    case "P": return hour < 12 ? "am" : "pm"
    case "Z": return zone
    case "z": return "+0000"
    case "n": return "\n"
    case "t": return "\t"
    case "%": return "%"
    case "F": return text("%Y-%m-%d")
    case "T", "X": return text("%H:%M:%S")
    case "R": return text("%H:%M")
    case "D", "x": return text("%m/%d/%y")
    case "r": return text("%I:%M:%S %p")
    case "c": return text("%a %b %e %H:%M:%S %Y")
    default: return nil
    }
  }

  /// The week that holds the year's first Thursday is its first.
  private var isoWeek: (year: Int, week: Int) {
    let monday = (weekday + 6) % 7
    let week = (dayOfYear - monday + 10) / 7
    if week < 1 {
      let before = Int(Self.days(year, 1, 1) - Self.days(year - 1, 1, 1))
      return (year - 1, (dayOfYear + before - monday + 10) / 7)
    }
    let length = Int(Self.days(year + 1, 1, 1) - Self.days(year, 1, 1))
    return week == 53 && dayOfYear - monday + 3 >= length ? (year + 1, 1) : (year, week)
  }

  /// The moment a text names, as busybox's `-d` reads it; times without a date are of `now`'s day.
  static func time(_ text: String, now: SimTime) -> SimTime? {
    if text.hasPrefix("@") { return Int64(text.dropFirst()).map { SimTime(seconds: $0) } }
    let parts = text.split { $0 == " " || $0 == "T" }.map(String.init)
    var date: Int64 = now.milliseconds.floorDivided(by: 86_400_000)
    var clock = 0
    var parsed = parts[...]
    if let first = parsed.first, first.contains("-") {
      let numbers = first.split(separator: "-").map { Int($0) ?? -1 }
      guard numbers.count == 3, (0...9999).contains(numbers[0]), (1...12).contains(numbers[1]),
        (1...31).contains(numbers[2])
      else { return nil }
      date = days(numbers[0], numbers[1], numbers[2])
      parsed = parsed.dropFirst()
    }
    if var word = parsed.popFirst() {
      if word.hasSuffix("Z") { word.removeLast() }
      let numbers = word.split(separator: ":").map { Int($0) ?? -1 }
      guard numbers.count >= 2, numbers.allSatisfy({ (0..<61).contains($0) }) else { return nil }
      clock = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    } else if parts.isEmpty {
      return nil
    }
    if let zone = parsed.first, zone != "UTC" { return nil }
    return SimTime(seconds: date * 86_400 + Int64(clock))
  }
}
