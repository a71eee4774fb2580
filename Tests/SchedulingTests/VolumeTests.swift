import Engine
import Objects
import Store
import Testing

@testable import Scheduling

/// Pods whose claims decide where they may go.
@Suite struct VolumeTests {
  private static func user(_ name: String = "user", of claim: String = "data") -> Pod {
    pod(name) {
      var volume = Volume()
      volume.name = "d"
      volume.persistentVolumeClaim = ["claimName": .string(claim)]
      $0.spec.volumes = [volume]
    }
  }

  private static func claim(
    in storageClass: String, _ change: (inout PersistentVolumeClaim) -> Void = { _ in }
  ) -> PersistentVolumeClaim {
    var claim = PersistentVolumeClaim()
    claim.metadata = ObjectMeta(name: "data", namespace: "default")
    claim.spec.resources.requests["storage"] = Quantity("1Gi")
    claim.spec.accessModes = [.readWriteOnce]
    claim.spec.storageClassName = storageClass
    change(&claim)
    return claim
  }

  private static func late(
    _ provisioner: String, _ change: (inout StorageClass) -> Void = { _ in }
  ) -> StorageClass {
    var made = StorageClass()
    made.metadata.name = "late"
    made.provisioner = provisioner
    made.volumeBindingMode = .waitForFirstConsumer
    change(&made)
    return made
  }

  private static func disk(_ name: String, on node: String) -> PersistentVolume {
    var volume = PersistentVolume()
    volume.metadata.name = name
    volume.spec.capacity["storage"] = Quantity("5Gi")
    volume.spec.accessModes = [.readWriteOnce]
    volume.spec.storageClassName = "late"
    volume.spec.local = LocalVolume()
    volume.spec.local?.path = "/mnt/\(name)"
    var requirement = LabelSelector.Requirement()
    requirement.key = "kubernetes.io/hostname"
    requirement.op = .isIn
    requirement.values = [node]
    var term = NodeSelectorTerm()
    term.matchExpressions = [requirement]
    volume.spec.nodeAffinity = VolumeNodeAffinity()
    volume.spec.nodeAffinity?.required = NodeSelector()
    volume.spec.nodeAffinity?.required?.nodeSelectorTerms = [term]
    return volume
  }

  private static func lab(_ objects: any APIObject...) -> Lab {
    var lab = Lab(node("a"), node("b"))
    for object in objects { lab.attempt(.create(object)) }
    for volume in lab.state.all(PersistentVolume.self) {
      var free = volume
      free.status.phase = .available
      lab.attempt(.updateStatus(free))
    }
    return lab
  }

  /// Plays the controller that joins a claim and a volume.
  private static func bind(_ claim: PersistentVolumeClaim, to volume: String, in lab: inout Lab) {
    guard
      var stored = lab.state.get(PersistentVolumeClaim.self, claim.metadata.name, in: "default")
    else { return }
    stored.spec.volumeName = volume
    stored.metadata.annotations[StorageAnnotations.bindCompleted] = "yes"
    lab.attempt(.update(stored))
    stored.status.phase = .bound
    stored.metadata.resourceVersion = 0
    lab.attempt(.updateStatus(stored))
  }

  private static let helpless =
    " no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not "
    + "helpful for scheduling."

  @Test(
    arguments: [
      (lab(), "persistentvolumeclaim \"data\" not found. not found"),
      (
        lab(claim(in: "")), "pod has unbound immediate PersistentVolumeClaims. not found"
      ),
      (
        lab(late("kubernetes.io/no-provisioner"), claim(in: "late")),
        "2 node(s) didn't find available persistent volumes to bind." + helpless
      ),
      (
        lab(
          late("example.com/disk") {
            var requirement = TopologyRequirement()
            requirement.key = "kubernetes.io/hostname"
            requirement.values = ["c"]
            var place = TopologyTerm()
            place.matchLabelExpressions = [requirement]
            $0.allowedTopologies = [place]
          }, claim(in: "late")),
        "2 node(s) didn't find available persistent volumes to bind." + helpless
      ),
    ] as [(Lab, String)])
  func aPodWaitsForItsClaim(lab: Lab, message: String) {
    var lab = lab
    lab.add(Self.user())
    lab.settle()
    let told = lab.state.all(Event.self).filter { $0.reason == "FailedScheduling" }
    #expect(told.map(\.message) == ["0/2 nodes are available: " + message])
  }

  @Test func aFreeVolumeIsKeptForTheClaim() throws {
    var lab = Self.lab(
      Self.late("kubernetes.io/no-provisioner"), Self.disk("far", on: "b"),
      Self.claim(in: "late"))
    lab.add(Self.user())
    lab.settle()
    let volume = try #require(lab.state.get(PersistentVolume.self, "far"))
    #expect(volume.claimKey?.name == "data")
    #expect(lab.state.pod(.pod("user", in: "default"))?.spec.nodeName == "")
    Self.bind(Self.claim(in: "late"), to: "far", in: &lab)
    lab.settle()
    #expect(lab.state.pod(.pod("user", in: "default"))?.spec.nodeName == "b")
  }

  @Test func whoMakesVolumesIsToldTheNode() throws {
    var lab = Self.lab(Self.late("example.com/disk"), Self.claim(in: "late"))
    lab.add(Self.user())
    lab.settle()
    let claim = try #require(lab.state.get(PersistentVolumeClaim.self, "data", in: "default"))
    let node = try #require(claim.selectedNode)
    #expect(["a", "b"].contains(node))
    // Nobody makes one: after ten minutes the scheduler begins anew.
    lab.run(for: .minutes(11))
    let told = lab.state.all(Event.self).filter { $0.reason == "FailedScheduling" }
    #expect(
      told.first?.message
        == "running PreBind plugin \"VolumeBinding\": binding volumes: context deadline exceeded")
  }

  @Test func whatIsForOnePodAloneIsNotShared() {
    var lab = Self.lab(
      Self.claim(in: "") { $0.spec.accessModes = [.readWriteOncePod] }, Self.disk("near", on: "a"))
    Self.bind(Self.claim(in: ""), to: "near", in: &lab)
    lab.add(Self.user("first"))
    lab.settle()
    lab.add(Self.user("second"))
    lab.settle()
    #expect(lab.state.pod(.pod("first", in: "default"))?.spec.nodeName == "a")
    #expect(lab.state.pod(.pod("second", in: "default"))?.spec.nodeName == "")
    lab.attempt(.delete(.pod("first", in: "default"), .now))
    lab.run(for: .seconds(12))
    #expect(lab.state.pod(.pod("second", in: "default"))?.spec.nodeName == "a")
  }
}
