import Engine

/// `date`: the moment in virtual time, as it is asked for.
enum DateTool: Tool {
  static let names = ["date"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options: GivenOptions
    do throws(ToolProblem) {
      options = try GivenOptions(
        withoutBareLetters(call.arguments), "Rs:ud:r:I:D:",
        long: ["date": "d", "utc": "u", "universal": "u", "rfc-2822": "R", "iso-8601": "I"])
    } catch {
      return call.fail(error.text, status: error.status)
    }
    var time = call.now
    if let text = options.value("d") {
      guard let parsed = DateFormat.time(text, now: call.now) else {
        return call.fail("invalid date '\(text)'")
      }
      time = parsed
    }
    if options.has("s") { return call.fail("can't set date: Operation not permitted") }
    let format = DateFormat(time)
    if let word = options.rest.first {
      guard word.hasPrefix("+") else { return call.fail("invalid date '\(word)'") }
      call.output = format.text(String(word.dropFirst())) + "\n"
    } else if options.has("R") {
      call.output = format.text("%a, %d %b %Y %H:%M:%S +0000") + "\n"
    } else if let precision = options.value("I") {
      call.output = format.text(shape(precision)) + "\n"
    } else {
      call.output = format.usual + "\n"
    }
    return .exit(0)
  }

  /// `-I` may stand alone: then it means the day.
  private static func withoutBareLetters(_ words: [String]) -> [String] {
    words.map { $0 == "-I" || $0 == "--iso-8601" ? "-Idate" : $0 }
  }

  private static func shape(_ precision: String) -> String {
    switch precision {
    case "hours": "%Y-%m-%dT%H:00+00:00"
    case "minutes": "%Y-%m-%dT%H:%M+00:00"
    case "seconds": "%Y-%m-%dT%H:%M:%S+00:00"
    case "ns": "%Y-%m-%dT%H:%M:%S,%N+00:00"
    default: "%Y-%m-%d"
    }
  }
}
