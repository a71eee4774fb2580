import Objects

extension KustomizeObjects {
  /// Writes the names that objects have now wherever others still call them by older ones.
  mutating func mendReferences() throws(KustomizeProblem) {
    let all = all
    for place in all.indices {
      let candidates = Self.candidates(for: all[place], among: all)
      let first = all[place].first
      for references in NameReferences.all {
        for field in references.fields where field.isFor(first) {
          // The object may have become another kind since.
          var field = field
          (field.group, field.version, field.kind) = ("", "", "")
          let search = ReferenceSearch(
            referrer: self.all[place], field: field, target: references.target,
            candidates: candidates)
          try field.change(&self.all[place].document) { value throws(KustomizeProblem) in
            try search.mended(value ?? .null)
          }
        }
      }
    }
  }

  /// What an object may speak of: its own namespace, what is in none, and where the accounts of a
  /// binding live.
  private static func candidates(
    for referrer: KustomizeObject, among all: [KustomizeObject]
  ) -> [KustomizeObject] {
    let identity = referrer.identity
    if identity.isClusterScoped { return all }
    var rooms: Set<String> = []
    if referrer.kind == "RoleBinding" {
      for subject in referrer.document["subjects"]?.array ?? [] {
        if subject["kind"]?.string == "ServiceAccount", let room = subject["namespace"]?.string {
          rooms.insert(room)
        }
      }
    }
    return all.filter { object in
      let other = object.identity
      return other.isClusterScoped || other.isInSameNamespace(as: identity)
        || rooms.contains(object.namespace)
    }
  }
}

/// Looks for the object that a field of another one names.
private struct ReferenceSearch {
  var referrer: KustomizeObject
  var field: FieldSpec
  var target: FieldSpec
  var candidates: [KustomizeObject]

  func mended(_ value: APIValue) throws(KustomizeProblem) -> APIValue {
    switch value {
    case .null: return value
    case .array(let items):
      var mended: [APIValue] = []
      for item in items { mended.append(try self.mended(item)) }
      return .array(mended)
    case .object: return try mendedObject(value)
    case .bool, .integer, .number, .string:
      guard let name = value.scalarText, let found = try find(name, among: candidates) else {
        return value
      }
      return found.name == name ? value : .string(found.name)
    }
  }

  /// A name and a namespace together, as in the subjects of a binding.
  private func mendedObject(_ value: APIValue) throws(KustomizeProblem) -> APIValue {
    guard let name = value["name"]?.scalarText else { return value }
    var among = candidates
    if let room = value["namespace"]?.scalarText {
      let before = candidates.filter { $0.first.effectiveNamespace == room }
      let isKnown = !before.filter { !$0.first.isClusterScoped }.isEmpty
      among =
        isKnown ? before : candidates.filter { $0.identity.effectiveNamespace == room }
    }
    guard let found = try find(name, among: among) else { return value }
    if found.name == name, found.namespace.isEmpty { return value }
    var value = value
    value["name"] = .string(found.name)
    if !found.namespace.isEmpty { value["namespace"] = .string(found.namespace) }
    return value
  }

  private func find(
    _ name: String, among candidates: [KustomizeObject]
  ) throws(KustomizeProblem) -> KustomizeObject? {
    var found = candidates.filter { candidate in
      candidate.earlier.contains { $0.name == name }
        && candidate.earlier.contains(where: target.isFor) && isRole(candidate)
        && isReachable(candidate)
    }
    if found.count == 1 { return found[0] }
    for emptyMatches in [true, false] {
      found = found.filter { $0.hasAffixes(of: referrer, emptyMatches: emptyMatches) }
      if found.count == 1 { return found[0] }
    }
    guard let first = found.first else { return nil }
    if found.allSatisfy({ $0.name == first.name }) { return first }
    throw .transformer(
      .ambiguousReference(
        field: field.path, referrer: referrer.identity.text,
        candidates: found.map(\.identity.text).joined(separator: ", ")))
  }

  /// A roleRef says itself which kind it means.
  private func isRole(_ candidate: KustomizeObject) -> Bool {
    guard field.path.hasSuffix("roleRef/name"), let role = referrer.document["roleRef"],
      let group = role["apiGroup"]?.string, let kind = role["kind"]?.string
    else { return true }
    return candidate.earlier.contains { $0.isOf(group: group, version: "", kind: kind) }
  }

  private func isReachable(_ candidate: KustomizeObject) -> Bool {
    let mine = referrer.identity
    let other = candidate.identity
    return mine.isClusterScoped || other.isClusterScoped || candidate.kind == "ServiceAccount"
      || other.isInSameNamespace(as: mine)
  }
}
