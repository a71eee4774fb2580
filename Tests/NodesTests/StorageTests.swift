import Engine
import Objects
import Store
import Testing

@testable import Nodes

/// Volumes of the machine, and how much room a pod may take.
@Suite struct StorageTests {
  private func pod(_ change: (inout Pod) -> Void) -> Pod {
    var pod = Pod()
    pod.metadata.name = "app"
    pod.metadata.namespace = "default"
    var container = Container()
    container.name = "app"
    container.image = "busybox:1.36"
    pod.spec.containers = [container]
    change(&pod)
    return pod
  }

  private func hostPath(_ path: String, type: String?) -> Volume {
    var volume = Volume()
    volume.name = "host"
    var host = HostPath()
    host.path = path
    host.type = type
    volume.hostPath = host
    return volume
  }

  @Test(
    arguments: [
      ("/srv", "Directory", nil),
      ("/srv/lab", nil, nil),
      ("/srv/lab", "DirectoryOrCreate", nil),
      (
        "/srv/nothing-here", "Directory",
        "MountVolume.SetUp failed for volume \"host\" : hostPath type check failed: "
          + "/srv/nothing-here is not a directory"
      ),
    ] as [(String, String?, String?)])
  func foldersOfTheMachineAreChecked(path: String, type: String?, problem: String?) {
    let pod = pod { $0.spec.volumes = [hostPath(path, type: type)] }
    let problems = PodVolumes(
      pod: pod, state: ClusterState(), files: MachineFiles.atFirst, now: Bench.begin
    )
    .mount().problems
    #expect(problems.first?.message == problem)
  }

  @Test func foldersOfTheMachineOutliveThePod() {
    var random = SeededRandom(seed: 1)
    var machine = Machine(Node(), staticPods: [], number: 0, at: Bench.begin, using: &random)
    let pod = pod { $0.spec.volumes = [hostPath("/srv/lab/", type: nil)] }
    let mounted = PodVolumes(
      pod: pod, state: ClusterState(), files: MachineFiles.atFirst, now: Bench.begin
    )
    .mount().mounted
    var first = PodSandbox(pod: pod, address: "10.244.1.2", mounted: mounted, nodeName: "n")
    machine.lendFiles(to: &first)
    first.volumes[PodSandbox.hostFiles]?.write("one\n", to: "/srv/lab/log")
    machine.takeFiles(from: first)
    var second = PodSandbox(pod: pod, address: "10.244.1.3", mounted: mounted, nodeName: "n")
    machine.lendFiles(to: &second)
    #expect(second.volumes[PodSandbox.hostFiles]?.text("/srv/lab/log") == "one\n")
  }

  @Test(arguments: [
    (5, nil), (6, "Usage of EmptyDir volume \"scratch\" exceeds the limit \"5Mi\". "),
  ])
  func emptyFoldersHaveALimit(mebibytes: Int, excess: String?) {
    let pod = pod {
      var volume = Volume()
      volume.name = "scratch"
      var folder = EmptyDirectory()
      folder.sizeLimit = Quantity("5Mi")
      volume.emptyDir = folder
      $0.spec.volumes = [volume]
    }
    var tree = FileTree()
    tree.set("/big", FileTree.Node(content: .zeros(mebibytes << 20), mode: 0o644))
    let sandbox = PodSandbox(
      pod: pod, address: "10.244.1.2", mounted: ["scratch": .init(tree: tree)], nodeName: "n")
    #expect(StorageUsage(pod: pod, sandbox: sandbox).excess == excess)
  }

  @Test(arguments: [(nil, true), ("Memory", false)] as [(String?, Bool)])
  func foldersInMemoryTakeNoDisk(medium: String?, isExceeded: Bool) {
    let pod = pod {
      var volume = Volume()
      volume.name = "scratch"
      var folder = EmptyDirectory()
      folder.medium = medium
      volume.emptyDir = folder
      $0.spec.volumes = [volume]
      $0.spec.containers[0].resources.limits["ephemeral-storage"] = Quantity("5Mi")
    }
    var tree = FileTree()
    tree.set("/big", FileTree.Node(content: .zeros(6 << 20), mode: 0o644))
    let sandbox = PodSandbox(
      pod: pod, address: "10.244.1.2", mounted: ["scratch": .init(tree: tree)], nodeName: "n")
    #expect((StorageUsage(pod: pod, sandbox: sandbox).excess != nil) == isExceeded)
  }

