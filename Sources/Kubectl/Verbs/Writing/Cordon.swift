import Objects
import Store

/// `kubectl cordon` and `uncordon`: whether nodes take new pods.
struct Cordon: Verb {
  static let name = "cordon"
  static let summary = "Mark node as unschedulable"
  static let usage = "cordon NODE"
  static let takes = WordMeaning.nodes
  static let flags = FlagTable("dry-run=unchanged none\nselector l ''")

  private let nodes: NodeSelection
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    nodes = try NodeSelection(invocation)
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(try nodes.find(in: context).map { $0.cordon(true, options) })
  }
}

struct Uncordon: Verb {
  static let name = "uncordon"
  static let summary = "Mark node as schedulable"
  static let usage = "uncordon NODE"
  static let takes = WordMeaning.nodes
  static let flags = Cordon.flags

  private let nodes: NodeSelection
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    nodes = try NodeSelection(invocation)
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit(try nodes.find(in: context).map { $0.cordon(false, options) })
  }
}

/// The nodes that `cordon`, `uncordon` and `drain` name.
struct NodeSelection: Sendable {
  private let words: [NodeWord]
  private let selection: ObjectSelection?

  /// What one word names: a node, or by mistake something else.
  private enum NodeWord: Sendable {
    case object(ObjectKey)
    case absent(APIResource, String)

    var kind: String {
      switch self {
      case .object(let key): key.kind.rawValue
      case .absent(let resource, _): resource.kind
      }
    }
  }

  init(_ invocation: Invocation) throws(UsageError) {
    let labels = invocation["selector"]
    let names = invocation.arguments
    guard !names.isEmpty || labels != nil else {
      throw .misuse("USAGE: \(invocation.verb) NODE [flags]", verb: invocation.verb)
    }
    if !names.isEmpty, labels != nil {
      throw .misuse(
        "cannot specify both a node name and a --selector option", verb: invocation.verb)
    }
    var words: [NodeWord] = []
    for name in names { words.append(try Self.word(name)) }
    if Set(words.map(\.kind)).count > 1 {
      throw .error("you may only specify a single resource type")
    }
    self.words = words
    selection = labels.map { ObjectSelection(kind: .node, labelSelector: $0, namespace: nil) }
  }

  /// Reads `worker-1` and `node/worker-1`.
  private static func word(_ word: String) throws(UsageError) -> NodeWord {
    guard word.contains("/") else { return .object(.node(word)) }
    let named = try ResourceWords([word])
    if let name = named.names.first { return .object(ObjectKey(name.kind, name: name.name)) }
    guard let name = named.absentNames.first else { throw .malformedResource(word) }
    return .absent(name.resource, name.name)
  }

  /// The first that is not there ends it all: no node is changed before every one is found.
  func find(in context: Context) throws(Failure) -> [Node] {
    if let selection {
      return try selection.find(in: context).objects.compactMap { $0 as? Node }
    }
    var nodes: [Node] = []
    for word in words {
      switch word {
      case .absent(let resource, let name):
        throw .plain(
          "Error from server (NotFound): \(resource.qualifiedName) \"\(name)\" not found")
      case .object(var key):
        if key.kind.isNamespaced { key.namespace = context.namespace }
        let object = try ObjectSelection.object(key, in: context)
        guard let node = object as? Node else { throw Self.noNode(key.kind) }
        nodes.append(node)
      }
    }
    return nodes
  }

  private static func noNode(_ kind: Kind) -> Failure {
    let facts = kind.facts
    let place = facts.group.isEmpty ? "/\(facts.version)" : "\(facts.group)/\(facts.version)"
    return .error("expected resource of type node, got \"\(place), Resource=\(facts.plural)\"")
  }
}

extension Node {
  /// The step that closes the node to new pods, or opens it again.
  func cordon(_ closes: Bool, _ options: WriteOptions) -> Step {
    let word = closes ? "cordoned" : "uncordoned"
    if (spec.unschedulable ?? false) == closes {
      return .say(.line(options.line(self, "already \(word)")))
    }
    var changed = unversioned
    changed.spec.unschedulable = closes ? true : nil
    return options.step(.update(changed), changed, done: word)
  }
}
