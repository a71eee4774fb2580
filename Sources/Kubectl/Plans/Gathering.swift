import Objects
import Store

/// How the documents that `-o` of one command prints stand beside each other.
public enum Gathering: Sendable {
  /// Each as if it were the only one.
  case singly
  /// YAML with a line of dashes between two of them.
  case apart
  /// Several as one List, printed at the end and only when nothing has failed.
  case list
}

/// The documents of one command, as they come.
public struct GatheredDocuments: Sendable {
  private let gathering: Gathering
  private var documents: [APIValue] = []
  private var format: OutputFormat?

  public init(_ gathering: Gathering) {
    self.gathering = gathering
  }

  /// What is printed of a written object now.
  public mutating func parts(for object: any APIObject, as format: OutputFormat) -> [Part] {
    format.showsDocuments
      ? parts(for: object.shown(managedFields: format.showsManagers), as: format)
      : format.parts(for: object)
  }

  /// What is printed of a document now.
  public mutating func parts(for document: APIValue, as format: OutputFormat) -> [Part] {
    self.format = format
    documents.append(document)
    let parts = format.parts(for: document) ?? []
    switch gathering {
    case .singly: return parts
    case .apart:
      guard case .yaml = format, documents.count > 1 else { return parts }
      return [.out(.text("---\n"))] + parts
    case .list: return []
    }
  }

  /// What is printed when all is done and nothing has failed.
  public var closing: [Part] {
    guard case .list = gathering, let format, let first = documents.first else { return [] }
    guard documents.count > 1 else { return format.parts(for: first) ?? [] }
    var list = Members()
    list["apiVersion"] = "v1"
    list["kind"] = "List"
    list["metadata"] = .object(Members())
    list["items"] = .array(documents)
    return format.parts(for: .object(list)) ?? []
  }
}
