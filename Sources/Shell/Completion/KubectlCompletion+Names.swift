import Engine
import Kubectl
import Objects
import Simulation
import Store

extension KubectlCompletion {
  /// What the words of a verb may be.
  func names(of type: any Verb.Type, _ arguments: [String], _ rest: [String]) -> [Completion] {
    if let special = special(type.name, arguments) { return special }
    switch type.takes {
    case .nothing, .text: return []
    case .verbs: return type.name == "help" ? Self.verbs(after: arguments) : []
    case .kinds: return arguments.isEmpty ? fieldPaths ?? kinds(nil) : []
    case .nodes: return objects(.node)
    case .places: return places(rest)
    case .pods:
      if word.contains("/") { return qualified }
      guard arguments.isEmpty else { return [] }
      let others: [Kind] = [.deployment, .statefulSet, .daemonSet, .job, .service, .replicaSet]
      let types = word.isEmpty ? [] : others.map { Completion($0.singular + "/", endsWord: false) }
      return objects(.pod) + types
    case .resources: return resources(type.name, arguments)
    }
  }

  /// The verbs whose words are none of the cluster's objects, or more than those.
  private func special(_ verb: String, _ arguments: [String]) -> [Completion]? {
    let config = session.world.kubeconfig
    switch verb {
    case "config use-context", "config delete-context", "config rename-context",
      "config get-contexts", "config set-context":
      return arguments.isEmpty || verb == "config get-contexts"
        ? config[.contexts].map { Completion($0.name) } : []
    case "config delete-cluster", "config set-cluster":
      return arguments.isEmpty ? config[.clusters].map { Completion($0.name) } : []
    case "config delete-user", "config set-credentials":
      return arguments.isEmpty ? config[.users].map { Completion($0.name) } : []
    case "config set", "config unset": return arguments.isEmpty ? properties : []
    case "completion": return listed(["bash", "fish", "powershell", "zsh"])
    case "create token": return arguments.isEmpty ? objects(.serviceAccount) : []
    case "kustomize": return session.files(word)
    case "top pod": return arguments.isEmpty ? objects(.pod) : []
    case "top node": return arguments.isEmpty ? objects(.node) : []
    case "auth can-i":
      let verbs = ["create", "delete", "get", "list", "patch", "update", "watch", "*"]
      return arguments.isEmpty
        ? verbs.map { Completion($0) } : arguments.count == 1 ? kinds(nil) : []
    case "taint": return taints(arguments)
    default: return nil
    }
  }

  /// Places of the kubeconfig that can be set.
  private var properties: [Completion] {
    let config = session.world.kubeconfig
    let fields: [(Kubeconfig.Section, [String])] = [
      (.clusters, ["server"]), (.contexts, ["cluster", "namespace", "user"]),
      (.users, ["password", "token", "username"]),
    ]
    let places = fields.flatMap { section, names in
      config[section].flatMap { entry in
        names.map { Completion("\(section.rawValue).\(entry.name).\($0)") }
      }
    }
    return [Completion("current-context")] + places
  }

  private func taints(_ arguments: [String]) -> [Completion] {
    guard let first = arguments.first else { return [Completion("nodes")] }
    guard (try? Kind(kubectlWord: first)) == .node else { return [] }
    if arguments.count == 1 { return objects(.node) }
    let present = arguments.dropFirst().flatMap { state.node($0)?.spec.taints ?? [] }
    return objects(.node)
      + present.map { Completion("\($0.key):\($0.effect)-", note: "removes it") }
  }

  /// Behind a dot, the fields of what stands in front of it; nil in front of any.
  private var fieldPaths: [Completion]? {
    guard word.contains(".") else { return nil }
    return Kubectl.fieldPaths(continuing: word).map { Completion($0.path, note: $0.form) }
  }

  // MARK: - Objects

  private func resources(_ verb: String, _ arguments: [String]) -> [Completion] {
    let words = arguments.filter { !$0.contains("=") }
    let isNamed = words.count > 1 || words.first?.contains("/") ?? false
    if isNamed, verb == "label" || verb == "annotate" { return changes(verb, words) }
    if word.contains("/") { return qualified }
    guard let first = words.first else { return kinds(Kubectl.kinds(of: verb)) }
    if isNamed, verb == "set image" { return imageChanges(words) }
    if first.contains("/") { return kinds(Kubectl.kinds(of: verb)).map(\.asType) }
    let kinds = first.split(separator: ",").compactMap { try? Kind(kubectlWord: String($0)) }
    return kinds.flatMap(objects).filter { !words.dropFirst().contains($0.text) }
  }

