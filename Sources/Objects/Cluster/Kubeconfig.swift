/// What kubectl knows of clusters, of users, and of contexts, which join the two with a namespace.
///
/// A simulated session has one, in memory; it is part of the world, so that a change of it can be
/// undone.
public struct Kubeconfig: Hashable, Sendable {
  /// The lists of a kubeconfig file.
  public enum Section: String, CaseIterable, Sendable {
    case clusters
    case contexts
    case users

    /// What an entry keeps its values under.
    public var singular: String { String(rawValue.dropLast()) }
  }

  /// A named entry; its values are those of the file.
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var values: APIValue
  }

  /// The name of the context in use; empty when there is none.
  public var currentContext: String
  /// By section, each in the order of the names.
  private var entries: [Section: [Entry]]

  /// The file that messages name.
  public static let path = "~/.kube/config"
  /// Where the simulated API server is.
  public static let server = "https://127.0.0.1:6443"

  /// What a new cluster's administrator has.
  public static let standard = Kubeconfig(
    currentContext: "kubernetes-admin@kubernetes",
    entries: [
      .clusters: [
        Entry(
          name: "kubernetes",
          values: ["certificate-authority-data": secret, "server": .string(server)])
      ],
      .contexts: [
        Entry(
          name: "kubernetes-admin@kubernetes",
          values: ["cluster": "kubernetes", "user": "kubernetes-admin"])
      ],
      .users: [
        Entry(
          name: "kubernetes-admin",
          values: ["client-certificate-data": secret, "client-key-data": secret])
      ],
    ])

  /// Stands for certificates and keys, which the simulated server does not look at.
  private static let secret = APIValue.string(Base64.encode("simulated"))

  public subscript(section: Section) -> [Entry] { entries[section] ?? [] }

  /// The values of an entry; nil when there is none of this name.
  public subscript(section: Section, name: String) -> APIValue? {
    get { self[section].first { $0.name == name }?.values }
    set {
      var list = self[section].filter { $0.name != name }
      if let newValue { list.append(Entry(name: name, values: newValue)) }
      entries[section] = list.sorted { $0.name < $1.name }
    }
  }

  /// The namespace of the context in use.
  public var namespace: String {
    get { namespace(of: currentContext) }
    set {
      var context = self[.contexts, currentContext] ?? .object(Members())
      let isStandard = newValue == "default" && context["namespace"] == nil
      if !isStandard { context["namespace"] = .string(newValue) }
      self[.contexts, currentContext] = context
    }
  }

  public func namespace(of context: String) -> String {
    let name = self[.contexts, context]?["namespace"]?.string ?? ""
    return name.isEmpty ? "default" : name
  }
}

extension Kubeconfig {
  /// Itself as a file, certificates and secrets hidden unless it is `raw`.
  public func document(raw: Bool) -> APIValue {
    var document: APIValue = [
      "apiVersion": "v1", "kind": "Config", "current-context": .string(currentContext),
    ]
    for section in Section.allCases {
      let list = self[section].map { entry -> APIValue in
        let values = raw ? entry.values : Self.hidden(entry.values)
        return [section.singular: values, "name": .string(entry.name)]
      }
      document[section.rawValue] = list.isEmpty ? .null : .array(list)
    }
    return document
  }

  /// Only what a context uses.
  public func minified(to context: String) -> Kubeconfig {
    var small = Kubeconfig(currentContext: context, entries: [:])
    small[.contexts, context] = self[.contexts, context]
    for section in [Section.clusters, .users] {
      guard let name = self[.contexts, context]?[section.singular]?.string else { continue }
      small[section, name] = self[section, name]
    }
    return small
  }

  private static func hidden(_ values: APIValue) -> APIValue {
    guard let members = values.object else { return values }
    var shown = values
    for (name, _) in members {
      if name.hasSuffix("-data") { shown[name] = "DATA+OMITTED" }
      if name == "token" || name == "password" { shown[name] = "REDACTED" }
    }
    return shown
  }
}
