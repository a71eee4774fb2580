import Engine

/// A time zone by the rules that hold today.
///
/// The host's time zone files are not looked at, so that the same commands give the same bytes on
/// every machine. Zones whose rules are not simple are left out: they count as unknown.
public struct TimeZoneRules: Hashable, Sendable {
  /// When clocks are put forward by an hour.
  enum Daylight: String, Sendable {
    case none = ""
    /// From the last Sunday of March to the last one of October, at 01:00 UTC.
    case europe
    /// From the second Sunday of March to the first one of November, at 02:00 local time.
    case america
    /// From the first Sunday of October to the first one of April, at 02:00 standard time.
    case australia
    /// From the last Sunday of September to the first one of April, at 02:00 standard time.
    case newZealand
  }

  public static let utc = TimeZoneRules(standard: .zero, daylight: .none)

  private let standard: SimSpan
  private let daylight: Daylight

  private init(standard: SimSpan, daylight: Daylight) {
    self.standard = standard
    self.daylight = daylight
  }

  /// The zone of this name, such as `Europe/Berlin`; nil when it is not known.
  public init?(_ name: String) {
    if let hours = Self.hours(ofEtc: name) {
      self.init(standard: .hours(hours), daylight: .none)
      return
    }
    guard let (minutes, daylight) = Self.zones[name] else { return nil }
    self.init(standard: .minutes(minutes), daylight: daylight)
  }

  /// `Etc/GMT+5` is five hours behind: the sign is that of POSIX.
  private static func hours(ofEtc name: String) -> Int64? {
    guard name.hasPrefix("Etc/GMT") else { return nil }
    let rest = name.dropFirst("Etc/GMT".count)
    if rest.isEmpty || rest == "0" { return 0 }
    guard let sign = rest.first, sign == "+" || sign == "-",
      rest.dropFirst().first != "0" || rest.count == 2,
      let hours = Int64(rest.dropFirst()), hours >= 0, hours <= (sign == "+" ? 12 : 14)
    else { return nil }
    return sign == "+" ? -hours : hours
  }

  // MARK: - Converting

  /// What the clocks of the zone show, as if that were UTC.
  public func local(_ time: SimTime) -> SimTime { time + offset(at: time) }

  /// The first moment at which the clocks of the zone show `local`; nil when they go over it.
  public func moment(_ local: SimTime) -> SimTime? {
    // Clocks put forward show a time earlier than those on standard time do.
    let candidates = [local - standard - .hours(1), local - standard]
    return candidates.first { self.local($0) == local }
  }

  /// `2026-07-01T14:00:00+02:00`; a `Z` stands for no difference from UTC.
  public func rfc3339(_ time: SimTime) -> String {
    let minutes = offset(at: time).seconds / 60
    if minutes == 0 { return time.rfc3339 }
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let size = abs(minutes)
    return local(time).rfc3339.dropLast() + (minutes < 0 ? "-" : "+")
      + "\(two(size / 60)):\(two(size % 60))"
  }

  /// How far the clocks are ahead of UTC.
  public func offset(at time: SimTime) -> SimSpan {
    isDaylight(time) ? standard + .hours(1) : standard
  }

  private func isDaylight(_ time: SimTime) -> Bool {
    let year = (time + standard).calendar.year
    switch daylight {
    case .none: return false
    case .europe:
      let begin = Self.sunday(.max, of: 3, year) + .hours(1)
      return begin <= time && time < Self.sunday(.max, of: 10, year) + .hours(1)
    case .america:
      let begin = Self.sunday(2, of: 3, year) + .hours(2) - standard
      return begin <= time && time < Self.sunday(1, of: 11, year) + .hours(1) - standard
    case .australia, .newZealand:
      let begin =
        daylight == .australia
        ? Self.sunday(1, of: 10, year) : Self.sunday(.max, of: 9, year)
      let end = Self.sunday(1, of: 4, year)
      return time < end + .hours(2) - standard || begin + .hours(2) - standard <= time
    }
  }

  /// Midnight of a month's n-th Sunday; of its last one for a large n.
  private static func sunday(_ number: Int64, of month: Int64, _ year: Int64) -> SimTime {
    if number == .max {
      let last = SimTime(year: year, month: month + 1, day: 1) - .hours(24)
      return last - .hours(24 * last.calendar.weekday)
    }
    let first = SimTime(year: year, month: month, day: 1)
    return first + .hours(24 * ((7 - first.calendar.weekday) % 7 + (number - 1) * 7))
  }

  // MARK: - The zones

