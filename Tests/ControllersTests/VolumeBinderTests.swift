import Engine
import Objects
import Store
import Testing

@testable import Controllers

/// Which volume a claim gets, and what becomes of both.
@Suite struct VolumeBinderTests {
  private var harness = Harness()

  private static func volume(
    _ name: String, _ size: String = "5Gi", modes: [AccessMode] = [.readWriteOnce],
    in storageClass: String = "manual", _ change: (inout PersistentVolume) -> Void = { _ in }
  ) -> PersistentVolume {
    var volume = PersistentVolume()
    volume.metadata.name = name
    volume.spec.capacity["storage"] = Quantity(size)
    volume.spec.accessModes = modes
    volume.spec.storageClassName = storageClass
    var path = HostPath()
    path.path = "/srv/\(name)"
    volume.spec.hostPath = path
    change(&volume)
    return volume
  }

  private static func claim(
    _ size: String = "3Gi", modes: [AccessMode] = [.readWriteOnce],
    in storageClass: String? = "manual", _ change: (inout PersistentVolumeClaim) -> Void = { _ in }
  ) -> PersistentVolumeClaim {
    var claim = PersistentVolumeClaim()
    claim.metadata = ObjectMeta(name: "data", namespace: "default")
    claim.spec.resources.requests["storage"] = Quantity(size)
    claim.spec.accessModes = modes
    claim.spec.storageClassName = storageClass
    change(&claim)
    return claim
  }

  private static func storageClass(
    _ name: String, _ provisioner: String = LocalPathProvisioner.provisioner,
    _ change: (inout StorageClass) -> Void = { _ in }
  ) -> StorageClass {
    var made = StorageClass()
    made.metadata.name = name
    made.provisioner = provisioner
    change(&made)
    return made
  }

  private var claim: PersistentVolumeClaim? {
    harness.state.get(PersistentVolumeClaim.self, "data", in: "default")
  }

  private func phase(_ volume: String) -> VolumePhase? {
    harness.state.get(PersistentVolume.self, volume)?.status.phase
  }

  private func reasons(about object: any APIObject) -> [String] {
    harness.state.events(about: object).compactMap(\.reason)
  }

