import Objects

/// What a write changes in an object, field by field.
struct FieldComparison {
  private(set) var added = FieldSet()
  private(set) var modified = FieldSet()
  private(set) var removed = FieldSet()
  private var path: [String] = []

  /// Compares the same part of two documents of this kind.
  init(_ before: APIValue, _ after: APIValue, kind: Kind) {
    compare(before, after, .fields(type: kind.rawValue), stands: true)
  }

  /// What the writer has set.
  var written: FieldSet { added.union(modified) }

  /// Structures that the API server always has, empty where nothing is said: nobody adds them.
  private static let standing: Set<String> = [
    "containers", "daemonEndpoints", "jobTemplate", "kubeletEndpoint", "loadBalancer", "metadata",
    "nodeInfo", "source", "spec", "status", "strategy", "template", "updateStrategy",
  ]

  private mutating func compare(
    _ before: APIValue?, _ after: APIValue?, _ shape: FieldShape, stands: Bool
  ) {
    switch shape {
    case .whole: leaf(before, after)
    case .fields(let type):
      members(before, after, stands: stands) { FieldShape.shape(of: $0, in: type) }
    case .map(let inner): members(before, after, stands: false) { _ in inner }
    case .items(let keys, let inner):
      list(before, after) {
        FieldElement.item($0, keys: keys)
      } inside: {
        $0.compare($1, $2, inner, stands: false)
      }
    case .values:
      list(before, after) {
        FieldElement.value($0)
      } inside: {
        $0.leaf($1, $2)
      }
    }
  }

  private mutating func leaf(_ before: APIValue?, _ after: APIValue?) {
    guard let before else { return added.insert(path) }
    guard let after else { return removed.insert(path) }
    if before != after { modified.insert(path) }
  }

  private mutating func members(
    _ before: APIValue?, _ after: APIValue?, stands: Bool,
    shape: (String) -> FieldShape
  ) {
    let old = before?.object
    let new = after?.object
    if old?.isEmpty ?? true, new?.isEmpty ?? true { return leaf(before, after) }
    var names = new?.names ?? []
    for name in old?.names ?? [] where new?[name] == nil { names.append(name) }
    for name in names {
      var left = old?[name]
      var right = new?[name]
      if left == right { continue }
      let stays = stands && Self.standing.contains(name)
      if stays {
        let isList = (left ?? right)?.array != nil
        let nothing = isList ? APIValue.array([]) : .object(Members())
        left = left ?? nothing
        right = right ?? nothing
      }
      path.append(FieldElement.field(name))
      compare(left, right, shape(name), stands: stays)
      path.removeLast()
    }
    noteBranch(before, after)
  }

  private mutating func list(
    _ before: APIValue?, _ after: APIValue?, element: (APIValue) -> String,
    inside: (inout FieldComparison, APIValue?, APIValue?) -> Void
  ) {
    let old = before?.array ?? []
    let new = after?.array ?? []
    if old.isEmpty, new.isEmpty { return leaf(before, after) }
    let oldElements = old.map(element)
    let newElements = new.map(element)
    for (item, name) in zip(new, newElements) {
      path.append(name)
      inside(&self, oldElements.firstIndex(of: name).map { old[$0] }, item)
      path.removeLast()
    }
    for (item, name) in zip(old, oldElements) where !newElements.contains(name) {
      path.append(name)
      inside(&self, item, nil)
      path.removeLast()
    }
    noteBranch(before, after)
  }

  /// What came with something in it, or went, is itself among the places.
  private mutating func noteBranch(_ before: APIValue?, _ after: APIValue?) {
    if path.isEmpty { return }
    if before == nil { added.insert(path) } else if after == nil { removed.insert(path) }
  }
}

extension APIObject {
  /// What of its document a write to this part may change; the rest is not written out for that.
  func managed(_ part: ClusterState.WrittenPart) -> APIValue {
    APIValue.object(members { ($0 == "status") == (part == .status) }).managed(part)
  }

  /// As ``managed(_:)``, of this object and of what is to become of it, as far as they differ.
  func managed(
    _ part: ClusterState.WrittenPart, besides wanted: any APIObject
  ) -> (before: APIValue, after: APIValue) {
    guard let wanted = wanted as? Self else { return (managed(part), wanted.managed(part)) }
    let (before, after) = difference(from: wanted) { ($0 == "status") == (part == .status) }
    return (APIValue.object(before).managed(part), APIValue.object(after).managed(part))
  }
}

extension APIValue {
  /// The fields of an object's metadata that nobody manages: the server itself sets them.
  private static let unmanagedMetadata = [
    "name", "namespace", "creationTimestamp", "uid", "generation", "managedFields",
    "resourceVersion", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds",
  ]

  /// What of a document a write to this part may change.
  func managed(_ part: ClusterState.WrittenPart) -> APIValue {
    switch part {
    case .status: return .object(Members(self["status"].map { [("status", $0)] } ?? []))
    case .whole:
      var rest = self
      rest["apiVersion"] = nil
      rest["kind"] = nil
      rest["status"] = nil
      for name in Self.unmanagedMetadata where rest["metadata"]?[name] != nil {
        rest["metadata"]?[name] = nil
      }
      if rest["metadata"]?.object?.isEmpty ?? false { rest["metadata"] = nil }
      return rest
    }
  }
}
