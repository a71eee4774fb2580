import Descriptions

/// The paths of fields that `explain` takes, for completion.
public enum FieldPaths {
  /// A way to go on with a word, and what stands there.
  public struct Step: Hashable, Sendable {
    /// The whole word: `pod.spec.containers`.
    public var text: String
    /// `[]Container`
    public var form: String
    /// Whether a further field can follow.
    public var hasFields: Bool
  }

  /// The words that begin with `word`, which names a kind and has at least one dot: one for each
  /// field of what stands before the last dot, in the order of their names. None when it leads
  /// nowhere.
  public static func steps(from word: String) -> [Step] {
    guard let dot = word.lastIndex(of: "."),
      let (resource, fields) = try? Explain.parts(of: String(word[..<dot])),
      var type = Schema.current.type(resource.kind), type.apiVersion == resource.apiVersion
    else { return [] }
    for name in fields {
      guard let field = type[name], let inner = Schema.current.type(field.form.element) else {
        return []
      }
      type = inner
    }
    let begun = word[word.index(after: dot)...]
    return type.fields.filter { $0.name.hasPrefix(begun) }.map { field in
      let inner = Schema.current.type(field.form.element)
      return Step(
        text: "\(word[...dot])\(field.name)", form: field.form.text,
        hasFields: !(inner?.fields.isEmpty ?? true))
    }
  }
}

/// The words that flags take which stand for a field of the API.
public enum FlagWords {
  /// For the flag `--image-pull-policy` of `run`: `Always`, `IfNotPresent`, `Never`; empty for
  /// flags that take anything.
  public static func words(of flag: String, verb: String) -> [String] {
    let list: String
    switch (verb, flag) {
    case ("run", "restart"): list = "RestartPolicy"
    case (_, "image-pull-policy"): list = "PullPolicy"
    case ("expose", "type"): list = "ServiceType"
    case ("expose", "protocol"): list = "Protocol"
    case ("expose", "session-affinity"): list = "ServiceAffinity"
    case ("create priorityclass", "preemption-policy"): list = "PreemptionPolicy"
    case ("create quota", "scopes"): list = "ResourceQuotaScope"
    default: return []
    }
    return Schema.current.words(list)
  }
}
