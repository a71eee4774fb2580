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
    let digits = stamp.map { ".\(String($0, radix: 16))" } ?? ""
    return ObjectKey(.event, namespace: namespace, name: name + digits)
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
    guard let first = digits.first, first != UInt8(ascii: "+"),
      let stamp = Int64(Substring(digits), radix: 16)
    else { return nil }
    return String(stamp, radix: 16) == Substring(digits) ? stamp : nil
  }
}
