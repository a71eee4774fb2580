import Descriptions

/// The words of flags that stand for a field of the API: the schema lists them.
public enum FlagWords {
  /// For `--image-pull-policy`: `Always`, `IfNotPresent`, `Never`; empty for flags that take
  /// anything else.
  public static func words(of flag: String, verb: String) -> [String] {
    if flag == "type" { return verb == "expose" ? Schema.current.words("ServiceType") : [] }
    return lists[flag].map(Schema.current.words) ?? []
  }

  private static let lists = [
    "image-pull-policy": "PullPolicy", "preemption-policy": "PreemptionPolicy",
    "protocol": "Protocol", "restart": "RestartPolicy", "scopes": "ResourceQuotaScope",
    "session-affinity": "ServiceAffinity", "types": "EventType",
  ]
}
