/// What is asked of `stress`.
struct StressWish {
  var cpu = 0
  var io = 0
  var memory = 0
  var disk = 0
  var bytes = 256 << 20
  /// Whether memory is kept instead of taken anew all the time.
  var isCalm = false
  var seconds: Int?
  var isQuiet = false
  var isDry = false
  var asksForHelp = false
  var asksForVersion = false

  /// More than any machine here has.
  static let mostBytes = 1 << 44

  /// What each of its workers wants. Whoever takes memory anew writes to it all the time, and keeps
  /// a core busy with that.
  var workers: [ProcessDemand] {
    let core = ProgramDemand.wholeCore
    return Array(repeating: ProcessDemand(cpuMillis: core), count: cpu)
      + Array(repeating: ProcessDemand(cpuMillis: 150), count: io + disk)
      + Array(
        repeating: ProcessDemand(cpuMillis: isCalm ? 40 : core, memoryBytes: bytes), count: memory)
  }

  mutating func read(_ arguments: [String]) throws(StressProblem) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if readFlag(word) { continue }
      guard Self.valued.contains(word) else { throw .unknownOption(word) }
      guard let value = rest.popFirst() else { throw .missingArgument(word) }
      try readValue(word, value)
    }
  }

  private mutating func readFlag(_ word: String) -> Bool {
    switch word {
    case "-?", "--help": asksForHelp = true
    case "--version": asksForVersion = true
    case "-q", "--quiet": isQuiet = true
    case "-n", "--dry-run": isDry = true
    case "-v", "--verbose": break
    case "--vm-keep": isCalm = true
    default: return false
    }
    return true
  }

  private static let valued: Set<String> = [
    "-c", "--cpu", "-i", "--io", "-m", "--vm", "-d", "--hdd", "-t", "--timeout", "--backoff",
    "--vm-bytes", "--vm-stride", "--vm-hang", "--hdd-bytes", "--hdd-noclean",
  ]

  private mutating func readValue(_ word: String, _ value: String) throws(StressProblem) {
    switch word {
    case "-c", "--cpu": cpu = try Self.count(value, "cpu")
    case "-i", "--io": io = try Self.count(value, "io")
    case "-m", "--vm": memory = try Self.count(value, "vm")
    case "-d", "--hdd": disk = try Self.count(value, "hdd")
    case "--vm-bytes": bytes = max(0, try Self.size(value))
    case "--vm-hang": isCalm = true
    case "-t", "--timeout":
      let time = try Self.time(value)
      guard time > 0 else { throw .badTimeout(time) }
      seconds = time
    default: _ = try Self.size(value)
    }
  }

  private static func count(_ text: String, _ kind: String) throws(StressProblem) -> Int {
    let count = try size(text)
    guard count > 0 else { throw .badCount(of: kind, count) }
    return min(count, SystemCalls.mostProcesses)
  }

  private static func size(_ text: String) throws(StressProblem) -> Int {
    guard let last = text.last, !last.isNumber else { return number(text) }
    let shifts: [Character: Int] = ["b": 0, "k": 10, "m": 20, "g": 30]
    guard let shift = shifts[Character(last.lowercased())] else { throw .unknownSuffix(last) }
    return min(number(text) << shift, mostBytes)
  }

  private static func time(_ text: String) throws(StressProblem) -> Int {
    guard let last = text.last, !last.isNumber else { return number(text) }
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "y": 31_536_000]
    guard let unit = units[Character(last.lowercased())] else { throw .unknownTimeSuffix(last) }
    return number(text) * unit
  }

  /// The number that a text begins with, however large.
  private static func number(_ text: String) -> Int {
    let digits = text.drop { $0 == "-" }.prefix { $0.isNumber }
    let value = digits.isEmpty ? 0 : min(Int(digits) ?? .max, 1 << 32)
    return text.hasPrefix("-") ? -value : value
  }

  static let usage = """
    `stress' imposes certain types of compute stress on your system

    Usage: stress [OPTION [ARG]] ...
     -?, --help         show this help statement
         --version      show version statement
     -v, --verbose      be verbose
     -q, --quiet        be quiet
     -n, --dry-run      show what would have been done
     -t, --timeout N    timeout after N seconds
         --backoff N    wait factor of N microseconds before work starts
     -c, --cpu N        spawn N workers spinning on sqrt()
     -i, --io N         spawn N workers spinning on sync()
     -m, --vm N         spawn N workers spinning on malloc()/free()
         --vm-bytes B   malloc B bytes per vm worker (default is 256MB)
         --vm-stride B  touch a byte every B bytes (default is 4096)
         --vm-hang N    sleep N secs before free (default none, 0 is inf)
         --vm-keep      redirty memory instead of freeing and reallocating
     -d, --hdd N        spawn N workers spinning on write()/unlink()
         --hdd-bytes B  write B bytes per hdd worker (default is 1GB)

    Example: stress --cpu 8 --io 4 --vm 2 --vm-bytes 128M --timeout 10s

    Note: Numbers may be suffixed with s,m,h,d,y (time) or B,K,M,G (size).

    """
}

/// Why `stress` does not begin.
enum StressProblem: Error {
  case unknownOption(String)
  case missingArgument(String)
  case unknownSuffix(Character)
  case unknownTimeSuffix(Character)
  case badCount(of: String, Int)
  case badTimeout(Int)

  var text: String {
    switch self {
    case .unknownOption(let word): "unrecognized option: \(word)"
    case .missingArgument(let word): "missing argument to option '\(word)'"
    case .unknownSuffix(let suffix), .unknownTimeSuffix(let suffix):
      "unrecognized suffix: \(suffix)"
    case .badCount(let kind, let count): "invalid number of \(kind) hogs: \(count)"
    case .badTimeout(let seconds): "invalid timeout value: \(seconds)s"
    }
  }

  /// The line of its own source that it names.
  var place: Int {
    switch self {
    case .unknownOption: 251
    case .missingArgument: 167
    case .unknownSuffix: 665
    case .unknownTimeSuffix: 723
    case .badCount: 171
    case .badTimeout: 161
    }
  }
}
