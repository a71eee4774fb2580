import HashTreeCollections

/// A dictionary for large values that are kept in many worlds and changed one at a time: its nodes
/// hold no more than a reference to each, and a copy of it shares every value that stays.
@frozen
public struct SharedTree<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// The value of a key; nil while it is taken out.
  @usableFromInline var places = TreeDictionary<Key, Shared<Value?>>()

  @inlinable public init() {}

  @inlinable public var isEmpty: Bool { places.isEmpty }

  @inlinable
  public subscript(key: Key) -> Value? {
    _read {
      if let place = places[key] { yield place.wrappedValue } else { yield nil }
    }
    _modify {
      defer { if let place = places[key], place.wrappedValue == nil { places[key] = nil } }
      yield &places[key, default: Shared(wrappedValue: nil)].wrappedValue
    }
    set {
      if let newValue {
        places[key, default: Shared(wrappedValue: nil)].wrappedValue = newValue
      } else {
        places[key] = nil
      }
    }
  }

  /// In no particular order.
  @inlinable
  public var keys: some Sequence<Key> {
    places.lazy.filter { $0.value.wrappedValue != nil }.map { $0.key }
  }

  /// The places of all values, empty where one is taken out, in no particular order: for a look at
  /// each where it lies, at less than the cost of a copy.
  @inlinable
  public var everyPlace: some Sequence<Shared<Value?>> { places.lazy.map { $0.value } }

  /// In no particular order.
  @inlinable
  public var values: some Sequence<Value> { places.lazy.compactMap { $0.value.wrappedValue } }

  /// Hands a value over to whoever works on it and puts it back, so that nobody else holds it
  /// meanwhile. Its place stays, as if it were empty.
  @inlinable
  public mutating func take(_ key: Key) -> Value? {
    guard places.keys.contains(key) else { return nil }
    var value: Value?
    swap(&value, &places[key, default: Shared(wrappedValue: nil)].wrappedValue)
    return value
  }

  /// Puts in what was taken out, or what is new: as the subscript does it, without a second copy
  /// on the way.
  @inlinable
  public mutating func put(_ value: consuming Value, under key: Key) {
    places[key, default: Shared(wrappedValue: nil)].wrappedValue = value
  }
}

extension SharedTree: Sequence {
  /// In no particular order.
  @inlinable
  public func makeIterator() -> AnyIterator<(key: Key, value: Value)> {
    var rest = places.makeIterator()
    return AnyIterator {
      while let (key, place) = rest.next() {
        if let value = place.wrappedValue { return (key, value) }
      }
      return nil
    }
  }
}
