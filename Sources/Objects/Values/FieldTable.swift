/// One field of an API type: its name, and how it is read and written.
public struct Field<Root: Sendable>: Sendable {
  public let name: String
  /// What it holds, when it holds something.
  public let valueType: any ValueConvertible.Type
  let read: @Sendable (inout Root, APIValue, FieldPath, inout [FieldProblem]) -> Void
  /// Nil when the field is left out.
  let write: @Sendable (Root) -> APIValue?
  /// What two hold, as far as that differs; nil when both hold the same.
  let difference: @Sendable (Root, Root) -> (APIValue?, APIValue?)?

  init<Held: Equatable & SendableMetatype>(
    name: String, valueType: any ValueConvertible.Type,
    _ path: any WritableKeyPath<Root, Held> & Sendable,
    read: @escaping @Sendable (inout Root, APIValue, FieldPath, inout [FieldProblem]) -> Void,
    write: @escaping @Sendable (Root) -> APIValue?
  ) {
    self.name = name
    self.valueType = valueType
    self.read = read
    self.write = write
    difference = { left, right in
      let (one, other) = (left[keyPath: path], right[keyPath: path])
      if one == other { return nil }
      if let one = one as? any APIType, let parts = one.difference(from: other) {
        return (.object(parts.0), .object(parts.1))
      }
      return (write(left), write(right))
    }
  }
}

/// The fields of an API type that the simulator acts on, in the order of the type's declaration.
///
/// Decoding, encoding and comparison derive from it. A field that is not here is kept as it came
/// in the type's `unlisted` members and shown back.
public struct FieldTable<Root: Sendable>: Sendable {
  public private(set) var fields: [Field<Root>] = []

  public init(_ declare: (inout FieldTable<Root>) -> Void) {
    declare(&self)
  }

  public func field(_ name: String) -> Field<Root>? { fields.first { $0.name == name } }

  /// A field that is always written, even when it is empty.
  public mutating func always<T: ValueConvertible>(
    _ name: String, _ path: any WritableKeyPath<Root, T> & Sendable
  ) {
    fields.append(
      Field(
        name: name, valueType: T.self, path,
        read: { root, value, place, problems in
          root[keyPath: path] = T(value, at: place, problems: &problems)
        },
        write: { $0[keyPath: path].value }))
  }

  /// A field that is left out when it is nil.
  public mutating func optional<T: ValueConvertible>(
    _ name: String, _ path: any WritableKeyPath<Root, T?> & Sendable
  ) {
    fields.append(
      Field(
        name: name, valueType: T.self, path,
        read: { root, value, place, problems in
          root[keyPath: path] = T(value, at: place, problems: &problems)
        },
        write: { $0[keyPath: path]?.value }))
  }

  /// A field that is null when it is nil, as Go writes a moment that is none.
  public mutating func orNull<T: ValueConvertible>(
    _ name: String, _ path: any WritableKeyPath<Root, T?> & Sendable
  ) {
    fields.append(
      Field(
        name: name, valueType: T.self, path,
        read: { root, value, place, problems in
          root[keyPath: path] = value.isNull ? nil : T(value, at: place, problems: &problems)
        },
        write: { $0[keyPath: path]?.value ?? .null }))
  }

  /// A list or map that is left out when it is empty.
  public mutating func unlessEmpty<T: ValueConvertible & Collection>(
    _ name: String, _ path: any WritableKeyPath<Root, T> & Sendable
  ) {
    fields.append(
      Field(
        name: name, valueType: T.self, path,
        read: { root, value, place, problems in
          root[keyPath: path] = T(value, at: place, problems: &problems)
        },
        write: { $0[keyPath: path].isEmpty ? nil : $0[keyPath: path].value }))
  }

  /// A number or a flag that is left out when it is zero or false, as `omitempty` does in Go.
  public mutating func unlessDefault<T: ValueConvertible>(
    _ name: String, _ path: any WritableKeyPath<Root, T> & Sendable, _ standard: T
  ) {
    fields.append(
      Field(
        name: name, valueType: T.self, path,
        read: { root, value, place, problems in
          root[keyPath: path] = T(value, at: place, problems: &problems)
        },
        write: { $0[keyPath: path] == standard ? nil : $0[keyPath: path].value }))
  }
}

/// A type of the Kubernetes API with named fields.
public protocol APIType: ValueConvertible {
  init()
  static var fields: FieldTable<Self> { get }
  /// Fields the simulator does not act on, kept as they came.
  var unlisted: Members { get set }
}

extension APIType {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    self.init()
    guard let members = value.object else {
      if !value.isNull { problems.note(value, at: path, isNo: "object") }
      return
    }
    let table = Self.fields
    for (name, member) in members where !member.isNull {
      if let field = table.field(name) {
        field.read(&self, member, path.member(name), &problems)
      } else {
        unlisted[name] = member
      }
    }
  }

  public var value: APIValue { .object(members) }

  public var members: Members { members { _ in true } }

  /// The members of some names: what else there is is not written out for that.
  public func members(where isWanted: (String) -> Bool) -> Members {
    var members = Members()
    for field in Self.fields.fields where isWanted(field.name) {
      if let value = field.write(self) { members[field.name] = value }
    }
    for (name, value) in unlisted where isWanted(name) { members[name] = value }
    return members
  }

  /// The members of some names of this and of another one, as far as they differ: what both hold
  /// alike is not written out.
  public func difference(
    from other: Self, where isWanted: (String) -> Bool
  ) -> (Members, Members) {
    var (own, others) = (Members(), Members())
    for field in Self.fields.fields where isWanted(field.name) {
      guard let (left, right) = field.difference(self, other) else { continue }
      if let left { own[field.name] = left }
      if let right { others[field.name] = right }
    }
    if unlisted == other.unlisted { return (own, others) }
    for (name, value) in unlisted where isWanted(name) { own[name] = value }
    for (name, value) in other.unlisted where isWanted(name) { others[name] = value }
    return (own, others)
  }

  /// Nil when the other one is not of this type.
  fileprivate func difference(from other: any Equatable) -> (Members, Members)? {
    (other as? Self).map { difference(from: $0) { _ in true } }
  }
}
