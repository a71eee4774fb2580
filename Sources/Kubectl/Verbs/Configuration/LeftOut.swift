/// A verb of kubectl's that podlab knows and does not do: it says so, and what to do instead.
protocol LeftOutVerb: LocalVerb {
  static var instead: String { get }
  init()
}

extension LeftOutVerb {
  init(_ invocation: Invocation) throws(UsageError) { self.init() }

  func plan(in context: Context) throws(Failure) -> Plan {
    throw .error("podlab leaves out kubectl \(Self.name): \(Self.instead)")
  }
}

struct Certificate: VerbGroup {
  static let name = "certificate"
  static let summary = "Modify certificate resources"
  static let usage = "certificate SUBCOMMAND"
  static let statusAlone: Int32 = 0

  /// What both of its verbs take.
  static let decisionFlags = FlagTable(
    """
    allow-missing-template-keys true
    filename f []
    force false
    kustomize k ''
    output o ''
    recursive R false
    show-managed-fields false
    template ''
    """)

  static let instead =
    "nobody here needs a certificate, so there are no requests to decide about; "
    + "kubectl auth can-i shows who may do what"
}

struct CertificateApprove: LeftOutVerb {
  static let name = "certificate approve"
  static let summary = "Approve a certificate signing request"
  static let usage = "certificate approve (-f FILENAME | NAME)"
  static let flags = Certificate.decisionFlags
  static let instead = Certificate.instead
}

struct CertificateDeny: LeftOutVerb {
  static let name = "certificate deny"
  static let summary = "Deny a certificate signing request"
  static let usage = "certificate deny (-f FILENAME | NAME)"
  static let flags = Certificate.decisionFlags
  static let instead = Certificate.instead
}

struct Kuberc: VerbGroup {
  static let name = "kuberc"
  static let summary = "Manage kuberc configuration files"
  static let usage = "kuberc SUBCOMMAND"
  static let instead = "alias NAME='kubectl …' makes a word of your own for this session"
}

struct KubercSet: LeftOutVerb {
  static let name = "kuberc set"
  static let summary = "Set values in a kuberc configuration"
  static let usage = "kuberc set --section (defaults|aliases) --command COMMAND"
  static let flags = FlagTable(
    """
    allowlist-entry []
    appendarg []
    command ''
    kuberc ''
    name ''
    option []
    overwrite false
    policy ''
    prependarg []
    section ''
    """)
  static let instead = Kuberc.instead
}

struct KubercView: LeftOutVerb {
  static let name = "kuberc view"
  static let summary = "Display the current kuberc configuration"
  static let usage = "kuberc view"
  static let flags = FlagTable(
    """
    allow-missing-template-keys true
    kuberc ''
    output o yaml
    show-managed-fields false
    template ''
    """)
  static let instead = Kuberc.instead
}

struct Plugin: VerbGroup {
  static let name = "plugin"
  static let summary = "Provides utilities for interacting with plugins"
  static let usage = "plugin [flags]"
}

/// `kubectl plugin list`: there are none, as on a machine that has none.
struct PluginList: LocalVerb {
  static let name = "plugin list"
  static let summary = "List all visible plugin executables on a user's PATH"
  static let usage = "plugin list"
  static let flags = FlagTable("name-only false")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    .show([
      .failed(.error("unable to find any kubectl plugins in your PATH")),
      .note("podlab runs none: plugins are left out of the simulator"),
    ])
  }
}

/// `kubectl completion`: no code, so that a shell that reads it does nothing.
struct CompletionCode: LocalVerb {
  static let name = "completion"
  static let summary =
    "Output shell completion code for the specified shell (bash, zsh, fish, or powershell)"
  static let usage = "completion SHELL"
  static let flags = FlagTable("")
  static let shells = ["bash", "fish", "powershell", "zsh"]

  init(_ invocation: Invocation) throws(UsageError) {
    guard let shell = invocation.words.first else {
      throw .misuse("Shell not specified.", verb: Self.name)
    }
    if invocation.words.count > 1 {
      throw .misuse("Too many arguments. Expected only the shell type.", verb: Self.name)
    }
    guard Self.shells.contains(shell) else {
      throw .misuse("Unsupported shell type \"\(shell)\".", verb: Self.name)
    }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .show([
      .note("podlab completes kubectl's words by itself: press Tab. Nothing is to be loaded.")
    ])
  }
}
