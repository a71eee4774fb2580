import Engine
import Kubectl
import Objects
import Simulation
import Store

/// A second line for learners behind an error that has an obvious next step.
struct KubectlHint {
  private let words: [String]
  private let state: ClusterState
  private let namespace: String

  /// `words` are those of the line, without `kubectl`.
  init(words: [String], state: ClusterState, namespace: String) {
    self.words = words
    self.state = state
    self.namespace = namespace
  }

  /// What to do about a failure; nil when it says so itself.
  func hint(for failure: Failure) -> String? {
    switch failure {
    case .usage(let error): hint(for: error)
    case .rejected(.notFound(let key), _): hint(forMissing: key)
    case .rejected(.alreadyExists(let key), _):
      "kubectl apply and kubectl edit change what is there; kubectl delete "
        + "\(key.kind.singular) \(key.name) makes room for it"
    case .rejected(let rejection, _): Self.hint(forRefusal: rejection)
    case .plain(ControlPlane.serverProblem): Self.serverIsDown
    case .error, .errorInFile, .plain: nil
    }
  }

  // MARK: - Objects

  /// What may have been meant by the key of something that is not there.
  func hint(forMissing key: ObjectKey) -> String? {
    if key.kind.isNamespaced {
      let rooms = state.keys(key.kind).filter { $0.name == key.name }.map(\.namespace)
      if let room = rooms.first {
        return rooms.count == 1
          ? "there is one in namespace \(room): try -n \(room)"
          : "there are some in namespaces \(rooms.joined(separator: ", ")): try -n \(room)"
      }
    }
    let room = key.kind.isNamespaced ? key.namespace : nil
    let names = state.keys(key.kind, in: room).map(\.name)
    if let near = Self.nearest(to: key.name, in: names) { return "did you mean \(near)?" }
    let others = namesakes(of: key).map(\.kind)
    if let kind = others.first(where: { $0.isNamespaced == key.kind.isNamespaced }) {
      return "\(key.name) is a \(kind.singular): \(kind.singular)/\(key.name)"
    }
    return nil
  }

  /// What there is of other kinds under a name.
  func namesakes(of key: ObjectKey) -> [ObjectKey] {
    Kind.allCases.filter { $0 != key.kind && $0 != .event }
      .map { ObjectKey($0, namespace: key.namespace, name: key.name) }
      .filter { state[$0] != nil }
  }

  /// What to do when a list is empty that is not empty elsewhere.
  func hint(forNothingIn room: String) -> String? {
    if state[ObjectKey(.namespace, name: room)] == nil {
      let near = Self.nearest(to: room, in: state.keys(.namespace).map(\.name))
      return "there is no namespace \(room)" + (near.map { ": did you mean \($0)?" } ?? "")
    }
    let kinds = words.compactMap { try? ResourceWords([$0]).kinds }.first { !$0.isEmpty } ?? []
    let rooms = Set(kinds.flatMap { kind in state.keys(kind).map(\.namespace) })
      .subtracting(["", room, "kube-system"])
    if rooms.count == 1, let other = rooms.first {
      return "namespace \(other) has some: try -n \(other), or -A for all namespaces"
    }
    return rooms.isEmpty ? nil : "other namespaces have some: try -A"
  }

  // MARK: - Words

  private func hint(for error: UsageError) -> String? {
    switch error {
    case .unknownResourceType(let word, _): return hint(forKind: word)
    case .unknownFlag(let name, let verb):
      let flags = FlagTable.global.with(Kubectl.verb(named: verb)?.flags ?? FlagTable("")).flags
      return Self.nearest(to: name, in: flags.map(\.name)).map { "did you mean --\($0)?" }
        ?? hint(forWordBehind: verb)
    case .unknownShorthand(_, _, let verb): return hint(forDashOf: verb)
    case .misuse(_, let verb): return hint(forWordBehind: verb)
    case .requiredFlagsMissing(let names):
      let examples = names.compactMap { Self.examples[$0] }
      return examples.isEmpty ? nil : "for example \(examples.joined(separator: " "))"
    case .unknownCommand, .missingValue, .missingShorthandValue, .invalidValue,
      .resourceTypeRepeated, .malformedResource, .error, .plain:
      return nil
    }
  }

  private static let examples = [
    "image": "--image=nginx", "replicas": "--replicas=3", "max": "--max=5",
    "schedule": "--schedule='*/5 * * * *'", "port": "--port=80",
  ]

  private func hint(forKind word: String) -> String? {
    let names = Kind.allCases.flatMap { [$0.facts.plural, $0.singular] + $0.facts.shortNames }
    if let near = Self.nearest(to: word.lowercased(), in: names.filter { $0.count > 2 }) {
      return "did you mean \(near)?"
    }
    return "kubectl api-resources lists the types"
  }

  /// `-name` for `--name`.
  private func hint(forDashOf verb: String) -> String? {
    let flags = FlagTable.global.with(Kubectl.verb(named: verb)?.flags ?? FlagTable(""))
    for word in words where word.hasPrefix("-") && !word.hasPrefix("--") {
      let name = word.dropFirst().prefix { $0 != "=" }
      if flags[String(name)] != nil { return "long flags take two dashes: --\(name)" }
    }
    return nil
  }

  /// A word behind `rollout`, `create` … that is none of its verbs.
  private func hint(forWordBehind verb: String) -> String? {
    let depth = verb.split(separator: " ").count
    let members = Kubectl.verbs.compactMap { type -> String? in
      let name = type.name.split(separator: " ").map { String($0) }
      return name.count == depth + 1 && type.name.hasPrefix(verb + " ") ? name.last : nil
    }
    let plain = words.filter { !$0.hasPrefix("-") }
    guard plain.count > depth, !members.contains(plain[depth]) else { return nil }
    return Self.nearest(to: plain[depth], in: members).map { "did you mean \(verb) \($0)?" }
  }

  /// The word that is least far away, if it is near at all; nil for the word itself.
  static func nearest(to word: String, in known: [String]) -> String? {
    let limit = word.count < 3 ? 0 : word.count < 5 ? 1 : 2
    let near = known.map { (word: $0, distance: EditDistance.between(word, $0)) }
      .filter { $0.distance > 0 && $0.distance <= limit }
    if let best = near.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }) {
      return best.word
    }
    // The name of whatever made it is in front of a generated name.
    return word.count < 3 ? nil : known.sorted().first { $0.hasPrefix(word + "-") }
  }
}
