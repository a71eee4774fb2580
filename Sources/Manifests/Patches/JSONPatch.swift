import Objects

/// JSON patch, RFC 6902: a list of operations.
public enum JSONPatch {
  /// Why a patch cannot be carried out.
  public struct Problem: Error, Equatable, Sendable {
    public var message: String
  }

  public static func apply(_ patch: APIValue, to document: APIValue) throws(Problem) -> APIValue {
    guard case .array(let operations) = patch else {
      throw Problem(
        message: "json: cannot unmarshal \(word(for: patch)) into Go value of type jsonpatch.Patch")
    }
    var result = document
    for operation in operations { try perform(operation, on: &result) }
    return result
  }

  /// What Go calls a value of this form.
  private static func word(for value: APIValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "bool"
    case .integer, .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  private static func perform(
    _ operation: APIValue, on document: inout APIValue
  ) throws(Problem) {
    let pointer = operation["path"]?.string ?? ""
    let path = try steps(operation["path"])
    let value = operation["value"] ?? .null
    let name = operation["op"]?.string ?? "unknown"
    let parent = find(Array(path.dropLast()), in: document)
    switch name {
    case "add":
      guard parent?.holdsOthers ?? false, pointer.hasPrefix("/") || pointer.isEmpty else {
        throw missing(name, "doc is missing path: \"\(pointer)\"")
      }
      try change(&document, path, .put(value), name)
    case "replace":
      guard let parent, parent.holdsOthers else {
        throw missing(name, "doc is missing path: \(pointer)")
      }
      // An object takes a new member so as well; a list has no place to put a new item.
      if find(path, in: document) == nil, parent.object == nil {
        throw missing(name, "doc is missing key: \(pointer)")
      }
      try change(&document, path, .set(value), name)
    case "remove":
      guard parent?.holdsOthers ?? false else {
        throw missing(name, "doc is missing path: \"\(pointer)\"")
      }
      try change(&document, path, .remove, name)
    case "test":
      if parent == nil { throw missing(name, "is missing path: \(pointer)") }
      guard find(path, in: document) ?? .null == value else {
        throw Problem(message: "testing value \(pointer) failed: test failed")
      }
    case "copy", "move":
      let source = try steps(operation["from"])
      guard let found = find(source, in: document) else {
        throw missing(name, "doc is missing from path: \(operation["from"]?.string ?? "")")
      }
      if name == "move" { try change(&document, source, .remove, name) }
      try change(&document, path, .put(found), name)
    default: throw Problem(message: "Unexpected kind: \(name)")
    }
  }

  private static func missing(_ name: String, _ what: String) -> Problem {
    Problem(message: "\(name) operation does not apply: \(what): missing value")
  }

  private static func steps(_ pointer: APIValue?) throws(Problem) -> [String] {
    let text = pointer?.string ?? ""
    return text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  private static func find(_ path: [String], in document: APIValue) -> APIValue? {
    var place: APIValue? = document
    for step in path {
      switch place {
      case .object(let members)?: place = members[step]
      case .array(let items)?:
        place = Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
      case .null?, .bool?, .integer?, .number?, .string?, nil: return nil
      }
    }
    return place
  }

  private enum Change {
    /// Insert into a list, set in an object.
    case put(APIValue)
    case set(APIValue)
    case remove
  }

  private static func change(
    _ value: inout APIValue, _ path: [String], _ change: Change, _ name: String
  ) throws(Problem) {
    do throws(Problem) {
      value = try changed(value, path[...], change)
    } catch {
      throw Problem(
        message: "error in \(name) for path: '/\(path.joined(separator: "/"))': \(error.message)")
    }
  }

  private static func changed(
    _ value: APIValue, _ path: ArraySlice<String>, _ change: Change
  ) throws(Problem) -> APIValue {
    guard let step = path.first else {
      switch change {
      case .put(let new), .set(let new): return new
      case .remove: return .null
      }
    }
    let rest = path.dropFirst()
    switch value {
    case .object(var members):
      if rest.isEmpty, case .remove = change {
        guard members[step] != nil else {
          throw Problem(message: "Unable to remove nonexistent key: \(step): missing value")
        }
        members[step] = nil
      } else {
        guard rest.isEmpty || members[step] != nil else {
          throw Problem(message: "doc is missing path: /\(path.joined(separator: "/"))")
        }
        members[step] = try changed(members[step] ?? .null, rest, change)
      }
      return .object(members)
    case .array(var items):
      let place = try index(step, in: items, change, isLast: rest.isEmpty)
      if rest.isEmpty {
        alter(&items, at: place, change)
      } else {
        items[place] = try changed(items[place], rest, change)
      }
      return .array(items)
    case .null, .bool, .integer, .number, .string:
      throw Problem(message: "doc is missing path: /\(path.joined(separator: "/"))")
    }
  }

  /// The place in a list that a step means: an item, or the end where one is put.
  private static func index(
    _ step: String, in items: [APIValue], _ change: Change, isLast: Bool
  ) throws(Problem) -> Int {
    var limit = items.count
    if isLast, case .put = change {
      if step == "-" { return items.count }
      limit += 1
    }
    guard let place = Int(step) else {
      throw Problem(
        message:
          "value was not a proper array index: '\(step)': strconv.Atoi: parsing \"\(step)\": "
          + "invalid syntax")
    }
    guard (0..<limit).contains(place) else {
      throw Problem(
        message: "Unable to access invalid index: \(place): invalid index referenced")
    }
    return place
  }

  private static func alter(_ items: inout [APIValue], at place: Int, _ change: Change) {
    switch change {
    case .put(let new): items.insert(new, at: place)
    case .set(let new): items[place] = new
    case .remove: items.remove(at: place)
    }
  }
}

extension APIValue {
  /// Whether there can be something inside.
  fileprivate var holdsOthers: Bool {
    switch self {
    case .object, .array: true
    case .null, .bool, .integer, .number, .string: false
    }
  }
}
