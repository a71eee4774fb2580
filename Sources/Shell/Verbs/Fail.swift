/// Breaks things.
enum Fail: Command {
  static let name = "fail"
  static let usage = Breakage.usage(of: name)
  static let summary = "break something: a node, a kubelet, a program of the control plane"
  static let details = """
    node: its power is gone; the containers on it end, and nobody tells the API server.
    zone: the same for all its nodes.
    kubelet: the agent falls silent, but the containers on the node run on.
    runtime: nothing can be started or looked at on the node; what runs runs on.
    kube-proxy: the node no longer hears of changes to Services.
    memory, disk: something outside of all pods takes nearly all of it; the kubelet evicts pods.
    component: kube-apiserver, kube-scheduler, kube-controller-manager or coredns.
    registry: images cannot be pulled.
    container: its process is killed; the kubelet sees it and applies the restart policy.
    """
  static let examples = [
    "fail node worker-1", "fail kubelet worker-2", "fail component kube-scheduler",
    "fail container web -c app",
  ]
  static let section = CommandSection.hardware

  static func takes(after words: [String]) -> CommandWords { Breakage.words(after: words) }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    try Breakage.apply(call, isRecovery: false, of: self, in: &session)
  }
}
