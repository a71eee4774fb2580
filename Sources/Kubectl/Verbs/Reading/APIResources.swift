/// `kubectl api-resources`: what a cluster of this version serves, simulated or not.
struct APIResources: Verb {
  static let name = "api-resources"
  static let summary = "Print the supported API resources on the server"
  static let usage = "api-resources [flags]"
  static let flags = FlagTable(
    """
    api-group ''
    cached false
    categories []
    namespaced true
    no-headers false
    output o ''
    show-managed-fields false
    sort-by ''
    verbs []
    """)

  private let group: String?
  private let namespaced: Bool?
  private let hidesHeader: Bool
  private let isWide: Bool
  private let showsNames: Bool
  private let sortField: String?
  private let categories: [String]
  private let verbs: [String]

  init(_ invocation: Invocation) throws(UsageError) {
    if !invocation.words.isEmpty {
      throw .misuse(
        "unexpected arguments: [\(invocation.words.joined(separator: " "))]", verb: Self.name)
    }
    // Which a cluster of this version may print, though podlab lays out tables only.
    let outputs = ["", "wide", "name", "json", "yaml"]
    if let output = invocation["output"], !outputs.contains(output) {
      throw .error("--output \(output) is not available")
    }
    group = invocation.isSet("api-group") ? invocation["api-group"] ?? "" : nil
    namespaced = invocation.isSet("namespaced") ? invocation.has("namespaced") : nil
    hidesHeader = invocation.has("no-headers")
    isWide = invocation["output"] == "wide"
    showsNames = invocation["output"] == "name"
    sortField = invocation["sort-by"]
    categories = invocation.commaList("categories")
    verbs = invocation.commaList("verbs")
    if let sortField, sortField != "name", sortField != "kind" {
      throw .error("--sort-by accepts only name or kind")
    }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var resources = APIResource.all.filter { resource in
      (group.map { $0 == resource.group } ?? true)
        && (namespaced.map { $0 == resource.isNamespaced } ?? true)
        && categories.allSatisfy(resource.categories.contains)
        && verbs.allSatisfy(resource.verbs.contains)
    }
    if sortField == "name" { resources.sort { ($0.name, $0.kind) < ($1.name, $1.kind) } }
    if sortField == "kind" { resources.sort { ($0.kind, $0.name) < ($1.kind, $1.name) } }
    if showsNames { return .show(resources.map { .line($0.qualifiedName) }) }
    var header = ["NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"]
    if isWide { header += ["VERBS", "CATEGORIES"] }
    let rows = resources.map { resource in
      let cells = [
        resource.name, resource.shortNames, resource.apiVersion, "\(resource.isNamespaced)",
        resource.kind,
      ]
      return isWide
        ? cells + [
          resource.verbs.joined(separator: ","), resource.categories.joined(separator: ","),
        ] : cells
    }
    return .show(.table(Table(header: hidesHeader ? [] : header, rows: rows)))
  }
}

/// `kubectl api-versions`: the groups and versions of all that.
struct APIVersions: Verb {
  static let name = "api-versions"
  static let summary =
    "Print the supported API versions on the server, in the form of \"group/version\""
  static let usage = "api-versions"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) throws(UsageError) {
    if !invocation.words.isEmpty {
      throw .misuse(
        "unexpected arguments: [\(invocation.words.joined(separator: " "))]", verb: Self.name)
    }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let versions = Set(APIResource.all.map(\.apiVersion)).union(["autoscaling/v1"])
    return .show(versions.sorted().map { .line($0) })
  }
}
