/// A value that its copies share until one of them changes it.
///
/// Objects are handed about, kept and compared far more often than they are written: a copy costs
/// one count instead of dozens, and two that share are equal at a glance.
@propertyWrapper
@frozen
public struct Shared<Value: Sendable>: Sendable {
  /// Changed only by who holds it alone, and so safe to share.
  @usableFromInline final class Storage: @unchecked Sendable {
    /// Who changes it holds it alone: nobody else can be in the middle of a look at it, and that
    /// need not be watched over at every one of millions of looks.
    @exclusivity(unchecked) @usableFromInline var value: Value

    @inlinable init(_ value: Value) { self.value = value }
  }

  @usableFromInline var storage: Storage

  @inlinable public init(wrappedValue: Value) { storage = Storage(wrappedValue) }

  public var wrappedValue: Value {
    @inlinable _read { yield storage.value }
    @inlinable _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
      yield &storage.value
    }
    @inlinable set {
      if isKnownUniquelyReferenced(&storage) {
        storage.value = newValue
      } else {
        storage = Storage(newValue)
      }
    }
  }

  /// The value with its place, to be shared with another object.
  @inlinable public var projectedValue: Shared<Value> {
    get { self }
    set { self = newValue }
  }
}

extension Shared {
  /// Whether both are one value in one place: equal, without a look inside.
  @inlinable public func isOne(with other: Shared) -> Bool { storage === other.storage }
}

extension Shared: Equatable where Value: Equatable {
  @inlinable public static func == (left: Shared, right: Shared) -> Bool {
    left.storage === right.storage || left.storage.value == right.storage.value
  }
}
