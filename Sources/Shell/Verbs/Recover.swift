/// Mends what fail has broken.
enum Recover: Command {
  static let name = "recover"
  static let usage = Breakage.usage(of: name)
  static let summary = "mend what fail has broken"
  static let details = """
    A node that gets its power back boots: its containers start anew. A kubelet that comes back
    finds its containers as they are and reports them. A program of the control plane begins anew
    and reads the whole cluster.
    """
  static let examples = ["recover node worker-1", "recover component kube-scheduler"]
  static let section = CommandSection.hardware

  static func takes(after words: [String]) -> CommandWords { Breakage.words(after: words) }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    try Breakage.apply(call, isRecovery: true, of: self, in: &session)
  }
}
