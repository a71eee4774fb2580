import Engine

/// What runs pods.
extension RandomLife {
  mutating func deployment() -> String {
    let app = app()
    let place = "-n \(team())"
    let name = "deployment/\(app) \(place)"
    let replicas = random.below(mostReplicas + 1)
    switch random.below(16) {
    case 0, 1, 2, 3:
      return "kubectl create deployment \(app) --image=nginx:1.27 --replicas=\(replicas) \(place)"
    case 4, 5: return "kubectl scale \(name) --replicas=\(replicas)"
    case 6, 7:
      let tag = pick(["1.26", "1.27", "1.28", "9.99"])
      return "kubectl set image \(name) '*=nginx:\(tag)'"
    case 8: return "kubectl rollout undo \(name)"
    case 9: return "kubectl rollout restart \(name)"
    case 10: return "kubectl rollout \(pick(["pause", "resume"])) \(name)"
    case 11:
      let cpu = pick(["10m", "100m", "250m", "700m"])
      return "kubectl set resources \(name) --requests=cpu=\(cpu),memory=64Mi"
    case 12: return "kubectl set env \(name) ROUND=\(random.below(5))"
    case 13: return "kubectl delete deployment \(app) \(place) --wait=false"
    case 14:
      return "kubectl patch \(name) -p '{\"spec\":{\"template\":{\"spec\":"
        + "{\"priorityClassName\":\"urgent\"}}}}'"
    default:
      return "kubectl create deployment big --image=nginx:1.27 --replicas=\(1 + replicas) \(place) "
        + "&& kubectl set resources deployment/big --requests=cpu=3 \(place)"
    }
  }

  mutating func otherWorkload() -> String {
    let team = team()
    let number = 1 + random.below(2)
    switch random.below(14) {
    case 0, 1: return apply(statefulSet(number), in: team)
    case 2: return "kubectl scale statefulset db-\(number) --replicas=\(random.below(5)) -n \(team)"
    case 3: return "kubectl rollout restart statefulset/db-\(number) -n \(team)"
    case 4: return "kubectl delete statefulset db-\(number) --wait=false -n \(team)"
    case 5: return "kubectl delete pvc --all --wait=false -n \(team)"
    case 6: return apply(daemonSet(), in: team)
    case 7: return "kubectl rollout restart daemonset/agent -n \(team)"
    case 8: return "kubectl delete daemonset agent --wait=false -n \(team)"
    case 9, 10: return apply(job(number), in: team)
    case 11: return "kubectl delete job job-\(number) --wait=false -n \(team)"
    case 12: return apply(cronJob(), in: team)
    default: return "kubectl delete cronjob tick --wait=false -n \(team)"
    }
  }

  private func statefulSet(_ number: Int) -> String {
    let name = "db-\(number)"
    return #"{"apiVersion":"apps/v1","kind":"StatefulSet","metadata":{"name":"\#(name)"},"#
      + #""spec":{"serviceName":"\#(name)","replicas":2,"#
      + #""selector":{"matchLabels":{"app":"\#(name)"}},"#
      + #""template":{"metadata":{"labels":{"app":"\#(name)"}},"spec":{"containers":[{"#
      + #""name":"c","image":"nginx:1.27","#
      + #""volumeMounts":[{"name":"data","mountPath":"/data"}]}]}},"#
      + #""volumeClaimTemplates":[{"metadata":{"name":"data"},"spec":{"#
      + #""accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}}}]}}"#
  }

  private mutating func daemonSet() -> String {
    let cpu = pick(["10m", "20m"])
    return #"{"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"name":"agent"},"#
      + #""spec":{"selector":{"matchLabels":{"app":"agent"}},"#
      + #""template":{"metadata":{"labels":{"app":"agent"}},"spec":{"containers":[{"#
      + #""name":"c","image":"nginx:1.27","resources":{"requests":{"cpu":"\#(cpu)"}}}]}}}}"#
  }

  private mutating func job(_ number: Int) -> String {
    let command = pick(["sleep 20", "sleep 300", "exit 1"])
    let lifetime = chance(1, of: 2) ? #""ttlSecondsAfterFinished":600,"# : ""
    return #"{"apiVersion":"batch/v1","kind":"Job","metadata":{"name":"job-\#(number)"},"#
      + #""spec":{"completions":4,"parallelism":2,"#
      + #""backoffLimit":3,\#(lifetime)"template":{"spec":{"#
      + #""restartPolicy":"Never","containers":[{"name":"c","image":"busybox:1.36","#
      + #""command":["sh","-c","\#(command)"]}]}}}}"#
  }

  private mutating func cronJob() -> String {
    let policy = pick(["Allow", "Forbid", "Replace"])
    return #"{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"tick"},"#
      + #""spec":{"schedule":"*/\#(5 + random.below(50)) * * * *","#
      + #""concurrencyPolicy":"\#(policy)","#
      + #""jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"OnFailure","containers":[{"#
      + #""name":"c","image":"busybox:1.36","command":["sleep","5"]}]}}}}}}"#
  }
}
