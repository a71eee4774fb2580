import Engine
import Objects
import Store
import Testing

@testable import Controllers

extension Harness {
  static func job(_ edit: (inout Job) -> Void = { _ in }) -> Job {
    var job = Job()
    job.metadata = ObjectMeta(name: "work", namespace: "default")
    job.spec.template = template(image: "busybox:1.36")
    job.spec.template.spec.restartPolicy = .never
    edit(&job)
    return job
  }

  var work: Job { state.get(Job.self, "work", in: "default") ?? Job() }
  var jobs: [Job] { state.all(Job.self, in: "default") }

  /// Ends a pod: with 0 it has succeeded.
  mutating func end(_ pod: Pod, exitCode: Int) {
    if pod.spec.nodeName.isEmpty { attempt(.bind(pod: pod.key, node: "worker-1"), by: .scheduler) }
    guard var pod = state.pod(pod.key) else { return }
    pod.status.phase = exitCode == 0 ? .succeeded : .failed
    var status = ContainerStatus()
    status.name = "web"
    var ended = ContainerState.Terminated()
    ended.exitCode = exitCode
    ended.finishedAt = now.wholeSecond
    status.state.terminated = ended
    pod.status.containerStatuses = [status]
    attempt(.updateStatus(pod), by: .kubelet(node: "worker-1"))
  }

  /// Ends every active pod whose index is among these, or every one.
  mutating func endAll(exitCode: Int, indexes: [Int]? = nil) {
    for pod in activePods {
      let index = pod.metadata.annotations[Job.indexLabel].flatMap { Int($0) }
      if let indexes, !indexes.contains(index ?? -1) { continue }
      end(pod, exitCode: exitCode)
    }
    run(until: now + .seconds(2))
  }

  /// Removes the pods that were told to end, as kubelets do.
  mutating func bury() {
    for pod in pods where pod.metadata.isDeleting {
      attempt(.delete(pod.key, .now), by: .kubelet(node: pod.spec.nodeName))
    }
    run(until: now + .seconds(2))
  }

  /// The types of the Job's true conditions, each with its reason.
  var outcomes: [String] {
    work.status.conditions.filter { $0.status == .isTrue }.map {
      "\($0.type) \($0.reason ?? "")"
    }
  }
}
