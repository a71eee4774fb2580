import Objects

/// A patch as it was read: objects to lay over others, or operations.
enum LoadedPatch: Sendable {
  case objects([KustomizeObject])
  case operations([APIValue])

  /// `source` says where the text stands: `[path: "web.yaml"]`.
  init(_ text: String, source: String) throws(KustomizeProblem) {
    if let objects = try? KustomizeObject.read(text, file: nil), !objects.isEmpty {
      self = .objects(objects)
      return
    }
    // What begins like JSON must be JSON.
    let value =
      text.first { !$0.isWhitespace } == "["
      ? try? JSON.decode(text) : (try? YAML.documents(in: text, dialect: .plain))?.first?.value
    switch value {
    case .array(let operations)? where operations.allSatisfy({ $0.object != nil }):
      self = .operations(operations)
    case .object(let members)? where members.isEmpty:
      throw .transformer(.targetMissing(source: source))
    default: throw .transformer(.unreadablePatch(source: source))
    }
  }
}

extension KustomizeObjects {
  mutating func apply(
    _ rule: PatchRule, _ patch: LoadedPatch, source: String
  ) throws(KustomizeProblem) {
    switch patch {
    case .operations(let operations):
      guard let target = rule.target else { throw .transformer(.targetMissing(source: source)) }
      for place in try places(target) {
        all[place].rememberIdentity()
        all[place].document = try Self.changed(all[place].document, operations)
      }
    case .objects(let patches):
      guard let target = rule.target else {
        for patch in patches {
          let place = try place(ofPatchFor: patch.identity)
          try lay(patch.document, over: place, rule)
        }
        return removeEmpty()
      }
      guard patches.count == 1 else { throw .transformer(.severalForTarget(source: source)) }
      for place in try places(target) {
        var patch = patches[0].document
        patch["apiVersion"] = all[place].document["apiVersion"]
        try lay(patch, over: place, rule)
      }
      removeEmpty()
    }
  }

  private mutating func lay(
    _ patch: APIValue, over place: Int, _ rule: PatchRule
  ) throws(KustomizeProblem) {
    let before = all[place]
    if rule.allowsNameChange || rule.allowsKindChange { all[place].rememberIdentity() }
    guard let merged = try KustomizeMerge.merge(patch, into: before.document) else {
      all[place].document = .null
      return
    }
    all[place].document = merged
    if !rule.allowsKindChange { all[place].document["kind"] = before.document["kind"] }
    if !rule.allowsNameChange { all[place].rename(before.name) }
    all[place].setMetadata(
      "namespace", before.namespace.isEmpty ? nil : .string(before.namespace))
  }

  private mutating func removeEmpty() {
    all.removeAll { $0.document == .null }
  }

  /// Carries out operations one by one, so that the one that fails can be named.
  private static func changed(
    _ document: APIValue, _ operations: [APIValue]
  ) throws(KustomizeProblem) -> APIValue {
    var document = document
    for operation in operations {
      let pointer = JSONPointer(operation["path"]?.string ?? "")
      var operation = operation
      // What is not there is made by a replacement as well, and copied as null.
      if operation["op"] == "replace", pointer.isMissingMember(of: document) {
        operation["op"] = "add"
      }
      if operation["op"] == "copy",
        JSONPointer(operation["from"]?.string ?? "").isMissingMember(of: document)
      {
        operation["op"] = "add"
        operation["value"] = .null
      }
      do throws(JSONPatch.Problem) {
        document = try JSONPatch.apply(.array([operation]), to: document)
      } catch {
        throw .transformer(
          .operation(failure(of: operation, at: pointer, in: document, error.message)))
      }
    }
    return document
  }

  private static func failure(
    of operation: APIValue, at pointer: JSONPointer, in document: APIValue, _ other: String
  ) -> String {
    let word = operation["op"]?.string ?? ""
    let path = pointer.text
    let isLost = pointer.parent(in: document) == nil || !path.hasPrefix("/")
    switch word {
    case "replace":
      return "replace operation does not apply: doc is missing path: \(path): missing value"
    case "add", "remove":
      if isLost {
        return "\(word) operation does not apply: doc is missing path: "
          + "\(JSON.quoted(path)): missing value"
      }
      let why =
        pointer.isMissingMember(of: document)
        ? "Unable to remove nonexistent key: \(pointer.last): missing value"
        : "Unable to access invalid index: \(pointer.last): invalid index referenced"
      return "error in \(word) for path: '\(path)': \(why)"
    case "move":
      let from = JSONPointer(operation["from"]?.string ?? "").last
      return "error in move for path: '\(from)': Unable to remove nonexistent key: \(from): "
        + "missing value"
    case "test": return "testing value \(path) failed: test failed"
    default: return other
    }
  }
}

/// A way into a document: `/spec/containers/0`.
private struct JSONPointer {
  var text: String
  private var steps: [String]

  init(_ text: String) {
    self.text = text
    steps = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }

  var last: String { steps.last ?? "" }

  func parent(in document: APIValue) -> APIValue? {
    var place: APIValue? = document
    for step in steps.dropLast() {
      switch place {
      case .object(let members)?: place = members[step]
      case .array(let items)?:
        place = Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
      case .null?, .bool?, .integer?, .number?, .string?, nil: return nil
      }
    }
    return place
  }

  /// Whether it ends in an object that has no such member.
  func isMissingMember(of document: APIValue) -> Bool {
    guard text.hasPrefix("/"), let members = parent(in: document)?.object else { return false }
    return members[last] == nil
  }
}
