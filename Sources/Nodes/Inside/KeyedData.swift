import Objects
import Store

/// What a kubelet reads of the ConfigMaps and Secrets of a namespace, as plain text by key.
struct KeyedData {
  let state: ClusterState
  let namespace: String

  /// Which of the two is meant, with the words that the kubelet has for it.
  enum Source: Hashable {
    case configMap(String)
    case secret(String)

    var name: String {
      switch self {
      case .configMap(let name), .secret(let name): name
      }
    }

    var missing: String {
      switch self {
      case .configMap(let name): "configmap \"\(name)\" not found"
      case .secret(let name): "secret \"\(name)\" not found"
      }
    }

    func missing(_ key: String, in namespace: String) -> String {
      switch self {
      case .configMap(let name): "couldn't find key \(key) in ConfigMap \(namespace)/\(name)"
      case .secret(let name): "couldn't find key \(key) in Secret \(namespace)/\(name)"
      }
    }

    /// A volume's file is to show a key that is not there.
    func missingItem(_ key: String) -> String {
      switch self {
      case .configMap: "configmap references non-existent config key: \(key)"
      case .secret: "references non-existent secret key: \(key)"
      }
    }

    func key(in namespace: String) -> ObjectKey {
      switch self {
      case .configMap(let name): ObjectKey(.configMap, namespace: namespace, name: name)
      case .secret(let name): ObjectKey(.secret, namespace: namespace, name: name)
      }
    }
  }

  /// Everything under its key, binary data of a ConfigMap where that is wanted; nil when there is
  /// no such object.
  func values(_ source: Source, binary: Bool = false) -> StringMap? {
    switch source {
    case .configMap(let name):
      guard let map = state.get(ConfigMap.self, name, in: namespace) else { return nil }
      var data = map.data
      if binary { for (key, text) in map.binaryData { data[key] = Base64.text(text) } }
      return data
    case .secret(let name):
      guard let secret = state.get(Secret.self, name, in: namespace) else { return nil }
      return StringMap(secret.data.map { ($0, Base64.text($1) ?? "") })
    }
  }
}
