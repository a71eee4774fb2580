import Objects
import Store

/// `kubectl create role`.
struct CreateRole: Verb {
  static let name = "create role"
  static let summary = "Create a role with single rule"
  static let usage =
    "create role NAME --verb=verb --resource=resource.group/subresource "
    + "[--resource-name=resourcename] [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    resource []
    resource-name []
    save-config false
    validate=strict strict
    verb []
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let name: String
  private let grant: Grant
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    name = try invocation.onlyName()
    grant = Grant(invocation)
    if grant.verbs.isEmpty { throw .error("at least one verb must be specified") }
    if grant.resources.isEmpty { throw .error("at least one resource must be specified") }
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var role = Role()
    role.metadata.name = name
    do throws(Failure) {
      role.rules = try grant.rules()
    } catch {
      return .submit(grant.warnings + [.say(.failed(error))])
    }
    return .submit(grant.warnings + [options.create(role, in: context)])
  }
}

/// `kubectl create clusterrole`.
struct CreateClusterRole: Verb {
  static let name = "create clusterrole"
  static let summary = "Create a cluster role"
  static let usage =
    "create clusterrole NAME --verb=verb --resource=resource.group "
    + "[--resource-name=resourcename] [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    aggregation-rule nil
    non-resource-url []
    resource []
    resource-name []
    save-config false
    validate=strict strict
    verb []
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let name: String
  private let grant: Grant
  private let aggregation: AggregationRule?
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    name = try invocation.onlyName()
    grant = Grant(invocation)
    options = try WriteOptions(invocation)
    if let text = invocation["aggregation-rule"] {
      var rule = AggregationRule()
      rule.clusterRoleSelectors = [LabelSelector(matchLabels: Self.labels(text))]
      aggregation = rule
      guard grant.isEmpty else {
        throw .error(
          "aggregation rule must be specified without nonResourceURLs, verbs, resources or "
            + "resourceNames")
      }
      return
    }
    aggregation = nil
    if grant.verbs.isEmpty { throw .error("at least one verb must be specified") }
    if grant.resources.isEmpty, grant.addresses.isEmpty {
      throw .error("one of resource or nonResourceURL must be specified")
    }
  }

  private static func labels(_ text: String) -> StringMap {
    StringMap(
      text.split(separator: ",").map { part in
        let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
        return (sides[0], sides.count > 1 ? sides[1] : "")
      })
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var role = ClusterRole()
    role.metadata.name = name
    role.aggregationRule = aggregation
    do throws(Failure) {
      if aggregation == nil { role.rules = try grant.rules() }
    } catch {
      return .submit(grant.warnings + [.say(.failed(error))])
    }
    return .submit(grant.warnings + [options.create(role, in: context)])
  }
}
