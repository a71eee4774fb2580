/// Places in a document, as `managedFields` writes them: a tree whose branches are called `f:name`
/// for a field, `k:{"name":"web"}` for the item of a list and `v:"text"` for the value in a set.
public struct FieldSet: Hashable, Sendable {
  public struct Branch: Hashable, Sendable {
    public let element: String
    public var set: FieldSet
  }

  /// Whether the place itself belongs to the set, and not only places below it.
  public var isMember: Bool
  /// In the order of their elements; none is empty.
  public private(set) var branches: [Branch] = []

  public init(isMember: Bool = false) { self.isMember = isMember }

  public var isEmpty: Bool { !isMember && branches.isEmpty }

  public subscript(element: String) -> FieldSet? {
    let place = lowerBound(element)
    guard place < branches.count, branches[place].element == element else { return nil }
    return branches[place].set
  }

  public subscript(path: [String]) -> FieldSet? {
    var place: FieldSet? = self
    for element in path { place = place?[element] }
    return place
  }

  /// Puts the place at the end of `path` into the set.
  public mutating func insert(_ path: some Collection<String>) {
    guard let element = path.first else {
      isMember = true
      return
    }
    let place = lowerBound(element)
    if place == branches.count || branches[place].element != element {
      branches.insert(Branch(element: element, set: FieldSet()), at: place)
    }
    branches[place].set.insert(path.dropFirst())
  }

  /// Puts `set` at this element, in place of what is there.
  public mutating func place(_ set: FieldSet, at element: String) {
    let place = lowerBound(element)
    let isThere = place < branches.count && branches[place].element == element
    switch (isThere, set.isEmpty) {
    case (true, true): branches.remove(at: place)
    case (true, false): branches[place].set = set
    case (false, true): break
    case (false, false): branches.insert(Branch(element: element, set: set), at: place)
    }
  }

  private func lowerBound(_ element: String) -> Int {
    var low = 0
    var high = branches.count
    while low < high {
      let middle = (low + high) / 2
      if branches[middle].element < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: - As sets

extension FieldSet {
  public func union(_ other: FieldSet) -> FieldSet {
    if other.isEmpty { return self }
    var result = self
    result.isMember = isMember || other.isMember
    for branch in other.branches {
      result.place((self[branch.element] ?? FieldSet()).union(branch.set), at: branch.element)
    }
    return result
  }

  /// What is in both.
  public func intersection(_ other: FieldSet) -> FieldSet {
    var result = FieldSet(isMember: isMember && other.isMember)
    for branch in branches {
      guard let theirs = other[branch.element] else { continue }
      let common = branch.set.intersection(theirs)
      if !common.isEmpty { result.branches.append(Branch(element: branch.element, set: common)) }
    }
    return result
  }

  public func subtracting(_ other: FieldSet) -> FieldSet {
    if other.isEmpty { return self }
    var result = FieldSet(isMember: isMember && !other.isMember)
    for branch in branches {
      let rest = other[branch.element].map(branch.set.subtracting) ?? branch.set
      if !rest.isEmpty { result.branches.append(Branch(element: branch.element, set: rest)) }
    }
    return result
  }

  /// Itself without the places at and below the ends of these paths.
  public func removing(_ paths: [[String]]) -> FieldSet {
    paths.reduce(self) { $0.removing($1[...]) }
  }

  private func removing(_ path: ArraySlice<String>) -> FieldSet {
    guard let element = path.first, let branch = self[element] else { return self }
    var result = self
    let rest = path.dropFirst()
    result.place(rest.isEmpty ? FieldSet() : branch.removing(rest), at: element)
    return result
  }

  /// The members as paths: of every place first the members right below it, then what is deeper.
  public var paths: [[String]] {
    var found: [[String]] = []
    collect(below: [], into: &found)
    return found
  }

  private func collect(below path: [String], into found: inout [[String]]) {
    for branch in branches where branch.set.isMember { found.append(path + [branch.element]) }
    for branch in branches { branch.set.collect(below: path + [branch.element], into: &found) }
  }
}

// MARK: - As the API writes it

extension FieldSet {
  /// The tree as `fieldsV1` holds it.
  public var document: APIValue {
    var members = Members()
    if isMember, !branches.isEmpty { members["."] = .object(Members()) }
    for branch in branches { members[branch.element] = branch.set.document }
    return .object(members)
  }

  /// Reads what ``document`` writes; whatever is no tree of fields is passed over.
  public init(_ document: APIValue) {
    self.init()
    for (element, value) in document.object ?? Members() {
      if element == "." {
        isMember = true
        continue
      }
      var below = FieldSet(value)
      if value.object?.isEmpty ?? true { below.isMember = true }
      place(below, at: element)
    }
  }
}
