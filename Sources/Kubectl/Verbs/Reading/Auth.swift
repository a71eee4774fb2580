/// `kubectl auth`: whoever types may do everything, as the administrator of a new cluster.
struct Auth: VerbGroup {
  static let name = "auth"
  static let summary = "Inspect authorization"
  static let usage = "auth [flags]"
}

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

  private let isQuiet: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    guard invocation.has("list") || (2...3).contains(invocation.words.count) else {
      throw .error(
        "you must specify two arguments: verb resource or verb resource/resourceName.\n"
          + "See 'kubectl auth can-i -h' for help and examples.")
    }
    isQuiet = invocation.has("quiet")
  }

  func plan(in context: Context) throws(Failure) -> Plan { .show(isQuiet ? "" : "yes\n") }
}

struct AuthWhoAmI: Verb {
  static let name = "auth whoami"
  static let summary = "Experimental: Check self subject attributes"
  static let usage = "auth whoami"
  static let flags = FlagTable(
    """
    allow-missing-template-keys true
    output o ''
    show-managed-fields false
    template ''
    """)

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    .show(
      .table(
        Table(
          header: ["ATTRIBUTE", "VALUE"],
          rows: [
            ["Username", "kubernetes-admin"],
            ["Groups", "[kubeadm:cluster-admins system:authenticated]"],
          ])))
  }
}
