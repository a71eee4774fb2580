/// A regular expression as Go reads and follows it: Kubernetes and kustomize are written in Go, and
/// its expressions have a property that matters with texts of others: the work they take grows with
/// the text's length times their own, never faster. What cannot be had at that price, such as
/// references to groups, they do not have.
public struct GoPattern: Sendable {
  /// What is asked of a pattern beyond what it says itself.
  public struct Options: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Capital letters are as good as small ones.
    public static let ignoresCase = Options(rawValue: 1)
    /// `(?=…)` and `(?!…)`, which nginx has and Go has not.
    public static let allowsLookingAhead = Options(rawValue: 2)
  }

  /// The text of the first match, and those of its groups; nil for a group that took no part.
  public typealias Match = [String?]

  private let program: PatternProgram
  private let groupCount: Int

  public init(_ text: String, _ options: Options = []) throws(PatternProblem) {
    var parser = GoPatternParser(text, options)
    let node = try parser.parse()
    groupCount = parser.groupCount
    program = try PatternProgram(node, of: text)
  }

  /// A pattern that a text must fit from beginning to end.
  public init(whole text: String) throws(PatternProblem) { try self.init("^(?:\(text))$") }

  /// Whether it fits a part of the text, be it empty.
  public func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var machine = PatternMachine(program, scalars, slotCount: 0)
    return machine.run() != nil
  }

  /// The first part of the text that fits, as much of it as the pattern prefers.
  public func firstMatch(in text: String) -> Match? {
    let scalars = Array(text.unicodeScalars)
    var machine = PatternMachine(program, scalars, slotCount: 2 + 2 * groupCount)
    guard let slots = machine.run() else { return nil }
    return stride(from: 0, to: slots.count, by: 2).map { slot in
      guard slots[slot] >= 0, slots[slot + 1] >= slots[slot] else { return nil }
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[slots[slot]..<slots[slot + 1]])
      return String(part)
    }
  }
}
