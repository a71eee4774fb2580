import Lessons

/// Changes of how a program is run, each rolled out at once.
extension FaultKind {
  static let rollouts: [FaultKind] = [
    rollout("wrong-image-tag", .junior) { part, shop, _ in
      let name = shop.name(part)
      let set = "kubectl set image deployment/\(name) \(name)="
      return FaultStory(
        cause: "\(name) was given an image tag that does not exist",
        happened: "version \(shop.nextVersion)-rc of \(name) was rolled out",
        commands: [set + "\(shop.repository(part)):\(shop.nextVersion)-rc"],
        repair: [set + shop.image(part)],
        sooner: "the pods' status: ErrImagePull names the tag that nobody has",
        prevention: "let the pipeline look in the registry before it rolls out, and replace pods "
          + "one by one: RollingUpdate stops at the first that does not start")
    },
    rollout("wrong-command", .junior) { part, shop, _ in
      let name = shop.name(part)
      return FaultStory(
        cause: "\(name) is started with a program that its image does not have",
        happened: "the start command of \(name) was set to ./\(name)-server",
        commands: [
          patch("deployment", name, container: name, "\"command\":[\"./\(name)-server\"]")
        ],
        repair: [remove("deployment", name, "/spec/template/spec/containers/0/command")],
        sooner: "kubectl describe pod: the runtime says which file it did not find",
        prevention: "start the image once with the very manifest that goes out")
    },
    rollout("missing-environment", .junior) { part, shop, _ in
      let name = shop.name(part)
      let variable = part == .orders ? "STOCK_URL" : "REGION"
      let value = part == .orders ? shop.stockAddress : "north"
      return FaultStory(
        cause: "\(name) is not given the environment variable \(variable) any more",
        happened: "unused variables of \(name) were cleaned up, \(variable) among them",
        commands: ["kubectl set env deployment/\(name) \(variable)-"],
        repair: ["kubectl set env deployment/\(name) \(variable)=\(value)"],
        sooner: "kubectl logs --previous: the program says what it misses before it ends",
        prevention: "let a test start the program with the environment of the manifest")
    },
    rollout("wrong-readiness-path", .junior) { part, shop, _ in
      let name = shop.name(part)
      return FaultStory(
        cause: "the readiness probe of \(name) asks for a path that is not there",
        happened: "the probes of \(name) were moved to a new path",
        commands: [probe(name, "readinessProbe", "\"path\":\"/ready\",\"port\":\"http\"")],
        repair: [probe(name, "readinessProbe", "\"path\":\"/healthz\",\"port\":\"http\"")],
        sooner: "events of the pods: Unhealthy, with what the probe was told",
        prevention: "change probe and program in one commit; RollingUpdate keeps the old pods")
    },
    rollout("impatient-liveness", .mid) { part, shop, _ in
      let name = shop.name(part)
      let usual = shop.startSeconds + 10
      return FaultStory(
        cause: "the liveness probe of \(name) kills it before it has started",
        happened: "the liveness probe of \(name) was made to react within seconds",
        commands: [
          patch(
            "deployment", name, container: name,
            "\"livenessProbe\":{\"initialDelaySeconds\":1,\"periodSeconds\":1,"
              + "\"failureThreshold\":2}")
        ],
        repair: [
          patch(
            "deployment", name, container: name,
            "\"livenessProbe\":{\"initialDelaySeconds\":\(usual),\"periodSeconds\":10,"
              + "\"failureThreshold\":3}")
        ],
        sooner: "the restart counts, and events that say Killing after Unhealthy",
        prevention: "give a slow start a startupProbe; liveness is for programs that hang")
    },
    rollout("memory-limit-too-small", .junior) { part, shop, _ in
      let name = shop.name(part)
      return FaultStory(
        cause: "the memory limit of \(name) is below what it needs",
        happened: "the resources of \(name) were cut to save money",
        commands: [resources(name, requests: "memory=32Mi", limits: "memory=40Mi")],
        repair: [resources(name, requests: shop.requests, limits: shop.limits)],
        sooner: "the last state of the containers: OOMKilled, exit code 137",
        prevention: "take limits from measured use (kubectl top), with room above it")
    },
    rollout("cpu-limit-too-small", .senior) { part, shop, _ in
      let name = shop.name(part)
      return FaultStory(
        cause: "the CPU limit of \(name) is below what its requests need",
        happened: "the resources of \(name) were cut to save money",
        commands: [resources(name, requests: "cpu=2m", limits: "cpu=3m")],
        repair: [resources(name, requests: shop.requests, limits: shop.limits)],
        sooner: "probes and callers that time out, while the limit is next to nothing",
        prevention: "watch throttling, not only use; a CPU limit slows down, it never kills")
    },
    rollout("unknown-node-label", .junior) { part, shop, _ in
      let name = shop.name(part)
      return FaultStory(
        cause: "\(name) may run only on nodes with a label that no node has",
        happened: "\(name) was told to run on nodes with fast disks",
        commands: [patchPod("deployment", name, "\"nodeSelector\":{\"disk\":\"nvme\"}")],
        repair: [remove("deployment", name, "/spec/template/spec/nodeSelector")],
        sooner: "FailedScheduling: the scheduler says why each node was out of the question",
        prevention: "label the nodes first, and let a test render the manifest for the cluster")
    },
    rollout("requests-too-large", .junior) { part, shop, _ in
      let name = shop.name(part)
      return FaultStory(
        cause: "\(name) asks for more CPU than any node has",
        happened: "\(name) was given more CPU for a busy week",
        commands: [resources(name, requests: "cpu=20", limits: "cpu=20")],
        repair: [resources(name, requests: shop.requests, limits: shop.limits)],
        sooner: "FailedScheduling: Insufficient cpu on every node",
        prevention: "200m and 20 are two letters apart: let a policy refuse what fits no node")
    },
    rollout("impossible-anti-affinity", .mid) { part, shop, _ in
      let name = shop.name(part)
      return FaultStory(
        cause: "\(name) may not share a node with pods that are on every node",
        happened: "\(name) was told to keep away from the pods of \(shop.theme.front)",
        commands: [
          patchPod(
            "deployment", name,
            "\"affinity\":{\"podAntiAffinity\":{"
              + "\"requiredDuringSchedulingIgnoredDuringExecution\":[{"
              + "\"labelSelector\":{\"matchLabels\":{\"app\":\"\(shop.theme.front)\"}},"
              + "\"topologyKey\":\"kubernetes.io/hostname\"}]}}")
        ],
        repair: [remove("deployment", name, "/spec/template/spec/affinity")],
        sooner: "FailedScheduling: didn't match pod anti-affinity rules",
        prevention: "say preferred, not required, where a pod in the wrong place beats no pod")
    },
    rollout("missing-volume", .mid) { part, shop, _ in
      let name = shop.name(part)
      return FaultStory(
        cause: "\(name) mounts a Secret that nobody has created",
        happened: "\(name) was prepared for certificates",
        commands: [
          patchPod(
            "deployment", name,
            "\"volumes\":[{\"name\":\"tls\",\"secret\":{\"secretName\":\"\(name)-tls\"}}],"
              + "\"containers\":[{\"name\":\"\(name)\",\"volumeMounts\":[{\"name\":\"tls\","
              + "\"mountPath\":\"/tls\"}]}]")
        ],
        repair: ["kubectl create secret generic \(name)-tls --from-literal=tls.crt=made-anew"],
        sooner: "events of a pod that stays in ContainerCreating: FailedMount",
        prevention: "create what a pod mounts in the same change, before the pod")
    },
    rollout("missing-service-account", .senior) { part, shop, _ in
      let name = shop.name(part)
      return FaultStory(
        cause: "\(name) is to run under a ServiceAccount that does not exist",
        happened: "\(name) was given an account of its own",
        commands: [patchPod("deployment", name, "\"serviceAccountName\":\"\(name)-runner\"")],
        repair: ["kubectl create serviceaccount \(name)-runner"],
        sooner: "events of the ReplicaSet: FailedCreate; there is no pod to look at",
        prevention: "ship the account with the Deployment; watch for ReplicaSets without pods")
    },
    FaultKind(
      id: "scaled-to-zero", area: .rollout, level: .junior, parts: [.orders, .stock],
      grounds: { [.workload($0)] },
      story: { part, shop, _ in
        let scale = "kubectl scale deployment/\(shop.name(part)) --replicas="
        return FaultStory(
          cause: "\(shop.name(part)) was scaled to nothing",
          happened: "\(shop.name(part)) was scaled down after a test",
          commands: [scale + "0"],
          repair: [scale + "\(shop.wantedReplicas(part))"],
          sooner: "kubectl get deployments: 0/0 looks healthy to an alert on missing pods",
          prevention: "keep the count in the repository, and let an autoscaler's minimum guard it")
      }),
  ]

  /// A change of how one of the shop's own programs is run.
  private static func rollout(
    _ id: String, _ level: Level, story: @escaping Story
  ) -> FaultKind {
    FaultKind(
      id: id, area: .rollout, level: level, parts: [.orders, .stock],
      grounds: { [.workload($0)] }, story: story)
  }

  private static func resources(_ name: String, requests: String, limits: String) -> String {
    "kubectl set resources deployment/\(name) --requests=\(requests) --limits=\(limits)"
  }

  private static func probe(_ name: String, _ probe: String, _ target: String) -> String {
    patch("deployment", name, container: name, "\"\(probe)\":{\"httpGet\":{\(target)}}")
  }
}
