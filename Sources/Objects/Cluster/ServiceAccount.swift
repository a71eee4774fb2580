/// Who a pod is when it talks to the API server.
public struct ServiceAccount: APIObject {
  public static let kind = Kind.serviceAccount

  public var metadata = ObjectMeta()
  public var automountServiceAccountToken: Bool?
  public var imagePullSecrets: [APIValue] = []
  public var secrets: [APIValue] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ServiceAccount> {
    $0.optional("automountServiceAccountToken", \.automountServiceAccountToken)
    $0.unlessEmpty("imagePullSecrets", \.imagePullSecrets)
    $0.always("metadata", \.metadata)
    $0.unlessEmpty("secrets", \.secrets)
  }
}
