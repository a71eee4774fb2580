/// Who an object belongs to: it goes when its owners are gone.
public struct OwnerReference: APIType {
  public var apiVersion = ""
  public var kind = ""
  public var name = ""
  public var uid = ""
  public var controller: Bool?
  public var blockOwnerDeletion: Bool?
  public var unlisted = Members()

  public init() {}

  /// The reference a controller puts on what it makes.
  public init(controller owner: any APIObject) {
    apiVersion = owner.kind.apiVersion
    kind = owner.kind.rawValue
    name = owner.metadata.name
    uid = owner.metadata.uid
    controller = true
    blockOwnerDeletion = true
  }

  public static let fields = FieldTable<OwnerReference> {
    $0.always("apiVersion", \.apiVersion)
    $0.optional("blockOwnerDeletion", \.blockOwnerDeletion)
    $0.optional("controller", \.controller)
    $0.always("kind", \.kind)
    $0.always("name", \.name)
    $0.always("uid", \.uid)
  }
}
