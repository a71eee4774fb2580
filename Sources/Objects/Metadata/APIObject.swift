/// A whole object of the API, with a kind and metadata.
public protocol APIObject: APIType {
  static var kind: Kind { get }
  var metadata: ObjectMeta { get set }
  var key: ObjectKey { get }
  /// This object with the status of `other`; itself where the kind has none.
  func withStatus(of other: Self) -> Self
  /// Whether both want the same; true where the kind does not count generations.
  func wantsSame(as other: Self) -> Bool
}

/// An object with a desired and an observed side.
public protocol StatusBearing: APIObject {
  associatedtype Spec: APIType
  associatedtype Status: APIType
  var spec: Spec { get set }
  var status: Status { get set }
}

extension StatusBearing {
  public func withStatus(of other: Self) -> Self {
    var copy = self
    copy.status = other.status
    return copy
  }

  public func wantsSame(as other: Self) -> Bool { spec == other.spec }
}

extension APIObject {
  public func withStatus(of other: Self) -> Self { self }
  public func wantsSame(as other: Self) -> Bool { true }
}

extension APIObject {
  public var kind: Kind { Self.kind }

  public var key: ObjectKey {
    ObjectKey(Self.kind, namespace: metadata.namespace, name: metadata.name)
  }

  /// The whole object as the API shows it, `apiVersion` and `kind` first.
  public var document: APIValue {
    var document = Members()
    document["apiVersion"] = .string(Self.kind.apiVersion)
    document["kind"] = .string(Self.kind.rawValue)
    for (name, value) in members { document[name] = value }
    return .object(document)
  }

  /// Reads an object of this kind; problems tell what could not be read.
  public static func read(_ document: APIValue, problems: inout [FieldProblem]) -> Self {
    var rest = document
    rest["apiVersion"] = nil
    rest["kind"] = nil
    return Self(rest, at: FieldPath(), problems: &problems)
  }

  public func isEqual(to other: any APIObject) -> Bool { other.narrowed(to: Self.self) == self }

  /// This object as one of a kind, if it is one. As `as?` does, for what is asked a dozen times
  /// with every write: the runtime goes a long way to find out what one look at the type tells.
  @inlinable @inline(__always)
  public func narrowed<Other: APIObject>(to type: Other.Type) -> Other? {
    guard Self.self == Other.self else { return nil }
    return withUnsafePointer(to: self) {
      $0.withMemoryRebound(to: Other.self, capacity: 1) { $0.pointee }
    }
  }
}
