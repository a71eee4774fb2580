/// Where an event is found. Components name theirs after what they are about and the moment, which
/// takes less room apart than as a name.
public struct EventPlace: Hashable, Sendable {
  public let namespace: String
  /// The name of what it is about or, where there is no stamp, the event's own.
  public let name: String
  /// What follows the name of what it is about; nil where it is named in some other way.
  public let stamp: Int64?

  /// Behind the name of what it is about.
  init(about subject: ObjectReference, stamp: Int64) {
    namespace = Self.namespace(of: subject)
    name = Self.name(of: subject)
    self.stamp = stamp
  }

  /// Of an event with these metadata.
  init(_ metadata: ObjectMeta, about subject: ObjectReference) {
    namespace = metadata.namespace
    let subject = Self.name(of: subject)
    stamp = Self.stamp(ending: metadata.name, behind: subject)
    name = stamp == nil ? metadata.name : subject
  }

  /// The place that a key leads to.
  public init(_ key: ObjectKey) {
    namespace = key.namespace
    guard let dot = key.name.utf8.lastIndex(of: UInt8(ascii: ".")),
      let stamp = Self.stamp(ending: key.name, behind: key.name[..<dot])
    else {
      (name, stamp) = (key.name, nil)
      return
    }
    (name, self.stamp) = (String(key.name[..<dot]), stamp)
  }

  public var key: ObjectKey {
    ObjectKey(.event, namespace: namespace, name: stamp.map(fullName) ?? name)
  }

  /// The name with a moment behind it. Every event is named so: its digits are put down without a
  /// detour.
  private func fullName(_ stamp: Int64) -> String {
    guard stamp >= 0 else { return "\(name).\(String(stamp, radix: 16))" }
    let number = UInt64(stamp)
    let digits = max(1, (67 - number.leadingZeroBitCount) / 4)
    return String(unsafeUninitializedCapacity: name.utf8.count + 1 + digits) { bytes in
      var end = bytes.update(fromContentsOf: name.utf8)
      bytes[end] = UInt8(ascii: ".")
      for place in (0..<digits).reversed() {
        end += 1
        let digit = UInt8(number >> (4 * place) & 0xf)
        bytes[end] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return end + 1
    }
  }

  /// What is about nothing in particular has a name all the same.
  public static func name(of subject: ObjectReference) -> String { subject.name ?? "unknown" }

  /// What is in no namespace has its events among those of the default one.
  public static func namespace(of subject: ObjectReference) -> String {
    subject.namespace ?? "default"
  }

  private static func stamp(ending name: String, behind subject: some StringProtocol) -> Int64? {
    let digits = name.utf8.dropFirst(subject.utf8.count)
    guard digits.count > 1, digits.first == UInt8(ascii: "."), name.utf8.starts(with: subject.utf8)
    else { return nil }
    return stamp(digits.dropFirst())
  }

  /// The number that is written so, and in no other way.
  private static func stamp(_ digits: Substring.UTF8View) -> Int64? {
    let magnitude = digits.first == UInt8(ascii: "-") ? digits.dropFirst() : digits
    guard let first = magnitude.first, magnitude.allSatisfy(isDigit),
      first != UInt8(ascii: "0") || digits.count == 1
    else { return nil }
    return Int64(Substring(digits), radix: 16)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
