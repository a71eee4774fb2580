import Objects

/// An object on its way through a kustomization, with what has been done to it.
struct KustomizeObject: Sendable {
  /// What happens to a generated object when one of its name is there already.
  enum Behavior: Sendable {
    case create
    case merge
    case replace
  }

  var document: APIValue
  /// Every identity it had before the one it has now, the oldest first.
  var earlier: [KustomizeIdentity] = []
  var prefixes: [String] = []
  var suffixes: [String] = []
  var behavior = Behavior.create
  /// Whether its name ends with a hash of its content.
  var needsHash = false
  /// The file it came from, as `config.kubernetes.io/origin` tells it.
  var origin: String?

  init(_ document: APIValue) {
    self.document = document
  }

  var identity: KustomizeIdentity { KustomizeIdentity(document) }
  var first: KustomizeIdentity { earlier.first ?? identity }
  var everyIdentity: [KustomizeIdentity] { earlier + [identity] }

  var name: String { document.value(at: ["metadata", "name"])?.string ?? "" }
  var kind: String { document["kind"]?.string ?? "" }
  var namespace: String { document.value(at: ["metadata", "namespace"])?.string ?? "" }

  /// Notes the present identity before it changes.
  mutating func rememberIdentity() {
    var past = identity
    past.namespace = past.effectiveNamespace
    earlier.append(past)
  }

  mutating func setMetadata(_ field: String, _ value: APIValue?) {
    var metadata = document["metadata"] ?? .object(Members())
    metadata[field] = value
    document["metadata"] = metadata
  }

  mutating func rename(_ name: String) { setMetadata("name", .string(name)) }

  func strings(_ field: String) -> StringMap {
    var map = StringMap()
    for (key, value) in document.value(at: ["metadata", field])?.object ?? Members() {
      map[key] = value.scalarText
    }
    return map
  }

  /// The object as kustomize keeps it while it builds, with its past in annotations.
  var keptText: String {
    var annotations = strings("annotations")
    let start = "internal.config.kubernetes.io/previous"
    if !earlier.isEmpty {
      annotations[start + "Kinds"] = earlier.map(\.kind).joined(separator: ",")
      annotations[start + "Names"] = earlier.map(\.name).joined(separator: ",")
      annotations[start + "Namespaces"] = earlier.map(\.namespace).joined(separator: ",")
    }
    var copy = self
    copy.setMetadata("annotations", annotations.isEmpty ? nil : annotations.value)
    return JSON.encode(copy.document, pretty: false)
  }

  /// Whether both were named in the same way on the way up.
  func hasAffixes(of other: KustomizeObject, emptyMatches: Bool) -> Bool {
    func same(_ one: [String], _ two: [String]) -> Bool {
      if emptyMatches, one.isEmpty || two.isEmpty { return true }
      if one.isEmpty || two.isEmpty { return one.count == two.count }
      let count = min(one.count, two.count)
      return one.suffix(count) == two.suffix(count)
    }
    return same(prefixes, other.prefixes) && same(suffixes, other.suffixes)
  }
}

extension APIValue {
  /// The text of a plain value; nil for lists and objects.
  var scalarText: String? {
    switch self {
    case .string(let text): text
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .number(let number): JSON.text(of: number)
    case .array, .object: nil
    }
  }
}
