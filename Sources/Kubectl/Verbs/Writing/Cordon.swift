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
  private let names: [String]
  private let selection: ObjectSelection?

  init(_ invocation: Invocation) throws(UsageError) {
    // A node may be written as node/NAME too.
    names = invocation.arguments.map { word in
      for start in ["node/", "nodes/", "no/"] where word.hasPrefix(start) {
        return String(word.dropFirst(start.count))
      }
      return word
    }
    let labels = invocation["selector"]
    guard !names.isEmpty || labels != nil else {
      throw .misuse("USAGE: \(invocation.verb) NODE [flags]", verb: invocation.verb)
    }
    if !names.isEmpty, labels != nil {
      throw .misuse(
        "cannot specify both a node name and a --selector option", verb: invocation.verb)
    }
    selection = labels.map { ObjectSelection(kind: .node, labelSelector: $0, namespace: nil) }
  }

  /// The first that is not there ends it all: no node is changed before every one is found.
  func find(in context: Context) throws(Failure) -> [Node] {
    if let selection {
      return try selection.find(in: context).objects.compactMap { $0 as? Node }
    }
    var nodes: [Node] = []
    for name in names {
      guard let node = context.state.node(name) else {
        throw .rejected(.notFound(.node(name)))
      }
      nodes.append(node)
    }
    return nodes
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
