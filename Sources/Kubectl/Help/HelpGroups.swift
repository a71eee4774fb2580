extension Kubectl {
  /// How `kubectl` alone lists its verbs.
  static let helpGroups: [(title: String, verbs: [String])] = [
    ("Basic Commands (Beginner)", ["create", "expose", "run", "set"]),
    ("Basic Commands (Intermediate)", ["explain", "get", "edit", "delete"]),
    ("Deploy Commands", ["rollout", "scale", "autoscale"]),
    (
      "Cluster Management Commands",
      ["certificate", "cluster-info", "top", "cordon", "uncordon", "drain", "taint"]
    ),
    (
      "Troubleshooting and Debugging Commands",
      [
        "describe", "logs", "attach", "exec", "port-forward", "proxy", "cp", "auth", "debug",
        "events",
      ]
    ),
    ("Advanced Commands", ["diff", "apply", "patch", "replace", "wait", "kustomize"]),
    ("Settings Commands", ["label", "annotate", "completion"]),
    ("Subcommands provided by plugins", []),
    (
      "Other Commands",
      ["api-resources", "api-versions", "config", "kuberc", "plugin", "version"]
    ),
  ]

  /// The first words of all verbs in the order of the groups, and behind them what is in none.
  static let helpOrder = helpGroups.flatMap(\.verbs) + ["options", "help"]
}
