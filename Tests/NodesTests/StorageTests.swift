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
    let problems = PodVolumes(pod: pod, state: ClusterState()).mount().problems
    #expect(problems.first?.message == problem)
  }

  @Test func foldersOfTheMachineOutliveThePod() {
    var random = SeededRandom(seed: 1)
    var machine = Machine(Node(), staticPods: [], number: 0, at: Bench.begin, using: &random)
    let pod = pod { $0.spec.volumes = [hostPath("/srv/lab/", type: nil)] }
    let mounted = PodVolumes(pod: pod, state: ClusterState()).mount().mounted
    var first = PodSandbox(pod: pod, address: "10.244.1.2", mounted: mounted, nodeName: "n")
    first.volumes["host"] = FileTree(files: [("/log", "one\n")])
    machine.takeFolders(from: first)
    var second = PodSandbox(pod: pod, address: "10.244.1.3", mounted: mounted, nodeName: "n")
    machine.lendFolders(to: &second)
    #expect(second.volumes["host"]?.text("/log") == "one\n")
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
    tree.writeZeros(mebibytes << 20, to: "/big")
    let sandbox = PodSandbox(
      pod: pod, address: "10.244.1.2", mounted: ["scratch": .init(tree: tree)], nodeName: "n")
    #expect(StorageUsage(pod: pod, sandbox: sandbox).excess == excess)
  }
}
