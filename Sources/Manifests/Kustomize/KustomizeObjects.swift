import Objects

/// The objects of a kustomization, in the order in which they were read.
struct KustomizeObjects: Sendable {
  var all: [KustomizeObject] = []

  mutating func append(_ object: KustomizeObject) throws(KustomizeProblem) {
    let identity = object.identity
    if all.contains(where: { $0.identity.matches(identity) }) {
      throw .object(.repeated(identity.text))
    }
    all.append(object)
  }

  mutating func append(_ objects: [KustomizeObject]) throws(KustomizeProblem) {
    for object in objects { try append(object) }
  }

  /// Places of the objects that have, or once had, an identity.
  func places(ever matches: (KustomizeIdentity) -> Bool) -> [Int] {
    all.indices.filter { all[$0].everyIdentity.contains(where: matches) }
  }

  /// The one object a patch without a target is about.
  func place(ofPatchFor identity: KustomizeIdentity) throws(KustomizeProblem) -> Int {
    let found = places { $0.matches(identity) }
    guard let place = found.first, found.count == 1 else {
      throw .transformer(.nothingToPatch(identity.text, isAmbiguous: !found.isEmpty))
    }
    return place
  }

  /// Places of the objects that a patch's target picks.
  func places(_ selector: KustomizeSelector) throws(KustomizeProblem) -> [Int] {
    let matcher = try KustomizeSelector.Matcher(selector)
    return all.indices.filter { matcher.accepts(all[$0]) }
  }

  /// Takes in what a generator made: a new object, or one laid over an older one.
  mutating func absorb(_ made: KustomizeObject) throws(KustomizeProblem) {
    let identity = made.identity
    let found = places { $0.matches(identity) }
    guard let place = found.first else {
      guard made.behavior == .create else {
        throw .generator(.nothingToMerge(identity.structureText))
      }
      return try append(made)
    }
    guard found.count == 1 else { throw .generator(.severalToMerge(identity.text)) }
    guard made.behavior != .create else { throw .generator(.alreadyThere(identity.structureText)) }
    all[place] = Self.laid(made, over: all[place])
  }

  private static func laid(_ made: KustomizeObject, over old: KustomizeObject) -> KustomizeObject {
    var result = made
    for field in ["labels", "annotations"] {
      var merged = old.strings(field)
      for (key, value) in made.strings(field) { merged[key] = value }
      result.setMetadata(field, merged.isEmpty ? nil : merged.value)
    }
    result.rename(old.name)
    result.setMetadata("namespace", old.namespace.isEmpty ? nil : .string(old.namespace))
    result.earlier = old.earlier
    result.prefixes = old.prefixes
    result.needsHash = made.needsHash && old.needsHash
    result.suffixes = old.suffixes
    if made.behavior == .merge {
      result.origin = old.origin
      for field in ["data", "binaryData"] {
        var merged = old.document[field]?.object ?? Members()
        for (key, value) in made.document[field]?.object ?? Members() { merged[key] = value }
        result.document[field] = merged.isEmpty ? nil : .object(merged)
      }
    }
    return result
  }
}
