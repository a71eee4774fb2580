import Engine

/// A heartbeat: who holds it and when it was last renewed.
public struct Lease: APIObject {
  public static let kind = Kind.lease

  @Shared public var metadata = ObjectMeta()
  @Shared public var spec = LeaseSpec()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Lease> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
  }
}

/// Holder, length and last renewal.
public struct LeaseSpec: APIType {
  public var acquireTime: MicroTime?
  public var holderIdentity: String?
  public var leaseDurationSeconds: Int?
  public var leaseTransitions: Int?
  public var renewTime: MicroTime?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<LeaseSpec> {
    $0.optional("acquireTime", \.acquireTime)
    $0.optional("holderIdentity", \.holderIdentity)
    $0.optional("leaseDurationSeconds", \.leaseDurationSeconds)
    $0.optional("leaseTransitions", \.leaseTransitions)
    $0.optional("renewTime", \.renewTime)
  }
}
