import Engine
import Objects
import Store
import Testing

@testable import Scheduling

/// Where pods with volumes go, and when.
@Suite struct VolumePlacementTests {
  private static func storageClass(
    _ name: String, _ mode: VolumeBindingMode, provisioner: String = "example.com/disk"
  ) -> StorageClass {
    var storageClass = StorageClass()
    storageClass.metadata = ObjectMeta(name: name)
    storageClass.provisioner = provisioner
    storageClass.volumeBindingMode = mode
    return storageClass
  }

  private static func claim(
    _ name: String, of className: String = "late", _ mode: AccessMode = .readWriteOnce
  ) -> PersistentVolumeClaim {
    var claim = PersistentVolumeClaim()
    claim.metadata = ObjectMeta(name: name, namespace: "default")
    claim.spec.accessModes = [mode]
    claim.spec.storageClassName = className
    claim.spec.resources.requests = amounts("storage=1Gi")
    return claim
  }

  private static func volume(
    _ name: String, on node: String? = nil, labels: StringMap = [:]
  ) -> PersistentVolume {
    var volume = PersistentVolume()
    volume.metadata = ObjectMeta(name: name, labels: labels)
    volume.spec.capacity = amounts("storage=5Gi")
    volume.spec.accessModes = [.readWriteOnce]
    volume.spec.storageClassName = "late"
    volume.spec.hostPath = HostPath()
    volume.spec.hostPath?.path = "/data"
    volume.status.phase = .available
    if let node {
      volume.spec.nodeAffinity = VolumeNodeAffinity()
      volume.spec.nodeAffinity?.required = NodeSelector()
      volume.spec.nodeAffinity?.required?.nodeSelectorTerms = [
        nodes("kubernetes.io/hostname", .isIn, node)
      ]
    }
    return volume
  }

  private static func user(of claims: String..., named name: String = "p") -> Pod {
    pod(name) { pod in
      pod.spec.volumes = claims.map { claim in
        var volume = Volume()
        volume.name = claim
        volume.persistentVolumeClaim = ["claimName": .string(claim)]
        return volume
      }
    }
  }

  /// A cluster of two nodes in two zones.
  private static func lab(_ provisioner: String = "example.com/disk") -> Lab {
    var lab = Lab(node("n1", in: "a"), node("n2", in: "b"))
    lab.add(storageClass("late", .waitForFirstConsumer, provisioner: provisioner))
    return lab
  }

  /// Plays the volume controller: gives a claim its volume for good.
  private static func bind(_ name: String, to volume: String, _ lab: inout Lab) {
    lab.change(name) { (claim: inout PersistentVolumeClaim) in
      claim.spec.volumeName = volume
      claim.metadata.annotations[StorageAnnotations.bindCompleted] = "yes"
    }
  }

