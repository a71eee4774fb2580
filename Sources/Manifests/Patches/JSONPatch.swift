import Objects

/// JSON patch, RFC 6902: a list of operations.
public enum JSONPatch {
  /// Why a patch cannot be carried out.
  public struct Problem: Error, Equatable, Sendable {
    public var message: String
  }

  public static func apply(_ patch: APIValue, to document: APIValue) throws(Problem) -> APIValue {
    guard case .array(let operations) = patch else {
      throw Problem(message: "json: cannot unmarshal object into Go value of type jsonpatch.Patch")
    }
    var result = document
    for operation in operations { try perform(operation, on: &result) }
    return result
  }

  private static func perform(
    _ operation: APIValue, on document: inout APIValue
  ) throws(Problem) {
    let path = try steps(operation["path"])
    let value = operation["value"] ?? .null
    switch operation["op"]?.string ?? "" {
    case "add": try change(&document, path[...]) { $0 = .put(value) }
    case "replace":
      guard find(path, in: document) != nil else { throw missing(operation) }
      try change(&document, path[...]) { $0 = .set(value) }
    case "remove":
      guard find(path, in: document) != nil else { throw missing(operation) }
      try change(&document, path[...]) { $0 = .remove }
    case "test":
      guard find(path, in: document) == value else {
        throw Problem(message: "testing value \(operation["path"]?.string ?? "") failed")
      }
    case "copy", "move":
      let source = try steps(operation["from"])
      guard let found = find(source, in: document) else { throw missing(operation) }
      if operation["op"]?.string == "move" { try change(&document, source[...]) { $0 = .remove } }
      try change(&document, path[...]) { $0 = .put(found) }
    default: throw Problem(message: "Unexpected kind: \(operation["op"]?.string ?? "")")
    }
  }

  private static func missing(_ operation: APIValue) -> Problem {
    Problem(message: "missing path \(operation["path"]?.string ?? "")")
  }

  private static func steps(_ pointer: APIValue?) throws(Problem) -> [String] {
    guard let text = pointer?.string, text.isEmpty || text.hasPrefix("/") else {
      throw Problem(message: "missing or malformed path")
    }
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
    case none
    /// Insert into a list, set in an object.
    case put(APIValue)
    case set(APIValue)
    case remove
  }

  private static func change(
    _ value: inout APIValue, _ path: ArraySlice<String>, _ choose: (inout Change) -> Void
  ) throws(Problem) {
    var change = Change.none
    choose(&change)
    value = try changed(value, path, change)
  }

  private static func changed(
    _ value: APIValue, _ path: ArraySlice<String>, _ change: Change
  ) throws(Problem) -> APIValue {
    guard let step = path.first else {
      switch change {
      case .put(let new), .set(let new): return new
      case .none, .remove: return .null
      }
    }
    let rest = path.dropFirst()
    switch value {
    case .object(var members):
      if rest.isEmpty, case .remove = change {
        members[step] = nil
      } else {
        guard rest.isEmpty || members[step] != nil else {
          throw Problem(message: "doc is missing path: /\(path.joined(separator: "/"))")
        }
        members[step] = try changed(members[step] ?? .null, rest, change)
      }
      return .object(members)
    case .array(var items):
      let place = step == "-" ? items.count : Int(step) ?? -1
      guard (0...items.count).contains(place), rest.isEmpty || place < items.count else {
        throw Problem(message: "Unable to access invalid index: \(step)")
      }
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

  private static func alter(_ items: inout [APIValue], at place: Int, _ change: Change) {
    switch change {
    case .put(let new): items.insert(new, at: place)
    case .set(let new) where place < items.count: items[place] = new
    case .remove where place < items.count: items.remove(at: place)
    case .none, .set, .remove: break
    }
  }
}
