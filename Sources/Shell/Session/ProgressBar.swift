import Engine

/// How much of something is done, as a bar: `[######..............]  30%`
public struct ProgressBar {
  public let text: String

  private static let width = 20

  /// `share` is in thousandths.
  public init(share: Int64) {
    let known = min(max(share, 0), 1000)
    let filled = Int(known) * Self.width / 1000
    let percent = "\(known / 10)%"
    text =
      "[" + String(repeating: "#", count: filled)
      + String(repeating: ".", count: Self.width - filled) + "]"
      + String(repeating: " ", count: 5 - percent.count) + percent
  }
}

extension SimSpan {
  /// The part of a whole that it is, in thousandths.
  func share(of whole: SimSpan) -> Int64 {
    whole > .zero ? milliseconds * 1000 / whole.milliseconds : 1000
  }
}
