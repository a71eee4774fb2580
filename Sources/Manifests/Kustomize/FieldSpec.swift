import Objects

/// A field of some kinds of objects, and whether it is made where it is missing.
struct FieldSpec: Sendable {
  var group = ""
  var version = ""
  var kind = ""
  /// `spec/template/metadata/labels`; a slash within a name has a backslash before it.
  var path: String
  var isCreated = false

  init(_ value: APIValue) {
    group = value["group"]?.string ?? ""
    version = value["version"]?.string ?? ""
    kind = value["kind"]?.string ?? ""
    path = value["path"]?.string ?? ""
    isCreated = value["create"]?.bool ?? false
  }

  /// A line of a table: `Kind.version.group path`, with `*` for what is left open and `+` before a
  /// path that is made.
  init?(line: some StringProtocol) {
    let words = line.split(separator: " ")
    guard words.count == 2 else { return nil }
    let parts = words[0].split(separator: ".", maxSplits: 2).map { $0 == "*" ? "" : String($0) }
    kind = parts[0]
    version = parts.count > 1 ? parts[1] : ""
    group = parts.count > 2 ? parts[2] : ""
    isCreated = words[1].hasPrefix("+")
    path = String(words[1].drop { $0 == "+" })
  }

  static func table(_ text: String) -> [FieldSpec] {
    text.split(separator: "\n").compactMap { FieldSpec(line: $0) }
  }

  func isFor(_ identity: KustomizeIdentity) -> Bool {
    identity.isOf(group: group, version: version, kind: kind)
  }

  var steps: [String] {
    var steps: [String] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if let last = steps.last, last.hasSuffix("\\") {
        steps[steps.count - 1] = last.dropLast() + "/" + part
      } else {
        steps.append(String(part))
      }
    }
    return steps
  }

  /// Changes the field wherever it stands in a document of a fitting kind. Lists on the way are
  /// gone through item by item. A field that is not there comes as nil if it may be made.
  func change(
    _ document: inout APIValue, _ change: (APIValue?) throws(KustomizeProblem) -> APIValue
  ) throws(KustomizeProblem) {
    guard isFor(KustomizeIdentity(document)) else { return }
    try Self.descend(&document, steps[...], isCreated: isCreated, change)
  }

  private static func descend(
    _ value: inout APIValue, _ steps: ArraySlice<String>, isCreated: Bool,
    _ change: (APIValue?) throws(KustomizeProblem) -> APIValue
  ) throws(KustomizeProblem) {
    guard let step = steps.first else {
      value = try change(value)
      return
    }
    switch value {
    case .array(var items):
      for index in items.indices {
        try descend(&items[index], steps, isCreated: isCreated, change)
      }
      value = .array(items)
    case .object(var members):
      let isList = step.hasSuffix("[]")
      let name = isList ? String(step.dropLast(2)) : step
      let rest = steps.dropFirst()
      if var member = members[name], member != .null {
        try descend(&member, rest, isCreated: isCreated, change)
        members[name] = member
      } else if isCreated, !isList {
        var member = APIValue.object(Members())
        if rest.isEmpty {
          member = try change(nil)
        } else {
          try descend(&member, rest, isCreated: true, change)
        }
        members[name] = member
      }
      value = .object(members)
    case .null, .bool, .integer, .number, .string: return
    }
  }
}