  @Test func missingClaim() {
    var lab = Self.lab()
    lab.add(Self.user(of: "data"))
    lab.settle()
    #expect(
      lab.complaints(about: "p") == [
        "0/2 nodes are available: persistentvolumeclaim \"data\" not found. not found"
      ])
    lab.add(Self.volume("one"), Self.claim("data"))
    Self.bind("data", to: "one", &lab)
    lab.run(for: .seconds(2))
    #expect(!lab.node(of: "p").isEmpty)
  }

  @Test func claimThatIsBoundAtOnce() {
    var lab = Self.lab()
    lab.add(Self.storageClass("now", .immediate))
    lab.add(Self.claim("data", of: "now"), Self.user(of: "data"))
    lab.settle()
    #expect(
      lab.complaints(about: "p") == [
        "0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found"
      ])
  }

  @Test func firstConsumer() {
    var lab = Self.lab()
    lab.add(Self.claim("data"), Self.user(of: "data"))
    lab.settle()
    #expect(lab.node(of: "p").isEmpty)
    #expect(lab.complaints(about: "p").isEmpty)
    #expect(lab.claim("data").selectedNode == "n1")
    #expect(lab.pod("p").status.nominatedNodeName == "n1")
    lab.add(Self.volume("made"))
    Self.bind("data", to: "made", &lab)
    lab.settle()
    #expect(lab.node(of: "p") == "n1")
    #expect(lab.pod("p").status.nominatedNodeName == nil)
  }

  @Test func roomIsHeldMeanwhile() {
    var lab = Self.lab()
    var large = Self.user(of: "data")
    large.spec.containers[0].resources.requests = amounts("cpu=3")
    lab.add(Self.claim("data"), large)
    lab.settle()
    lab.add(pod("other", wants: "cpu=3"), pod("third", wants: "cpu=3"))
    lab.settle()
    #expect(lab.node(of: "other") == "n2")
    #expect(lab.node(of: "third").isEmpty)
    lab.finish("p")
    lab.run(for: .seconds(2))
    #expect(lab.node(of: "third") == "n1", "whoever is deleted holds no room")
  }

  @Test func givenUp() {
    var lab = Self.lab()
    lab.add(Self.claim("data"), Self.user(of: "data"))
    lab.run(for: .seconds(601))
    let text =
      "running PreBind plugin \"VolumeBinding\": binding volumes: context deadline exceeded"
    #expect(lab.complaints(about: "p") == [text])
    #expect(lab.pod("p").status.conditions["PodScheduled"]?.reason == "SchedulerError")
  }

  @Test func volumeOfOneNode() {
    var lab = Self.lab("kubernetes.io/no-provisioner")
    lab.add(Self.volume("disk", on: "n2"))
    lab.setAvailable("disk")
    lab.add(Self.claim("data"), Self.user(of: "data"))
    lab.settle()
    let kept = lab.state.get(PersistentVolume.self, "disk")?.spec.claimRef?.name
    #expect(kept == "data")
    Self.bind("data", to: "disk", &lab)
    lab.settle()
    #expect(lab.node(of: "p") == "n2")
    #expect(
      lab.verdicts(about: Self.user(of: "data", named: "q")) == [
        "n1: node(s) didn't match PersistentVolume's node affinity", "n2: fits",
      ])
  }

  @Test func nothingToBind() {
    var lab = Self.lab("kubernetes.io/no-provisioner")
    lab.add(Self.claim("data"))
    let reason = "node(s) didn't find available persistent volumes to bind"
    #expect(lab.verdicts(about: Self.user(of: "data")) == ["n1: \(reason)", "n2: \(reason)"])
  }

  @Test func zone() {
    var lab = Self.lab()
    lab.add(
      Self.volume("disk", labels: ["topology.kubernetes.io/zone": "b"]), Self.claim("data"))
    Self.bind("data", to: "disk", &lab)
    #expect(
      lab.verdicts(about: Self.user(of: "data")) == [
        "n1: node(s) had no available volume zone", "n2: fits",
      ])
  }

  @Test func claimForOnePodOnly() {
    var lab = Self.lab()
    lab.add(Self.volume("disk"), Self.claim("data", .readWriteOncePod))
    Self.bind("data", to: "disk", &lab)
    lab.add(Self.user(of: "data", named: "first"))
    lab.settle()
    #expect(lab.node(of: "first") == "n1")
    let second = Self.user(of: "data", named: "second")
    #expect(lab.verdicts(about: second).allSatisfy { $0.hasSuffix("in-use by another pod") })
    lab.add(second)
    lab.settle()
    lab.finish("first")
    lab.run(for: .seconds(2))
    #expect(!lab.node(of: "second").isEmpty)
  }

  @Test func sameDisk() {
    var lab = Self.lab()
    func withDisk(_ name: String) -> Pod {
      pod(name) { pod in
        var volume = Volume()
        volume.name = "disk"
        volume.unlisted["awsElasticBlockStore"] = ["volumeID": "vol-1"]
        pod.spec.volumes = [volume]
      }
    }
    lab.add(withDisk("first"), on: "n1")
    #expect(
      lab.verdicts(about: withDisk("second")) == ["n1: node(s) had no available disk", "n2: fits"])
  }
}

extension Lab {
  func claim(_ name: String) -> PersistentVolumeClaim {
    state.get(PersistentVolumeClaim.self, name, in: "default") ?? PersistentVolumeClaim()
  }

  /// Plays the volume controller: the volume may be had.
  mutating func setAvailable(_ name: String) {
    guard var volume = state.get(PersistentVolume.self, name) else { return }
    volume.status.phase = .available
    attempt(.updateStatus(volume))
  }
}
