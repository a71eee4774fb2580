import Objects

extension KustomizeObjects {
  /// The kinds whose names are not theirs to choose.
  private static func keepsName(_ identity: KustomizeIdentity) -> Bool {
    switch identity.kind {
    case "CustomResourceDefinition", "Namespace": true
    case "APIService": identity.group == "apiregistration.k8s.io"
    default: false
    }
  }

  mutating func addPrefix(_ prefix: String) {
    guard !prefix.isEmpty else { return }
    for place in all.indices where !Self.keepsName(all[place].first) {
      all[place].prefixes.append(prefix)
      all[place].rememberIdentity()
      all[place].rename(prefix + all[place].name)
    }
  }

  mutating func addSuffix(_ suffix: String) {
    guard !suffix.isEmpty else { return }
    for place in all.indices where !Self.keepsName(all[place].first) {
      all[place].suffixes.append(suffix)
      all[place].rememberIdentity()
      all[place].rename(all[place].name + suffix)
    }
  }

  mutating func addHashes() {
    for place in all.indices where all[place].needsHash {
      let hash = ContentHash.suffix(of: all[place].document)
      all[place].rememberIdentity()
      all[place].rename(all[place].name + "-" + hash)
    }
  }

  mutating func setNamespace(_ namespace: String) throws(KustomizeProblem) {
    guard !namespace.isEmpty else { return }
    for place in all.indices {
      all[place].rememberIdentity()
      if !all[place].identity.isClusterScoped {
        all[place].setMetadata("namespace", .string(namespace))
      }
      Self.placeSubjects(of: &all[place].document, in: namespace)
      for field in FieldTables.namespaces {
        try field.change(&all[place].document) { _ in .string(namespace) }
      }
      let identity = all[place].identity
      let same = all.filter { $0.identity.matches(identity) }
      if same.count > 1 { throw .transformer(.namespaceConflict(same.map(\.keptText))) }
    }
  }

  /// The default account of a binding is that of the namespace; others are found by their names.
  private static func placeSubjects(of document: inout APIValue, in namespace: String) {
    guard ["RoleBinding", "ClusterRoleBinding"].contains(document["kind"]?.string ?? ""),
      var subjects = document["subjects"]?.array
    else { return }
    for index in subjects.indices where subjects[index]["name"]?.string == "default" {
      subjects[index]["namespace"] = .string(namespace)
    }
    document["subjects"] = .array(subjects)
  }

  mutating func addLabels(
    _ pairs: StringMap, to fields: [FieldSpec]
  ) throws(KustomizeProblem) {
    guard !pairs.isEmpty else { return }
    for place in all.indices {
      for field in fields {
        try field.change(&all[place].document) { value in
          var value = value ?? .object(Members())
          for (key, text) in pairs { value[key] = .string(text) }
          return value
        }
      }
    }
  }

  /// The order in which objects are best made: what others need comes first.
  mutating func sort(first: [String], last: [String]) {
    var ranks: [String: Int] = [:]
    for (place, kind) in first.enumerated() { ranks[kind] = place - first.count }
    for (place, kind) in last.enumerated() { ranks[kind] = place + 1 }
    func part(_ text: String, or other: String) -> String { text.isEmpty ? other : text }
    let keyed = all.map { object -> (rank: Int, kind: String, name: String, KustomizeObject) in
      let identity = object.identity
      let kind = [
        part(identity.group, or: "~G"), part(identity.version, or: "~V"),
        part(identity.kind, or: "~K"),
      ].joined(separator: "_")
      let name =
        part(identity.namespace, or: "~X") + "|" + part(identity.name, or: "~N")
      return (ranks[identity.kind] ?? 0, kind, name, object)
    }
    all = keyed.sorted { ($0.rank, $0.kind, $0.name) < ($1.rank, $1.kind, $1.name) }.map(\.3)
  }

  static let usualFirst = [
    "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount",
    "PodSecurityPolicy", "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "ConfigMap",
    "Secret", "Endpoints", "Service", "LimitRange", "PriorityClass", "PersistentVolume",
    "PersistentVolumeClaim", "Deployment", "StatefulSet", "CronJob", "PodDisruptionBudget",
  ]
  static let usualLast = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"]
}
