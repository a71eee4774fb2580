import Engine
import Objects
import Store
import Testing

/// Volumes, claims and classes as the API server takes them in.
@Suite struct StorageRuleTests {
  private var state = ClusterState()
  private var random = SeededRandom(seed: 1)

  init() throws {
    var namespace = Namespace()
    namespace.metadata = ObjectMeta(name: "default")
    _ = try state.apply(.create(namespace), by: .user, at: .worldBegins, using: &random)
  }

  private mutating func problem(_ intent: Intent, by actor: Actor = .user) -> String? {
    do throws(Rejection) {
      _ = try state.apply(intent, by: actor, at: .worldBegins, using: &random)
      return nil
    } catch {
      return error.message
    }
  }

  private static func volume(_ change: (inout PersistentVolume) -> Void) -> PersistentVolume {
    var volume = PersistentVolume()
    volume.metadata.name = "disk"
    volume.spec.capacity["storage"] = Quantity("5Gi")
    volume.spec.accessModes = [.readWriteOnce]
    var path = HostPath()
    path.path = "/srv/disk"
    volume.spec.hostPath = path
    change(&volume)
    return volume
  }

  private static func claim(
    _ size: String = "1Gi", _ change: (inout PersistentVolumeClaim) -> Void = { _ in }
  ) -> PersistentVolumeClaim {
    var claim = PersistentVolumeClaim()
    claim.metadata = ObjectMeta(name: "data", namespace: "default")
    claim.spec.accessModes = [.readWriteOnce]
    claim.spec.resources.requests["storage"] = Quantity(size)
    change(&claim)
    return claim
  }

  @Test(
    arguments: [
      (volume { _ in }, nil),
      (volume { $0.spec.accessModes = [] }, "spec.accessModes: Required value"),
      (volume { $0.spec.capacity = [:] }, "spec.capacity: Required value"),
      (
        volume { $0.spec.hostPath = nil }, "spec: Required value: must specify a volume type"
      ),
      (
        volume { $0.spec.nfs = NFSVolume() },
        "[spec.nfs: Forbidden: may not specify more than 1 volume type, spec.nfs.server: "
          + "Required value, spec.nfs.path: Required value]"
      ),
      (
        volume {
          $0.spec.hostPath = nil
          $0.spec.local = LocalVolume()
          $0.spec.local?.path = "/mnt/disk"
        }, "spec.nodeAffinity: Required value: Local volume requires node affinity"
      ),
      (
        volume { $0.spec.hostPath?.path = "/srv/../etc" },
        "spec.hostPath.path: Invalid value: \"/srv/../etc\": must not contain '..'"
      ),
    ] as [(PersistentVolume, String?)])
  mutating func volumesAreChecked(volume: PersistentVolume, expected: String?) {
    let found = problem(.create(volume))
    #expect(found == expected.map { "PersistentVolume \"disk\" is invalid: " + $0 })
  }

  @Test(
    arguments: [
      (claim(), nil),
      (
        claim { $0.spec.accessModes = [] },
        "spec.accessModes: Required value: at least 1 access mode is required"
      ),
      (
        claim { $0.spec.resources.requests = [:] },
        "spec.resources[storage]: Required value"
      ),
      (claim("0"), "spec.resources[storage]: Invalid value: \"0\": must be greater than zero"),
      (
        claim { $0.spec.accessModes = [.readWriteOncePod, .readWriteOnce] },
        "spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes"
      ),
    ] as [(PersistentVolumeClaim, String?)])
  mutating func claimsAreChecked(claim: PersistentVolumeClaim, expected: String?) {
    let found = problem(.create(claim))
    #expect(found == expected.map { "PersistentVolumeClaim \"data\" is invalid: " + $0 })
  }

  private mutating func bind() {
    guard var claim = state.get(PersistentVolumeClaim.self, "data", in: "default") else { return }
    claim.status.phase = .bound
    claim.status.capacity["storage"] = Quantity("1Gi")
    #expect(problem(.updateStatus(claim)) == nil)
  }

  @Test mutating func claimsGrowOnlyWhereTheirClassLetsThem() {
    let refusal =
      "persistentvolumeclaims \"data\" is forbidden: only dynamically provisioned pvc can be "
      + "resized and the storageclass that provisions the pvc must support resize"
    #expect(problem(.create(Self.claim { $0.spec.storageClassName = "fast" })) == nil)
    let larger = Self.claim("2Gi") { $0.spec.storageClassName = "fast" }
    #expect(
      problem(.update(larger))
        == Self.immutable + """
          @@ -6,7 +6,7 @@
            "Resources": {
             "Limits": null,
             "Requests": {
          -   "storage": "1Gi"
          +   "storage": "2Gi"
             }
            },
            "VolumeName": "",

          """)
    bind()
    #expect(problem(.update(larger)) == refusal)
    var fast = StorageClass()
    fast.metadata.name = "fast"
    fast.provisioner = "example.com/disk"
    fast.allowVolumeExpansion = true
    #expect(problem(.create(fast)) == nil)
    #expect(problem(.update(larger)) == nil)
    #expect(
      problem(.update(Self.claim("500Mi") { $0.spec.storageClassName = "fast" }))
        == "PersistentVolumeClaim \"data\" is invalid: spec.resources.requests.storage: Forbidden: "
        + "field can not be less than status.capacity")
  }

  @Test mutating func claimsGetTheNewestDefaultClass() {
    for (name, isDefault) in [("a", "true"), ("b", "true"), ("c", "false")] {
      var made = StorageClass()
      made.metadata.name = name
      made.metadata.annotations[StorageAnnotations.defaultClass] = isDefault
      made.provisioner = "example.com/disk"
      #expect(problem(.create(made)) == nil)
    }
    #expect(problem(.create(Self.claim())) == nil)
    let claim = state.get(PersistentVolumeClaim.self, "data", in: "default")
    #expect(claim?.spec.storageClassName == "a")
    #expect(claim?.metadata.finalizers == [StorageFinalizers.claim])
    #expect(claim?.spec.volumeMode == .filesystem)
  }

  @Test mutating func aClaimStaysAsItIs() {
    #expect(problem(.create(Self.claim())) == nil)
    #expect(
      problem(.update(Self.claim { $0.spec.accessModes = [.readWriteMany] }))
        == Self.immutable + """
          @@ -1,6 +1,6 @@
           {
            "AccessModes": [
          -  "ReadWriteOnce"
          +  "ReadWriteMany"
            ],
            "Selector": null,
            "Resources": {

          """)
  }

  private static let immutable =
    "PersistentVolumeClaim \"data\" is invalid: spec: Forbidden: spec is immutable after "
    + "creation except resources.requests and volumeAttributesClassName for bound claims\n"
}
