/// A folder that containers of a pod can share; one source is set.
public struct Volume: APIType {
  public var configMap: ConfigMapVolume?
  public var downwardAPI: APIValue?
  public var emptyDir: EmptyDirectory?
  public var hostPath: HostPath?
  public var name = ""
  public var persistentVolumeClaim: APIValue?
  public var projected: APIValue?
  public var secret: APIValue?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Volume> {
    $0.optional("configMap", \.configMap)
    $0.optional("downwardAPI", \.downwardAPI)
    $0.optional("emptyDir", \.emptyDir)
    $0.optional("hostPath", \.hostPath)
    $0.always("name", \.name)
    $0.optional("persistentVolumeClaim", \.persistentVolumeClaim)
    $0.optional("projected", \.projected)
    $0.optional("secret", \.secret)
  }

  /// The name of the claim that it stands for; nil for any other volume.
  public var claimName: String? { persistentVolumeClaim?["claimName"]?.string }

  /// The claim that is made for a volume which goes with its pod; nil for any other.
  public var claimTemplate: APIValue? { unlisted["ephemeral"]?["volumeClaimTemplate"] }

  /// The name of its claim, whether the pod only uses it or brings it along; nil for a volume
  /// without one.
  public func claimName(in pod: Pod) -> String? {
    claimName ?? claimTemplate.map { _ in "\(pod.metadata.name)-\(name)" }
  }
}

/// A folder that begins empty and goes with its pod.
public struct EmptyDirectory: APIType {
  public var medium: String?
  public var sizeLimit: Quantity?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EmptyDirectory> {
    $0.optional("medium", \.medium)
    $0.optional("sizeLimit", \.sizeLimit)
  }
}

/// A folder of the node itself.
public struct HostPath: APIType {
  public var path = ""
  public var type: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<HostPath> {
    $0.always("path", \.path)
    $0.optional("type", \.type)
  }
}

/// A ConfigMap's keys as files.
public struct ConfigMapVolume: APIType {
  public var defaultMode: Int?
  public var items: [KeyToPath] = []
  public var name: String?
  public var optional: Bool?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ConfigMapVolume> {
    $0.optional("defaultMode", \.defaultMode)
    $0.unlessEmpty("items", \.items)
    $0.optional("name", \.name)
    $0.optional("optional", \.optional)
  }
}

/// Which key becomes which file.
public struct KeyToPath: APIType {
  public var key = ""
  public var mode: Int?
  public var path = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<KeyToPath> {
    $0.always("key", \.key)
    $0.optional("mode", \.mode)
    $0.always("path", \.path)
  }
}
