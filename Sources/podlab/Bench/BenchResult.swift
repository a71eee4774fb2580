/// What a scene measured.
struct BenchResult {
  /// What was counted.
  enum Work: String {
    /// Pods that got a node.
    case pods
    /// Requests that were answered.
    case requests
    /// Commands of a shell that were run.
    case commands

    fileprivate var done: String {
      switch self {
      case .pods: "placed"
      case .requests: "answered"
      case .commands: "run"
      }
    }
  }

  var scene: BenchScene
  var nodes: Int
  var work = Work.pods
  /// How many were to be done.
  var total: Int
  /// How many were done.
  var done: Int
  /// Process time spent on it.
  var nanoseconds: Int64

  var perSecond: Int {
    nanoseconds == 0 ? 0 : Int(Double(done) * 1_000_000_000 / Double(nanoseconds))
  }

  /// `scheduling-basic   5000 nodes  10000 of 10000 pods     0.412 s   24271 pods/s`
  var line: String {
    let name = Self.padded(scene.rawValue, to: -17)
    let seconds = Self.decimal(nanoseconds / 1_000_000)
    return "\(name) \(Self.padded("\(nodes)", to: 6)) nodes "
      + "\(Self.padded("\(done)", to: 6)) of \(total) \(work.rawValue) "
      + "\(Self.padded(seconds, to: 9)) s \(Self.padded("\(perSecond)", to: 8)) "
      + "\(work.rawValue)/s"
  }

  var json: String {
    "{\"scene\": \"\(scene.rawValue)\", \"nodes\": \(nodes), \"\(work.rawValue)\": \(total), "
      + "\"\(work.done)\": \(done), \"seconds\": \(Self.decimal(nanoseconds / 1_000_000)), "
      + "\"\(work.rawValue)PerSecond\": \(perSecond)}"
  }

  /// To the right in `width` columns, to the left when it is negative.
  private static func padded(_ text: String, to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? text + blanks : blanks + text
  }

  /// Thousandths as a decimal number: 1234 is `1.234`.
  private static func decimal(_ thousandths: Int64) -> String {
    let rest = "\(thousandths % 1000)"
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
