import Engine
import Kubectl

/// What a lab verb is on a real cluster, where there is no such verb.
struct Translation {
  /// A command to run in its place; nil when there is nothing but something to do by hand.
  var command: String?
  /// What to do by hand.
  var advice: String?

  private init(command: String? = nil, advice: String? = nil) {
    self.command = command
    self.advice = advice
  }

  /// Of the words of a lab verb; `elapsed` is how long it took.
  init(of words: [String], elapsed: SimSpan) {
    let subject = words.dropFirst().first ?? ""
    let name = words.dropFirst(2).first ?? ""
    switch words.first {
    case Advance.name:
      let span = Sleep.span(subject) ?? elapsed
      self.init(command: "sleep \((span.milliseconds + 999) / 1000)")
    case Watch.name: self.init(command: "sleep \((elapsed.milliseconds + 999) / 1000)")
    case Fail.name: self.init(advice: Self.failure(subject, name))
    case Recover.name: self.init(advice: Self.recovery(subject, name))
    case Add.name: self.init(advice: Self.addition(subject, words))
    case Remove.name: self.init(advice: Self.removal(subject, name))
    case Resize.name: self.init(advice: "give the machine \(name) other hardware")
    case Load.name:
      let isEnd = subject == "stop"
      self.init(
        advice: isEnd
          ? "end the load generator"
          : "send such traffic with a load generator such as hey or k6")
    default: self.init(advice: "only podlab has this")
    }
  }

  // MARK: - Machines

  private static func failure(_ subject: String, _ name: String) -> String {
    switch Breakage(rawValue: subject) {
    case .node: "switch the machine off: ssh \(name) sudo poweroff -f"
    case .zone: "switch off every machine of the zone \(name)"
    case .kubelet: "ssh \(name) sudo systemctl stop kubelet"
    case .runtime: "ssh \(name) sudo systemctl stop containerd"
    case .proxy: "keep kube-proxy from running on \(name)"
    case .memory: "fill the memory of \(name): ssh \(name) stress-ng --vm 1 --vm-bytes 95%"
    case .disk: "fill the disk of \(name): ssh \(name) sudo fallocate -l 90G /var/lib/filler"
    case .component: "stop \(name): move its manifest out of /etc/kubernetes/manifests"
    case .registry: "cut the machines off from the registry"
    case .container: "ssh to the pod's machine; crictl ps --name finds it, crictl stop -t 0 ends it"
    case nil: "only podlab has this"
    }
  }

  private static func recovery(_ subject: String, _ name: String) -> String {
    switch Breakage(rawValue: subject) {
    case .node: "switch the machine \(name) on again"
    case .zone: "switch on every machine of the zone \(name)"
    case .kubelet: "ssh \(name) sudo systemctl start kubelet"
    case .runtime: "ssh \(name) sudo systemctl start containerd"
    case .proxy: "let kube-proxy run on \(name) again"
    case .memory: "end what fills the memory of \(name)"
    case .disk: "ssh \(name) sudo rm /var/lib/filler"
    case .component: "start \(name): move its manifest back to /etc/kubernetes/manifests"
    case .registry: "let the machines reach the registry again"
    case .container, nil: "only podlab has this"
    }
  }

  private static func addition(_ subject: String, _ words: [String]) -> String {
    switch subject {
    case "node": "start another machine and let it join: kubeadm join"
    case "autoscaler": "install cluster-autoscaler for your cloud"
    case "static-pod": "copy the file to /etc/kubernetes/manifests of the machine"
    case "image": "build the image and push it to your registry"
    default: "only podlab has this"
    }
  }

  private static func removal(_ subject: String, _ name: String) -> String {
    switch subject {
    case "node": "switch the machine off, then: kubectl delete node \(name)"
    case "static-pod": "remove the file from /etc/kubernetes/manifests of the machine"
    default: "only podlab has this"
    }
  }
}
