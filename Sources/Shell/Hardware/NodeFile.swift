import Manifests
import Objects

/// A file of Node objects: the hardware of a cluster.
public enum NodeFile {
  /// Why a file is no hardware.
  public enum Problem: Error, Equatable, Sendable {
    case unreadable(ManifestError)
    case notANode(String)
    case field(node: String, FieldProblem)
    case withoutName
    case twice(String)
    case empty

    public var message: String {
      switch self {
      case .unreadable(let error): error.message
      case .notANode(let kind): "only Node objects are hardware, this is a \(kind)"
      case .field(let node, let problem): "node \"\(node)\": \(problem.message)"
      case .withoutName: "a node without metadata.name"
      case .twice(let name): "two nodes are called \"\(name)\""
      case .empty: "no nodes in it"
      }
    }
  }

  /// The nodes of a YAML or JSON text, in their order.
  public static func nodes(in text: String) throws(Problem) -> [Node] {
    let documents: [ManifestDocument]
    do throws(ManifestError) {
      documents = try YAML.documents(in: text)
    } catch {
      throw .unreadable(error)
    }
    var nodes: [Node] = []
    for document in documents { try add(document.value, to: &nodes) }
    if nodes.isEmpty { throw .empty }
    return nodes
  }

  private static func add(_ document: APIValue, to nodes: inout [Node]) throws(Problem) {
    if document == .null { return }
    let kind = document["kind"]?.string ?? "nameless thing"
    if kind == "List" {
      for item in document["items"]?.array ?? [] { try add(item, to: &nodes) }
      return
    }
    guard kind == "Node" else { throw .notANode(kind) }
    var problems: [FieldProblem] = []
    let node = Node.read(document, problems: &problems)
    if let problem = problems.first { throw .field(node: node.metadata.name, problem) }
    guard !node.metadata.name.isEmpty else { throw .withoutName }
    guard !nodes.contains(where: { $0.metadata.name == node.metadata.name }) else {
      throw .twice(node.metadata.name)
    }
    nodes.append(node)
  }
}
