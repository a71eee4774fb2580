import Engine
import Kubectl
import Objects
import Simulation
import Store

extension KubectlCompletion {
  /// Words that a flag may have, whatever the cluster holds.
  private static let fixedValues: [String: [String]] = [
    "dry-run": ["client", "server", "none"], "cascade": ["background", "foreground", "orphan"],
    "validate": ["strict", "warn", "ignore"], "override-type": ["json", "merge", "strategic"],
    "profile": ["auto", "baseline", "general", "legacy", "netadmin", "restricted", "sysadmin"],
    "schedule": ["@hourly", "@daily", "@weekly", "@monthly", "@yearly"],
    "categories": ["all"], "policy": ["allow", "deny"], "section": ["aliases", "defaults"],
    "field-manager": [
      "kubectl", "kubectl-client-side-apply", "kubectl-create", "kubectl-edit", "kubectl-patch",
    ],
    "verb": [
      "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch", "*",
    ],
    "verbs": ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"],
    "bound-object-kind": ["Node", "Pod", "Secret"],
    "exec-interactive-mode": ["Always", "IfAvailable", "Never"],
  ]

  /// Flags whose values are files of the host.
  private static let fileFlags = [
    "filename", "kustomize", "from-file", "from-env-file", "patch-file", "cert", "key", "custom",
    "template", "certificate-authority", "client-certificate", "client-key", "output-directory",
    "kubeconfig",
  ]

  /// Flags whose values are names of objects.
  private static let objectFlags: [String: String] = [
    "namespace": "namespaces", "namespaces": "namespaces", "class": "ingressclasses",
    "clusterrole": "clusterroles", "role": "roles",
  ]

  /// What the value of a flag may be.
  func values(of flag: String, _ rest: [String], verb: String) -> [Completion] {
    if let words = Self.fixedValues[flag] { return listed(words) }
    // What stands for a field of the API takes that field's words.
    let words = FlagWords.words(of: flag, verb: verb)
    if !words.isEmpty { return listed(words) }
    if Self.fileFlags.contains(flag) { return session.files(word) }
    if let kind = Self.objectFlags[flag].flatMap({ try? Kind(kubectlWord: $0) }) {
      return objects(kind)
    }
    let config = session.world.kubeconfig
    switch flag {
    case "context": return config[.contexts].map { Completion($0.name) }
    case "cluster": return config[.clusters].map { Completion($0.name) }
    case "user" where !verb.hasPrefix("create") && !verb.hasPrefix("set"):
      return config[.users].map { Completion($0.name) }
    case "output":
      return Kubectl.outputs(of: verb).map { Completion($0, endsWord: !$0.hasSuffix("=")) }
    case "container", "containers", "target": return containers(rest)
    case "subresource":
      return listed(verb == "get" ? ["status", "scale", "resize"] : ["status", "scale"])
    case "type" where verb == "patch": return listed(["json", "merge", "strategic"])
    case "sort-by": return sortKeys(verb)
    case "selector", "pod-selector": return labels(of: verb, rest)
    case "label-columns": return listed(labelKeys(of: verb, rest))
    case "field-selector": return fields(of: verb, rest)
    case "for": return goals(verb)
    case "from":
      return verb == "set env" ? sources : qualified(.cronJob)
    case "serviceaccount":
      return state.keys(.serviceAccount).map { Completion("\($0.namespace):\($0.name)") }
    case "as":
      return state.keys(.serviceAccount).map {
        Completion("system:serviceaccount:\($0.namespace):\($0.name)")
      }
    case "revision", "to-revision": return revisions(rest)
    case "image": return images
    case "resource": return kinds(nil)
    case "api-group": return listed(Kubectl.apiGroups)
    case "api-version": return listed(Kubectl.apiVersions)
    default: return []
    }
  }

  /// Words of which several may stand with commas between them: the last one is completed.
  func listed(_ words: [String]) -> [Completion] {
    let typed = valueTyped
    let start = typed.lastIndex(of: ",").map { String(typed[...$0]) } ?? ""
    return words.map { Completion(start + $0) }
  }

  /// What there is of the value: behind `--flag=`, or the whole word.
  private var valueTyped: String {
    guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else { return word }
    return String(word[word.index(after: sign)...])
  }

  private func sortKeys(_ verb: String) -> [Completion] {
    if verb.hasPrefix("top") { return listed(["cpu", "memory"]) }
    if verb == "api-resources" { return listed(["kind", "name"]) }
    return [
      ".metadata.creationTimestamp", ".metadata.name", ".metadata.namespace", ".spec.nodeName",
      ".status.startTime", ".lastTimestamp",
    ].map { Completion($0) }
  }

  // MARK: - Labels and fields

  /// The kind that the command is about, as far as its words tell.
  private func kind(of verb: String, _ rest: [String]) -> Kind {
    for word in rest where !word.hasPrefix("-") {
      let name = word.split { $0 == "/" || $0 == "," }.first.map { String($0) } ?? word
      if let kind = try? Kind(kubectlWord: name) { return kind }
    }
    return verb == "top node" || verb == "drain" || verb == "cordon" || verb == "uncordon"
      ? .node : .pod
  }

