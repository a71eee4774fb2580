import Objects

/// What the API server makes of a document that is applied to an object.
struct AppliedFields {
  /// The places that a document speaks of.
  func fields(of document: APIValue, kind: Kind) -> FieldSet {
    fields(of: document, .fields(type: kind.rawValue))
  }

  private func fields(of value: APIValue, _ shape: FieldShape) -> FieldSet {
    var set = FieldSet()
    switch shape {
    case .whole: set.isMember = true
    case .fields(let type):
      for (name, member) in value.object ?? Members() {
        var below = fields(of: member, FieldShape.shape(of: name, in: type))
        if Self.isBare(member) { below.isMember = true }
        set.place(below, at: FieldElement.field(name))
      }
    case .map(let inner):
      for (name, member) in value.object ?? Members() {
        var below = fields(of: member, inner)
        below.isMember = true
        set.place(below, at: FieldElement.field(name))
      }
    case .items(let keys, let inner):
      for item in value.array ?? [] {
        var below = fields(of: item, inner)
        below.isMember = true
        set.place(below, at: FieldElement.item(item, keys: keys))
      }
    case .values:
      for item in value.array ?? [] { set.insert([FieldElement.value(item)]) }
    }
    return set
  }

  private static func isBare(_ value: APIValue) -> Bool {
    value == .null || value.object?.isEmpty ?? false
  }

  /// `live` with everything that `wanted` says.
  func merged(_ wanted: APIValue, into live: APIValue, kind: Kind) -> APIValue {
    merged(wanted, into: live, .fields(type: kind.rawValue))
  }

  private func merged(_ wanted: APIValue, into live: APIValue?, _ shape: FieldShape) -> APIValue {
    guard let live, live != .null else { return wanted }
    switch shape {
    case .whole: return wanted
    case .fields(let type):
      return members(wanted, into: live) { FieldShape.shape(of: $0, in: type) }
    case .map(let inner): return members(wanted, into: live) { _ in inner }
    case .items(let keys, let inner):
      return list(wanted, into: live) {
        FieldElement.item($0, keys: keys)
      } both: {
        merged($0, into: $1, inner)
      }
    case .values: return list(wanted, into: live, element: FieldElement.value) { item, _ in item }
    }
  }

  private func members(
    _ wanted: APIValue, into live: APIValue, shape: (String) -> FieldShape
  ) -> APIValue {
    guard let changes = wanted.object, var result = live.object else { return wanted }
    for (name, change) in changes {
      result[name] = merged(change, into: result[name], shape(name))
    }
    return .object(result)
  }

  /// The items of both lists. Where the two disagree about the order, the wanted one is kept.
  private func list(
    _ wanted: APIValue, into live: APIValue, element: (APIValue) -> String,
    both: (APIValue, APIValue) -> APIValue
  ) -> APIValue {
    let old = (live.array ?? []).map { (element($0), $0) }
    let new = (wanted.array ?? []).map { (element($0), $0) }
    let wantedElements = Set(new.map(\.0))
    var result: [APIValue] = []
    var left = old[...]
    func takeOwn() {
      while let next = left.first, !wantedElements.contains(next.0) {
        result.append(next.1)
        left.removeFirst()
      }
    }
    takeOwn()
    for (name, item) in new {
      result.append(old.first { $0.0 == name }.map { both(item, $0.1) } ?? item)
      if left.first?.0 == name { left.removeFirst() }
      if old.contains(where: { $0.0 == name }) { takeOwn() }
    }
    for (name, item) in left where !wantedElements.contains(name) { result.append(item) }
    return .array(result)
  }

  /// `value` without the places in `last`, applied before, at and below which nobody has anything
  /// in `kept` any longer.
  func pruned(_ value: APIValue, last: FieldSet, kept: FieldSet, kind: Kind) -> APIValue {
    pruned(value, last: last, kept: kept, .fields(type: kind.rawValue))
  }

  private func pruned(
    _ value: APIValue, last: FieldSet, kept: FieldSet, _ shape: FieldShape
  ) -> APIValue {
    switch shape {
    case .whole: return value
    case .fields(let type):
      return members(of: value, last, kept) { FieldShape.shape(of: $0, in: type) }
    case .map(let inner): return members(of: value, last, kept) { _ in inner }
    case .items(let keys, let inner):
      let items = (value.array ?? []).compactMap { item -> APIValue? in
        let element = FieldElement.item(item, keys: keys)
        guard let applied = last[element] else { return item }
        guard let others = kept[element] else { return nil }
        return pruned(item, last: applied, kept: others, inner)
      }
      return .array(items)
    case .values:
      return .array(
        (value.array ?? []).filter {
          let element = FieldElement.value($0)
          return last[element] == nil || kept[element] != nil
        })
    }
  }

  private func members(
    of value: APIValue, _ last: FieldSet, _ kept: FieldSet, shape: (String) -> FieldShape
  ) -> APIValue {
    guard var result = value.object else { return value }
    for branch in last.branches {
      guard let name = FieldElement.fieldName(branch.element), let member = result[name] else {
        continue
      }
      if let others = kept[branch.element] {
        result[name] = pruned(member, last: branch.set, kept: others, shape(name))
      } else {
        result[name] = nil
      }
    }
    return .object(result)
  }
}
