/// Where a run of a lesson or an interview begins: with it and the lines done since, its world can
/// be made again.
public struct RunOrigin: Sendable, Equatable {
  /// Names the run in the journal, as no other is named.
  public var run: String
  /// What chance begins with.
  public var seed: UInt64
  /// The version of podlab.
  public var version: String
  /// What its text was then, as a number that changes with it.
  public var edition: String
  /// The run that this one goes on with, and how many of its lines count.
  public var earlier: Earlier?

  public struct Earlier: Sendable, Equatable {
    public var run: String
    public var lines: Int

    public init(run: String, lines: Int) {
      self.run = run
      self.lines = lines
    }
  }

  public init(
    run: String, seed: UInt64, version: String, edition: String, earlier: Earlier? = nil
  ) {
    self.run = run
    self.seed = seed
    self.version = version
    self.edition = edition
    self.earlier = earlier
  }

  /// The edition of a text: FNV-1a, 64 bits.
  public static func edition(of text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }
}
