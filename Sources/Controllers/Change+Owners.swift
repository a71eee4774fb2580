import Objects
import Store

extension APIObject {
  /// What controls this object, if that is of a kind.
  func owner(_ kind: Kind) -> ObjectKey? {
    let owners = metadata.ownerReferences
    guard let place = owners.firstIndex(where: { $0.controller == true }),
      owners[place].kind == kind.rawValue
    else { return nil }
    return ObjectKey(kind, namespace: metadata.namespace, name: owners[place].name)
  }
}

extension Change {
  /// What controls the changed object, and what did before, so far as they are of a kind: most
  /// often the same one, or none.
  func owners(_ kind: Kind) -> [ObjectKey] {
    let (before, after) = (before?.owner(kind), after?.owner(kind))
    return [before, before == after ? nil : after].compactMap(\.self)
  }

  /// Whether the object is there and nobody controls it: somebody may adopt it.
  var leavesOrphan: Bool { after.map { !$0.metadata.isControlled } ?? false }
}
