/// A large part that most values lack: where it is missing it takes no room, and copies share it
/// until one of them changes it.
@propertyWrapper
@frozen
public struct Rare<Value: Sendable>: Sendable {
  @usableFromInline var part: Shared<Value>?

  @inlinable public init(wrappedValue: Value?) {
    part = wrappedValue.map { Shared(wrappedValue: $0) }
  }

  public var wrappedValue: Value? {
    @inlinable get { part?.wrappedValue }
    @inlinable _modify {
      var value = part?.wrappedValue
      part = nil
      defer { part = value.map { Shared(wrappedValue: $0) } }
      yield &value
    }
    @inlinable set { part = newValue.map { Shared(wrappedValue: $0) } }
  }

  /// Whether there is a part, without a look at it.
  @inlinable public var isThere: Bool { part != nil }

  /// The part with its place, for ``change(from:_:)``.
  @inlinable public var projectedValue: Rare<Value> {
    get { self }
    set { self = newValue }
  }
}

extension Rare: Equatable where Value: Equatable {}

extension Rare where Value: Equatable {
  /// Changes a part that is missing where it would equal `nothing`.
  @inlinable
  public mutating func change(from nothing: Value, _ change: (inout Value) -> Void) {
    let before = part?.wrappedValue ?? nothing
    var after = before
    change(&after)
    if after != before { part = after == nothing ? nil : Shared(wrappedValue: after) }
  }
}
