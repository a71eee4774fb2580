import Engine
import Kubectl
import Objects
import Simulation
import Store
import Testing

@testable import Shell

/// A session in which chance gives the commands: workloads come and go, machines break and are
/// mended, time passes. The same seed gives the same session.
struct ChanceSession {
  var session: Session
  private(set) var commands: [String] = []
  private var random: SeededRandom

  /// Building a world takes longer than most histories: all of them begin with copies of one.
  private static let start = ClusterStart.standard(seed: 7)
  private static let world = start.world()

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    var host = Host()
    host.readFile = { path throws(HostProblem) in
      guard let text = Self.files[path] else { throw .missing }
      return text
    }
    session = Session(Self.start, in: Self.world, manner: .script, host: host)
  }

  /// Gives one command; its text.
  @discardableResult
  mutating func step() -> String {
    let command = next()
    commands.append(command)
    _ = session.reply(to: command)
    return command
  }

  // MARK: - Commands

  private static let nodes = ["worker-1", "worker-2", "worker-3", "control-plane"]

  private mutating func next() -> String {
    let kinds: [(weight: Int, make: (inout ChanceSession) -> String)] = [
      (6, { $0.workload() }), (4, { $0.fault() }), (3, { $0.hardware() }), (5, { $0.time() }),
    ]
    var ticket = random.below(kinds.reduce(0) { $0 + $1.weight })
    for kind in kinds {
      if ticket < kind.weight { return kind.make(&self) }
      ticket -= kind.weight
    }
    return "advance 1s"
  }

  private mutating func pick(_ choices: [String]) -> String { choices[random.below(choices.count)] }

  private mutating func workload() -> String {
    let name = pick(["a", "b"])
    return pick([
      "create deployment \(name) --image=nginx:1.27 --replicas=\(random.below(9))",
      "scale deployment \(name) --replicas=\(random.below(30))",
      "set image deployment/\(name) nginx=nginx:\(pick(["1.26", "1.27", "1.28", "9.99"]))",
      "rollout undo deployment/\(name)", "rollout restart deployment/\(name)",
      "delete deployment \(name) --wait=false", "expose deployment \(name) --port=80",
      "patch deployment \(name) -p '{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":"
        + "\"nginx\",\"resources\":{\"requests\":{\"cpu\":\"\(100 + random.below(1500))m\"}}}]}}}}'",
      "apply -f daemonset.yaml", "apply -f statefulset.yaml", "delete statefulset s --wait=false",
      "apply -f job.yaml", "apply -f cronjob.yaml", "delete job j --wait=false",
      "apply -f pdb.yaml", "load svc/\(name) --rps 20", "load deployment/\(name) --rps 5",
      "load stop", "load svc/\(name) --rps 3 --for 20s",
      "autoscale deployment b --min=1 --max=5 --cpu=50%", "delete hpa b",
      "scale statefulset s --replicas=\(random.below(5))", "run solo --image=nginx:1.27",
      "delete pods --all --wait=false", "delete pods -l app=\(name) --force",
    ])
  }

  private mutating func fault() -> String {
    let node = pick(Self.nodes)
    let part = pick(["kube-scheduler", "kube-controller-manager", "kube-apiserver", "coredns"])
    let pods = session.world.state.keys(.pod, in: "default").map(\.name)
    return pick([
      "fail node \(node)", "fail kubelet \(node)", "fail runtime \(node)", "fail registry",
      "fail memory \(node)", "recover memory \(node)", "fail disk \(node)", "recover disk \(node)",
      "fail component \(part)", "recover component \(part)", "recover node \(node)",
      "recover kubelet \(node)", "recover runtime \(node)", "recover registry",
      "fail container \(pods.isEmpty ? "none" : pick(pods))",
    ])
  }

  private mutating func hardware() -> String {
    let node = pick(Self.nodes)
    return pick([
      "add node extra --cpu 2 --memory 4Gi", "remove node extra", "cordon \(node)",
      "uncordon \(node)", "taint node \(node) k=v:NoExecute", "taint node \(node) k-",
      "drain \(node) --ignore-daemonsets --force --delete-emptydir-data --timeout=20s",
      "delete node \(node)",
    ])
  }

  private mutating func time() -> String {
    pick(["advance 1s", "advance 7s", "advance 45s", "advance 2m", "advance 6m"])
  }

  // MARK: - Making everything well

  /// Mends whatever is broken, takes every obstacle away, and lets time pass.
  mutating func heal() {
    var lines = ["recover component kube-apiserver"]
    for node in Self.nodes {
      lines += ["node", "kubelet", "runtime", "memory", "disk"].map { "recover \($0) \(node)" }
    }
    lines += ["recover component kube-scheduler", "recover component kube-controller-manager"]
    lines += ["recover component coredns", "recover registry", "advance 10m"]
    lines += Self.nodes.flatMap { ["uncordon \($0)", "taint node \($0) k-"] }
    lines += ["add node spare --cpu 64 --memory 256Gi"]
    lines += ["set image deployment/a nginx=nginx:1.27", "set image deployment/b nginx=nginx:1.27"]
    lines += ["advance 20m"]
    for line in lines { _ = session.reply(to: line) }
  }

  private static let files = [
    "pdb.yaml": """
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: {name: p}
    spec: {minAvailable: 2, selector: {matchLabels: {app: a}}}
    """,
    "job.yaml": """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: j}
    spec:
      completions: 4
      parallelism: 2
      template:
        spec:
          restartPolicy: Never
          containers: [{name: c, image: "busybox:1.36", command: [sleep, "20"]}]
    """,
    "cronjob.yaml": """
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: c}
    spec:
      schedule: "*/5 * * * *"
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: OnFailure
              containers: [{name: c, image: "busybox:1.36", command: [sleep, "5"]}]
    """,
    "daemonset.yaml": """
    apiVersion: apps/v1
    kind: DaemonSet
    metadata: {name: d}
    spec:
      selector: {matchLabels: {app: d}}
      template:
        metadata: {labels: {app: d}}
        spec: {containers: [{name: c, image: "nginx:1.27", resources: {requests: {cpu: 50m}}}]}
    """,
    "statefulset.yaml": """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: s}
    spec:
      serviceName: s
      replicas: 3
      selector: {matchLabels: {app: s}}
      template:
        metadata: {labels: {app: s}}
        spec: {containers: [{name: c, image: "nginx:1.27", resources: {requests: {cpu: 200m}}}]}
    """,
  ]
}
