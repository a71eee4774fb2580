import Engine

/// All machines by their names.
///
/// A kubelet with nothing to tell rests: it makes no rounds. So whoever takes hold of such a
/// machine to change it ends that, wherever it is done, and ``takeStirred()`` says whose rest has
/// ended.
struct MachineHall: Sendable {
  private var places = SharedTree<String, Machine>()
  /// Those whose rest has ended, in that order, until somebody asks.
  private var stirred: [String] = []

  /// In no particular order.
  var keys: some Sequence<String> { places.keys }
  /// In no particular order.
  var values: some Sequence<Machine> { places.values }
  var hasStirred: Bool { !stirred.isEmpty }

  subscript(name: String) -> Machine? {
    _read { yield places[name] }
    _modify {
      endRest(of: name)
      defer { places[name]?.isDisturbed = true }
      yield &places[name]
    }
    set {
      endRest(of: name)
      if let newValue { putBack(newValue) } else { places[name] = nil }
    }
  }

  /// Ends the rest of a machine's kubelet, if it rests.
  mutating func endRest(of name: String) {
    guard places[name]?.isResting ?? false else { return }
    places[name]?.isResting = false
    stirred.append(name)
  }

  /// Hands a machine over to whoever works on it and puts it back: see ``SharedTree/take(_:)``.
  mutating func take(_ name: String) -> Machine? {
    endRest(of: name)
    return places.take(name)
  }

  /// Puts back a machine that was taken out.
  mutating func putBack(_ machine: consuming Machine) {
    let name = machine.name
    // It may have been taken out while it rested.
    if machine.isResting { stirred.append(name) }
    machine.isResting = false
    machine.isDisturbed = true
    places.put(machine, under: name)
  }

  /// The same for its kubelet, which says itself whether it rests when it puts the machine back.
  mutating func takeForKubelet(_ name: String) -> Machine? { places.take(name) }

  mutating func putBackByKubelet(_ machine: consuming Machine) {
    let name = machine.name
    places.put(machine, under: name)
  }

  mutating func takeStirred() -> [String] {
    defer { stirred = [] }
    return stirred
  }
}

extension MachineHall: Sequence {
  /// In no particular order.
  func makeIterator() -> AnyIterator<(key: String, value: Machine)> { places.makeIterator() }
}
