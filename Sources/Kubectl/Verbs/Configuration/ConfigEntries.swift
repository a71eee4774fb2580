import Objects

struct ConfigGetClusters: LocalVerb {
  static let name = "config get-clusters"
  static let summary = "Display clusters defined in the kubeconfig"
  static let usage = "config get-clusters [flags]"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    .show([.line("NAME")] + context.kubeconfig[.clusters].map { .line($0.name) })
  }
}

struct ConfigGetUsers: LocalVerb {
  static let name = "config get-users"
  static let summary = "Display users defined in the kubeconfig"
  static let usage = "config get-users [flags]"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    .show([.line("NAME")] + context.kubeconfig[.users].map { .line($0.name) })
  }
}

/// What the three `delete-…` verbs do.
private func deletion(
  of name: String, _ section: Kubeconfig.Section, in context: Context
) throws(Failure) -> Plan {
  var config = context.kubeconfig
  guard config[section, name] != nil else {
    throw .error("cannot delete \(section.singular) \(name), not in \(Kubeconfig.path)")
  }
  config[section, name] = nil
  var parts: [Part] = []
  if section == .contexts, config.currentContext == name {
    parts.append(
      .note(
        "warning: this removed your active context, use \"kubectl config use-context\" to select a "
          + "different one"))
  }
  parts.append(.line("deleted \(section.singular) \(name) from \(Kubeconfig.path)"))
  return .configure(config, parts: parts)
}

struct ConfigDeleteCluster: LocalVerb {
  static let name = "config delete-cluster"
  static let summary = "Delete the specified cluster from the kubeconfig"
  static let usage = "config delete-cluster NAME"
  static let flags = FlagTable("")

  private let words: [String]

  init(_ invocation: Invocation) { words = invocation.words }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard words.count == 1 else { return .show(HelpPage(Self.self).text) }
    return try deletion(of: words[0], .clusters, in: context)
  }
}

struct ConfigDeleteContext: LocalVerb {
  static let name = "config delete-context"
  static let summary = "Delete the specified context from the kubeconfig"
  static let usage = "config delete-context NAME"
  static let flags = FlagTable("")

  private let words: [String]

  init(_ invocation: Invocation) { words = invocation.words }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard words.count == 1 else { return .show(HelpPage(Self.self).text) }
    return try deletion(of: words[0], .contexts, in: context)
  }
}

struct ConfigDeleteUser: LocalVerb {
  static let name = "config delete-user"
  static let summary = "Delete the specified user from the kubeconfig"
  static let usage = "config delete-user NAME"
  static let flags = FlagTable("")

  private let user: String

  init(_ invocation: Invocation) throws(UsageError) {
    guard invocation.words.count == 1 else {
      throw .misuse("user to delete is required", verb: Self.name)
    }
    user = invocation.words[0]
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    try deletion(of: user, .users, in: context)
  }
}