  private func state(_ objects: any APIObject...) throws -> ClusterState {
    var state = ClusterState()
    var random = SeededRandom(seed: 1)
    var namespace = Namespace()
    namespace.metadata.name = "default"
    for object in [namespace] + objects {
      _ = try state.apply(.create(object), by: .user, at: Bench.begin, using: &random)
    }
    return state
  }

  @Test func filesOfASecretAreLinksIntoAFolder() throws {
    var secret = Secret()
    secret.metadata = ObjectMeta(name: "login", namespace: "default")
    secret.stringData = ["password": "s3cret", "user": "alice"]
    let pod = pod {
      var volume = Volume()
      volume.name = "login"
      volume.secret = [
        "secretName": "login", "defaultMode": 0o400,
        "items": [
          ["key": "password", "path": "pw/file"], ["key": "user", "path": "u", "mode": 0o644],
        ],
      ]
      $0.spec.volumes = [volume]
    }
    let (mounted, problems, _) = PodVolumes(pod: pod, state: try state(secret), now: Bench.begin)
      .mount()
    #expect(problems.isEmpty)
    let tree = try #require(mounted["login"]?.tree)
    #expect(mounted["login"]?.isFixed == true)
    let stamp = "..2026_01_01_12_00_"
    #expect(tree.names(in: "/").filter { !$0.hasPrefix(stamp) } == ["..data", "pw", "u"])
    #expect(tree["/pw"] == .link(to: "..data/pw"))
    #expect(tree["/pw/file"] == .file(text: "s3cret", isExecutable: false, zeroBytes: 0))
    #expect(tree.mode("/pw/file") == 0o400)
    #expect(tree.mode("/u") == 0o644)
  }

  @Test(
    arguments: [
      (
        ["secret": ["secretName": "none"]],
        "MountVolume.SetUp failed for volume \"v\" : "
          + "secret \"none\" not found"
      ),
      (["secret": ["secretName": "none", "optional": true]], nil),
      (
        [
          "projected": [
            "sources": [["secret": ["name": "a"]], ["configMap": ["name": "b"]]]
          ]
        ],
        "MountVolume.SetUp failed for volume \"v\" : [secret \"a\" not found, "
          + "configmap \"b\" not found]"
      ),
      (
        ["persistentVolumeClaim": ["claimName": "data"]],
        "Unable to attach or mount volumes: unmounted volumes=[v], unattached volumes=[], failed to "
          + "process volumes=[v]: error processing PVC default/data: failed to fetch PVC from API "
          + "server: persistentvolumeclaims \"data\" not found"
      ),
    ] as [(APIValue, String?)])
  func whatIsMissingIsTold(source: APIValue, message: String?) throws {
    var problems: [FieldProblem] = []
    var document = source
    document["name"] = "v"
    let volume = Volume(document, at: FieldPath(), problems: &problems)
    let pod = pod { $0.spec.volumes = [volume] }
    let found = PodVolumes(pod: pod, state: try state(), now: Bench.begin).mount().problems
    #expect(found.map(\.message) == [message].compactMap(\.self))
  }

  @Test func mountsAreTriedAgainEverMoreSlowly() {
    var tries = MountTries()
    var times: [Int64] = []
    var now = Bench.begin
    for _ in 0..<9 {
      tries.failed(at: now, isTriedAgain: true)
      let next = tries.nextAt ?? now
      times.append((next - now).milliseconds)
      now = next
    }
    #expect(times == [500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 122_000])
    let complaints = [tries.complains(at: now), tries.complains(at: now)]
    #expect(complaints == [true, false])
  }
}
