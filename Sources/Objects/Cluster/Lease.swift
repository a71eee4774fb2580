import Engine

/// A heartbeat: who holds it and when it was last renewed.
public struct Lease: APIObject {
  public static let kind = Kind.lease
  /// Where every node's kubelet has a lease of the node's name.
  public static let nodesNamespace = "kube-node-lease"

  public var metadata = ObjectMeta()
  @Shared public var spec = LeaseSpec()
  /// How often it is renewed by a kubelet that has nothing else to tell, as long as that is so:
  /// each time is understood, not written down. `spec.renewTime` says when that began. Nil when
  /// every renewal is written. No field of the API: whoever reads a lease is shown ``read(at:)``.
  public var pace: SimSpan?
  public var unlisted = Members()

  public init() {}

  /// The lease with the renewal of latest time, as everybody finds it who reads it.
  public func read(at now: SimTime) -> Lease {
    guard let pace, let began = spec.renewTime?.time else { return self }
    let passed = max(0, (now - began).milliseconds)
    var lease = self
    lease.spec.renewTime = MicroTime(
      began + .milliseconds(passed / pace.milliseconds * pace.milliseconds))
    lease.pace = nil
    return lease
  }

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