  /// Labels or annotations that can be changed, with `-` to take them away.
  private func changes(_ verb: String, _ words: [String]) -> [Completion] {
    guard let object = object(words) else { return [] }
    let values = verb == "label" ? object.metadata.labels : object.metadata.annotations
    let changes = values.keys.flatMap { key in
      [Completion("\(key)=", endsWord: false), Completion("\(key)-", note: "removes it")]
    }
    let more = words[0].contains("/") ? [] : (try? Kind(kubectlWord: words[0])).map(objects) ?? []
    return changes + more
  }

  /// `CONTAINER=`, for the containers of what is named.
  private func imageChanges(_ words: [String]) -> [Completion] {
    containers(words).map { Completion($0.text + "=", note: $0.note, endsWord: false) }
      + [Completion("*=", note: "every container", endsWord: false)]
  }

  private func object(_ words: [String]) -> (any APIObject)? {
    let parts = words[0].split(separator: "/").map { String($0) }
    let name = parts.count == 2 ? parts[1] : words.dropFirst().first
    guard let kind = try? Kind(kubectlWord: parts[0]), let name else { return nil }
    return state[ObjectKey(kind, namespace: kind.isNamespaced ? namespace : "", name: name)]
  }

  /// The names that go on with the word at the cursor, with what tells them apart.
  func objects(_ kind: Kind) -> [Completion] {
    let keys = state.keys(kind, in: kind.isNamespaced ? namespace : nil)
    let fitting = WordMatch(nameTyped).best(of: keys) { $0.name }
    // Nobody reads ten thousand notes.
    let notes = fitting.prefix(Self.notesAtMost).map { key in
      state[key].map { Kubectl.notes(on: $0, at: session.world.now) } ?? []
    }
    let width = notes.compactMap { $0.first?.count }.max() ?? 0
    return fitting.enumerated().map { place, key in
      guard place < notes.count else { return Completion(key.name) }
      return Completion(key.name, note: Self.line(notes[place], width))
    }
  }

  private static let notesAtMost = 200

  /// Cells below each other: the first is as wide as the widest.
  private static func line(_ cells: [String], _ width: Int) -> String {
    let parts = cells.enumerated().map { place, cell in
      let isLast = place == cells.count - 1
      return isLast ? cell : cell + String(repeating: " ", count: max(0, width - cell.count))
    }
    var line = parts.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  /// What there is of a name: behind `pod/`, `--flag=` or a comma.
  private var nameTyped: String {
    word.lastIndex { "/=,".contains($0) }.map { String(word[word.index(after: $0)...]) } ?? word
  }

  /// `pod/…`
  private var qualified: [Completion] {
    let type = String(word.prefix { $0 != "/" })
    guard let kind = try? Kind(kubectlWord: type) else { return [] }
    return objects(kind).map { Completion("\(type)/\($0.text)", note: $0.note) }
  }

  // MARK: - Kinds

  /// Names of kinds, the plural unless the singular or a short name is being typed; behind a comma
  /// those that go on with the list.
  func kinds(_ wanted: [Kind]?) -> [Completion] {
    let start = word.lastIndex(of: ",").map { String(word[...$0]) } ?? ""
    let part = word.dropFirst(start.count)
    var found: [Completion] = []
    for kind in wanted ?? Array(Kind.allCases) {
      let facts = kind.facts
      let note = facts.shortNames.joined(separator: ",")
      let isSingular = !part.isEmpty && kind.singular.hasPrefix(part)
      let goesOn = facts.plural.hasPrefix(part)
      found.append(
        Completion(start + (isSingular && !goesOn ? kind.singular : facts.plural), note: note))
      if part.contains("."), !facts.group.isEmpty {
        found.append(Completion("\(start)\(facts.plural).\(facts.group)"))
      }
      // A short name that no long one begins with, such as svc.
      if !goesOn, !isSingular, facts.shortNames.contains(String(part)) {
        found.append(Completion(word, note: facts.plural))
      }
    }
    if wanted == nil, part.hasPrefix("al") { found.append(Completion(start + "all")) }
    return found
  }
}

extension Completion {
  /// `pods` as `pods/`, for a list of TYPE/NAME.
  fileprivate var asType: Completion { Completion(text + "/", note: note, endsWord: false) }
}