  private static let zones: [String: (minutes: Int64, daylight: Daylight)] = {
    var zones: [String: (Int64, Daylight)] = [:]
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2, let minutes = Int64(words[0]) else { continue }
      let daylight = Daylight(rawValue: words[1] == "-" ? "" : String(words[1])) ?? .none
      for name in words.dropFirst(2) { zones[String(name)] = (minutes, daylight) }
    }
    return zones
  }()

  /// Minutes ahead of UTC, the rule for daylight saving time, and the names.
  private static let table = """
    0 - UTC GMT UCT Zulu Universal Greenwich Etc/UTC Etc/UCT Etc/Zulu Etc/Universal Etc/Greenwich
    0 - Africa/Abidjan Africa/Accra Africa/Dakar Atlantic/Reykjavik Iceland
    0 europe Europe/London Europe/Dublin Europe/Lisbon Europe/Belfast GB Portugal WET
    0 europe Atlantic/Canary Atlantic/Madeira Atlantic/Faroe
    60 - Africa/Lagos Africa/Algiers Africa/Tunis Africa/Kinshasa Africa/Luanda
    60 europe Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Vienna Europe/Zurich
    60 europe Europe/Amsterdam Europe/Brussels Europe/Luxembourg Europe/Copenhagen Europe/Oslo
    60 europe Europe/Stockholm Europe/Prague Europe/Warsaw Europe/Budapest Europe/Bratislava
    60 europe Europe/Ljubljana Europe/Zagreb Europe/Belgrade Europe/Sarajevo Europe/Skopje
    60 europe Europe/Podgorica Europe/Tirane Europe/Andorra Europe/Monaco Europe/Malta
    60 europe Europe/Vaduz Europe/San_Marino Europe/Vatican Europe/Gibraltar CET MET Poland
    120 - Africa/Johannesburg Africa/Harare Africa/Maputo Africa/Lusaka Africa/Tripoli
    120 - Europe/Kaliningrad Africa/Khartoum
    120 europe Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Kiev Europe/Bucharest
    120 europe Europe/Sofia Europe/Riga Europe/Tallinn Europe/Vilnius Asia/Nicosia EET
    180 - Europe/Moscow Europe/Istanbul Europe/Minsk Turkey Asia/Istanbul Asia/Baghdad
    180 - Asia/Riyadh Asia/Kuwait Asia/Qatar Africa/Nairobi Africa/Addis_Ababa Asia/Amman
    210 - Asia/Tehran Iran
    240 - Asia/Dubai Asia/Baku Asia/Tbilisi Asia/Yerevan Asia/Muscat Europe/Samara
    270 - Asia/Kabul
    300 - Asia/Karachi Asia/Tashkent Asia/Yekaterinburg Asia/Almaty Indian/Maldives
    330 - Asia/Kolkata Asia/Calcutta Asia/Colombo
    345 - Asia/Kathmandu Asia/Katmandu
    360 - Asia/Dhaka Asia/Bishkek Asia/Omsk
    390 - Asia/Yangon Asia/Rangoon
    420 - Asia/Bangkok Asia/Jakarta Asia/Ho_Chi_Minh Asia/Saigon Asia/Novosibirsk
    480 - Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Singapore Asia/Manila Asia/Kuala_Lumpur
    480 - Australia/Perth PRC Hongkong Singapore Asia/Irkutsk Asia/Ulaanbaatar
    540 - Asia/Tokyo Asia/Seoul Asia/Pyongyang Japan ROK
    570 - Australia/Darwin
    570 australia Australia/Adelaide
    600 - Australia/Brisbane Asia/Vladivostok Pacific/Guam Pacific/Port_Moresby
    600 australia Australia/Sydney Australia/Melbourne Australia/Hobart Australia/Canberra
    660 - Pacific/Noumea Pacific/Guadalcanal Asia/Magadan
    720 - Pacific/Fiji Asia/Kamchatka
    720 newZealand Pacific/Auckland NZ
    780 - Pacific/Tongatapu Pacific/Apia
    -60 - Atlantic/Cape_Verde
    -180 - America/Sao_Paulo America/Argentina/Buenos_Aires America/Buenos_Aires
    -180 - America/Montevideo America/Bahia
    -210 america America/St_Johns Canada/Newfoundland
    -240 - America/Caracas America/La_Paz America/Manaus America/Puerto_Rico
    -240 america America/Halifax Canada/Atlantic Atlantic/Bermuda
    -300 - America/Bogota America/Lima America/Panama America/Jamaica America/Guayaquil EST
    -300 america America/New_York America/Toronto America/Detroit US/Eastern Canada/Eastern EST5EDT
    -360 - America/Mexico_City America/Costa_Rica America/Guatemala America/Regina
    -360 america America/Chicago America/Winnipeg US/Central Canada/Central CST6CDT
    -420 - America/Phoenix America/Hermosillo US/Arizona MST
    -420 america America/Denver America/Edmonton US/Mountain Canada/Mountain MST7MDT
    -480 america America/Los_Angeles America/Vancouver America/Tijuana US/Pacific PST8PDT
    -540 america America/Anchorage US/Alaska
    -600 - Pacific/Honolulu US/Hawaii HST
    """
}