  private func labelled(_ verb: String, _ rest: [String]) -> [any APIObject] {
    let kind = kind(of: verb, rest)
    let room = kind.isNamespaced && !rest.contains("-A") ? namespace : nil
    return state.keys(kind, in: room).compactMap { state[$0] }
  }

  private func labelKeys(of verb: String, _ rest: [String]) -> [String] {
    var keys: Set<String> = []
    var last: StringMap = [:]
    for object in labelled(verb, rest) {
      let labels = object.metadata.labels
      // Pods of one owner stand together and mostly bear the same labels.
      guard labels != last else { continue }
      keys.formUnion(labels.keys)
      last = labels
    }
    return keys.sorted()
  }

  /// `KEY=`, and behind the sign the values there are.
  private func labels(of verb: String, _ rest: [String]) -> [Completion] {
    let typed = valueTyped
    let start = typed.lastIndex(of: ",").map { String(typed[...$0]) } ?? ""
    let part = typed.dropFirst(start.count)
    guard let sign = part.firstIndex(of: "=") else {
      return labelKeys(of: verb, rest).map { Completion("\(start)\($0)=", endsWord: false) }
    }
    let key = part[..<sign].filter { $0 != "!" }
    var values: Set<String> = []
    for object in labelled(verb, rest) {
      if let value = object.metadata.labels[key] { values.insert(value) }
    }
    let begun = start + part[...sign]
    return values.sorted().map { Completion(begun + $0) }
  }

  private func fields(of verb: String, _ rest: [String]) -> [Completion] {
    let kind = kind(of: verb, rest)
    let typed = valueTyped
    switch typed.split(separator: "=", omittingEmptySubsequences: false).first {
    case "status.phase" where typed.contains("="):
      let phases =
        kind == .namespace
        ? ["Active", "Terminating"] : ["Pending", "Running", "Succeeded", "Failed", "Unknown"]
      return phases.map { Completion("status.phase=\($0)") }
    case "spec.nodeName" where typed.contains("="):
      return state.keys(.node).map { Completion("spec.nodeName=\($0.name)") }
    case "type" where typed.contains("="):
      return FlagWords.words(of: "types", verb: verb).map { Completion("type=\($0)") }
    default:
      return Kubectl.selectableFields(of: kind).map { Completion("\($0)=", endsWord: false) }
    }
  }

  // MARK: - What belongs to one flag only

  private func goals(_ verb: String) -> [Completion] {
    guard verb == "wait" else { return Self.matching(word: valueTyped, qualifiedKinds) }
    let conditions = [
      "Available", "Complete", "ContainersReady", "Failed", "Initialized", "PodScheduled",
      "Progressing", "Ready",
    ]
    return [Completion("create"), Completion("delete"), Completion("jsonpath=", endsWord: false)]
      + conditions.map { Completion("condition=\($0)") }
  }

  /// `configmap/NAME` and `secret/NAME`.
  private var sources: [Completion] {
    qualified(.configMap) + qualified(.secret)
  }

  func qualified(_ kind: Kind) -> [Completion] {
    state.keys(kind, in: kind.isNamespaced ? namespace : nil).map {
      Completion("\(kind.singular)/\($0.name)")
    }
  }

  private var qualifiedKinds: [Completion] {
    Kind.allCases.map { Completion($0.singular + "/", endsWord: false) }
  }

  private static func matching(word: String, _ candidates: [Completion]) -> [Completion] {
    candidates.filter { $0.text.hasPrefix(word) }
  }

  /// The revisions that the named object's replica sets or controller revisions bear.
  private func revisions(_ rest: [String]) -> [Completion] {
    var numbers: Set<Int> = []
    for name in rest.flatMap({ $0.split(separator: "/") }).map({ String($0) }) {
      for key in state.keys(.replicaSet, in: namespace) {
        guard let set = state[key],
          set.metadata.ownerReferences.contains(where: { $0.name == name })
        else { continue }
        let text = set.metadata.annotations["deployment.kubernetes.io/revision"]
        if let number = text.flatMap({ Int($0) }) { numbers.insert(number) }
      }
      for key in state.keys(.controllerRevision, in: namespace) {
        guard let kept = state[key],
          kept.metadata.ownerReferences.contains(where: { $0.name == name }),
          let number = kept.document["revision"]?.integer
        else { continue }
        numbers.insert(Int(number))
      }
    }
    return numbers.sorted().map { Completion("\($0)") }
  }

  /// Images that pods of the cluster run.
  private var images: [Completion] {
    var images: Set<String> = []
    for key in state.keys(.pod) {
      for container in state.pod(key)?.spec.containers ?? [] { images.insert(container.image) }
    }
    return images.sorted().map { Completion($0) }
  }
}
