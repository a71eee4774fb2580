import Testing

@testable import Nodes

/// Shell scripts in a container of busybox against the busybox of this machine: standard output,
/// standard error and status. A script about the loopback interface or the mounts of a machine
/// says in a `needs` what must be so, and is skipped elsewhere. busybox has no `curl` and no
/// `stress`: what its shell says of them is compared everywhere (missing.sh), what they do
/// themselves where the machine has them.
@Suite struct BusyboxTests {
  @Test func thereAreEnoughScripts() {
    #expect(BusyboxScript.all.count >= 40)
    for script in BusyboxScript.all {
      #expect(script.text.split(separator: "\n").count >= 10, "\(script.name) is short")
    }
  }

  /// Programs of the containers' shell that at least one script runs.
  @Test(arguments: [
    "echo", "printf", "cat", "ls", "cp", "mv", "rm", "mkdir", "touch", "head", "tail", "grep",
    "sed", "awk", "wc", "sort", "date", "sleep", "env", "hostname", "id", "ps", "kill", "df",
    "mount", "ip", "ifconfig", "netstat", "ping", "nc", "wget", "curl", "nslookup", "test", "seq",
    "true", "false", "exit", "stress", "dd", "httpd", "trap", "if", "while", "until", "for", "case",
  ])
  func isRun(name: String) {
    #expect(BusyboxScript.all.contains { ScriptCommands($0.text).names.contains(name) })
  }

  /// What can be written in a shell besides programs, each in at least one script.
  @Test(arguments: [
    " | ", " && ", " || ", "tail -f ", "<<EOF", "<<-", "${", "$((", "$(", "$?", "$!", "$@", " > ",
    ">> ", "2>&1", "2>/dev/null", " < ", " & ", "wait",
  ])
  func isWritten(sign: String) {
    #expect(BusyboxScript.all.contains { $0.text.contains(sign) })
  }

  @Test(
    .enabled(if: BusyboxScript.busybox != nil, "needs busybox: apt-get install busybox"),
    arguments: BusyboxScript.all)
  func agree(script: BusyboxScript) throws {
    if let obstacle = try script.obstacle() { try Test.cancel("\(script.name) \(obstacle)") }
    let theirs = try script.reference()
    let ours = script.simulated()
    #expect(ours.output == theirs.output, "\(script.name): standard output")
    #expect(ours.errors == theirs.errors, "\(script.name): standard error")
    #expect(ours.status == theirs.status, "\(script.name): status")
  }
}