  @Test(
    arguments: [
      // The smallest that is large enough.
      ([volume("large", "20Gi"), volume("small", "1Gi"), volume("middle")], claim(), "middle"),
      ([volume("small", "1Gi")], claim(), nil),
      ([volume("other", in: "other")], claim(), nil),
      ([volume("none", in: "")], claim(in: ""), "none"),
      // Fewer access modes beat a better size.
      (
        [
          volume("both", "3Gi", modes: [.readWriteOnce, .readWriteMany]), volume("one", "9Gi"),
        ], claim(), "one"
      ),
      ([volume("once")], claim(modes: [.readWriteMany]), nil),
      ([volume("block") { $0.spec.volumeMode = .block }], claim(), nil),
      (
        [
          volume("plain", "3Gi"), volume("fast", "9Gi") { $0.metadata.labels = ["disk": "ssd"] },
        ], claim { $0.spec.selector = LabelSelector(matchLabels: ["disk": "ssd"]) }, "fast"
      ),
      ([volume("a"), volume("b")], claim { $0.spec.volumeName = "b" }, "b"),
      // Kept for this claim by name, or for another one.
      (
        [
          volume("free", "3Gi"),
          volume("kept", "9Gi") {
            var reference = ObjectReference()
            reference.namespace = "default"
            reference.name = "data"
            $0.spec.claimRef = reference
          },
        ], claim(), "kept"
      ),
    ] as [([PersistentVolume], PersistentVolumeClaim, String?)])
  mutating func takesWhatFits(
    volumes: [PersistentVolume], wanted: PersistentVolumeClaim, chosen: String?
  ) {
    for volume in volumes { harness.attempt(.create(volume)) }
    harness.settle()
    harness.attempt(.create(wanted))
    harness.settle()
    #expect(claim?.spec.volumeName == chosen)
    #expect(claim?.status.phase == (chosen == nil ? .pending : .bound))
    for volume in volumes {
      #expect(
        phase(volume.metadata.name) == (volume.metadata.name == chosen ? .bound : .available))
    }
  }

  @Test mutating func aNewVolumeIsFoundAtTheNextRound() {
    harness.attempt(.create(Self.claim()))
    harness.settle()
    harness.attempt(.create(Self.volume("late")))
    harness.run(until: harness.now + .seconds(14))
    #expect(claim?.status.phase == .pending)
    harness.run(until: harness.now + .seconds(1))
    #expect(claim?.status.phase == .bound)
  }

  @Test(arguments: [
    ("Retain", "/srv/disk", VolumePhase.released), ("Delete", "/srv/disk", .failed),
    ("Delete", "/tmp/disk", nil), ("Recycle", "/srv/disk", .available),
  ])
  mutating func aVolumeOutlivesItsClaimOrNot(policy: String, path: String, left: VolumePhase?) {
    harness.attempt(
      .create(
        Self.volume("disk") {
          $0.spec.persistentVolumeReclaimPolicy = ReclaimPolicy(rawValue: policy)
          $0.spec.hostPath?.path = path
        }))
    harness.settle()
    harness.attempt(.create(Self.claim()))
    harness.settle()
    #expect(phase("disk") == .bound)
    harness.attempt(.delete(Self.claim().key, DeleteOptions()))
    harness.run(until: harness.now + .seconds(1))
    #expect(claim == nil)
    #expect(phase("disk") == left)
  }

  @Test mutating func whatIsInUseStays() throws {
    harness.attempt(.create(Self.volume("disk")))
    harness.settle()
    harness.attempt(.create(Self.claim()))
    harness.settle()
    var account = ServiceAccount()
    account.metadata = ObjectMeta(name: "default", namespace: "default")
    _ = try? harness.submit(.create(account))
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "user", namespace: "default")
    var container = Container()
    container.name = "main"
    container.image = "nginx:1.27"
    pod.spec.containers = [container]
    var volume = Volume()
    volume.name = "d"
    volume.persistentVolumeClaim = ["claimName": "data"]
    pod.spec.volumes = [volume]
    pod.spec.nodeName = "worker-1"
    harness.attempt(.create(pod))
    harness.attempt(.delete(Self.claim().key, DeleteOptions()))
    harness.attempt(.delete(Self.volume("disk").key, DeleteOptions()))
    harness.settle()
    #expect(claim?.metadata.isDeleting == true)
    #expect(phase("disk") == .bound)
    harness.attempt(.delete(pod.key, .now))
    harness.run(until: harness.now + .seconds(1))
    #expect(claim == nil)
    #expect(phase("disk") == nil)
  }

  @Test mutating func aFolderIsMadeWhereThePodGoes() throws {
    harness.attempt(
      .create(
        Self.storageClass("standard") {
          $0.volumeBindingMode = .waitForFirstConsumer
          $0.metadata.annotations[StorageAnnotations.defaultClass] = "true"
        }))
    harness.attempt(.create(Self.claim(in: nil)))
    harness.run(until: harness.now + .seconds(10))
    var waiting = try #require(claim)
    #expect(waiting.spec.storageClassName == "standard")
    #expect(reasons(about: waiting) == ["WaitForFirstConsumer"])
    waiting.metadata.annotations[StorageAnnotations.selectedNode] = "worker-1"
    harness.attempt(.update(waiting), by: .scheduler)
    harness.run(until: harness.now + .seconds(4))
    let bound = try #require(claim)
    #expect(bound.status.phase == .bound)
    let name = "pvc-\(bound.metadata.uid)"
    let volume = try #require(harness.state.get(PersistentVolume.self, name))
    #expect(volume.status.phase == .bound)
    #expect(volume.spec.nodeAffinity?.required?.nodeSelectorTerms.count == 1)
    #expect(
      Set(reasons(about: bound)) == [
        "WaitForFirstConsumer", "ExternalProvisioning", "Provisioning", "ProvisioningSucceeded",
      ])
    harness.attempt(.delete(bound.key, DeleteOptions()))
    harness.run(until: harness.now + .seconds(5))
    #expect(harness.state.get(PersistentVolume.self, name) == nil)
  }

  @Test(
    arguments: [
      (nil, "storageclass.storage.k8s.io \"manual\" not found"),
      (
        "kubernetes.io/no-provisioner",
        "no volume plugin matched name: kubernetes.io/no-provisioner"
      ),
      (
        LocalPathProvisioner.provisioner,
        "failed to provision volume with StorageClass \"manual\": NodePath only supports "
          + "ReadWriteOnce and ReadWriteOncePod (1.22+) access modes"
      ),
    ] as [(String?, String)])
  mutating func aVolumeCannotBeMade(provisioner: String?, message: String) throws {
    if let provisioner { harness.attempt(.create(Self.storageClass("manual", provisioner))) }
    harness.attempt(.create(Self.claim(modes: [.readWriteMany])))
    harness.run(until: harness.now + .seconds(4))
    let claim = try #require(claim)
    let failure = harness.state.events(about: claim).first { $0.reason == "ProvisioningFailed" }
    #expect(failure?.message == message)
  }

  @Test mutating func aLostVolumeIsNotFoundAgain() {
    harness.attempt(.create(Self.volume("disk")))
    harness.settle()
    harness.attempt(.create(Self.claim()))
    harness.settle()
    if var volume = harness.state.get(PersistentVolume.self, "disk") {
      volume.metadata.finalizers = []
      harness.attempt(.update(volume))
      harness.attempt(.delete(volume.key, .now))
    }
    harness.settle()
    #expect(claim?.status.phase == .lost)
  }
}
