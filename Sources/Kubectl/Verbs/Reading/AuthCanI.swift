import Objects
import Store

/// `kubectl auth can-i`: whether something is allowed.
struct AuthCanI: Verb {
  static let name = "auth can-i"
  static let summary = "Check whether an action is allowed"
  static let usage = "auth can-i VERB [TYPE | TYPE/NAME | NONRESOURCEURL]"
  static let flags = FlagTable(
    """
    all-namespaces A false
    list false
    no-headers false
    quiet q false
    subresource ''
    """)

  private let words: [String]
  private let isList: Bool
  private let isQuiet: Bool
  private let hidesHeader: Bool
  private let inAllNamespaces: Bool
  private let part: String
  private let namespace: String?

  init(_ invocation: Invocation) throws(UsageError) {
    words = invocation.words
    isList = invocation.has("list")
    isQuiet = invocation.has("quiet")
    hidesHeader = invocation.has("no-headers")
    inAllNamespaces = invocation.has("all-namespaces")
    part = invocation["subresource"] ?? ""
    namespace = invocation.namespace
    if isList {
      if !words.isEmpty { throw .error("list option must be specified with no arguments") }
      if isQuiet || inAllNamespaces || !part.isEmpty {
        throw .error(
          "list option can't be specified with neither quiet, all-namespaces nor subresource "
            + "options")
      }
    } else if words.count != 2 {
      throw .error(
        "you must specify two arguments: verb resource or verb resource/resourceName.\n"
          + "See 'kubectl auth can-i -h' for help and examples.")
    }
    if !isList, words[1].hasPrefix("/"), !part.isEmpty {
      throw .error("--subresource can not be used with NonResourceURL")
    }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let requester = context.requester ?? .administrator
    let room = inAllNamespaces ? "" : namespace ?? context.namespace
    if isList { return list(of: requester, in: room, context) }
    let (request, warnings) = question(in: room)
    // An empty line follows each of these.
    var parts = warnings.map { Part.note("Warning: \($0)\n") }
    if hidesHeader {
      return .show(parts + [.failed(.error("--no-headers cannot be set without --list specified"))])
    }
    let decision = context.state.decide(request, for: requester)
    if !isQuiet {
      let reason = decision.reason.isEmpty ? "" : " - \(decision.reason)"
      parts.append(.line(decision.isAllowed ? "yes" : "no\(reason)"))
    }
    return .show(parts, status: decision.isAllowed ? 0 : 1)
  }

  /// What is asked, and what is strange about it.
  private func question(in room: String) -> (AccessRequest, warnings: [String]) {
    let verb = words[0]
    if words[1].hasPrefix("/") {
      let isKnown = Self.addressVerbs.contains(verb)
      return (
        .address(verb: verb, path: words[1]), isKnown ? [] : ["verb '\(verb)' is not a known verb"]
      )
    }
    let sides = words[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    var asked = AccessRequest.Resource(
      verb, String(sides[0]), part: part, namespace: room,
      objectName: sides.count > 1 ? String(sides[1]) : "")
    var warnings: [String] = []
    if asked.name != "*" {
      if let served = APIResource.named(asked.name) {
        asked.name = served.name
        asked.group = served.group
        if !served.isNamespaced, !inAllNamespaces {
          let group = served.group.isEmpty ? "" : " in group '\(served.group)'"
          warnings.append("resource '\(served.name)' is not namespace scoped\(group)")
        }
      } else if !["users", "groups"].contains(asked.name) {
        let parts = asked.name.lowercased().split(separator: ".", maxSplits: 1).map(String.init)
        let group = parts.count > 1 ? " in group '\(parts[1])'" : ""
        warnings.append(
          "the server doesn't have a resource type '\(parts.first ?? "")'\(group)")
      }
    }
    if !inAllNamespaces, !Self.resourceVerbs.contains(verb) {
      warnings.append("verb '\(verb)' is not a known verb")
    }
    return (.resource(asked), warnings)
  }

  private static let resourceVerbs = [
    "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "use",
    "bind", "impersonate", "*", "approve", "sign", "escalate", "attest",
  ]
  private static let addressVerbs = [
    "get", "put", "post", "head", "options", "delete", "patch", "*",
  ]

  private func list(of requester: Requester, in room: String, _ context: Context) -> Plan {
    let rules = context.state.rules(for: requester, in: room)
    let header = ["Resources", "Non-Resource URLs", "Resource Names", "Verbs"]
    return .show(.table(Table(header: hidesHeader ? [] : header, rows: rules.rows)))
  }
}
