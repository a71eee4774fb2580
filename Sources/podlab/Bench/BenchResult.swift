/// What a scene measured.
struct BenchResult {
  var scene: BenchScene
  var nodes: Int
  /// The pods that were to be placed.
  var pods: Int
  /// Those of them that got a node.
  var placed: Int
  /// Process time spent scheduling.
  var nanoseconds: Int64

  var podsPerSecond: Int {
    nanoseconds == 0 ? 0 : Int(Double(placed) * 1_000_000_000 / Double(nanoseconds))
  }

  /// `scheduling-basic   5000 nodes  10000 of 10000 pods     0.412 s   24271 pods/s`
  var line: String {
    let name = Self.padded(scene.rawValue, to: -17)
    let seconds = Self.decimal(nanoseconds / 1_000_000)
    return "\(name) \(Self.padded("\(nodes)", to: 6)) nodes "
      + "\(Self.padded("\(placed)", to: 6)) of \(pods) pods \(Self.padded(seconds, to: 9)) s "
      + "\(Self.padded("\(podsPerSecond)", to: 8)) pods/s"
  }

  var json: String {
    "{\"scene\": \"\(scene.rawValue)\", \"nodes\": \(nodes), \"pods\": \(pods), "
      + "\"placed\": \(placed), \"seconds\": \(Self.decimal(nanoseconds / 1_000_000)), "
      + "\"podsPerSecond\": \(podsPerSecond)}"
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
