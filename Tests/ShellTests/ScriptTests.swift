import Foundation
import Kubectl
import Simulation
import Testing

@testable import Shell

/// Scripts do here what they do in /bin/sh.
@Suite struct ScriptTests {
  private static let words = ["nm", "one", "two three"]

  @Test(arguments: [
    // set -e
    "set -e; false; echo no", "set -e; false || true; echo yes", "set -e; ! true; echo yes",
    "set -e; if false; then echo a; fi; echo yes", "set -e; false && true; echo yes",
    "set -e; true && false; echo no", "set -e; x=$(false); echo no",
    "set -e; echo $(false) yes", "set -e; x=$(false; echo a); echo $x",
    "set -e; for i in 1 2; do false; done; echo no",
    "set -e; for i in 1 2; do false && true; done; echo yes",
    "set -e; while false; do echo a; done; echo yes", "set -e; false | true; echo yes",
    "set -e; true | false; echo no", "set -e; set +e; false; echo yes",
    "set -e; echo a; [ 1 = 2 ]; echo no", "set -e; [ 1 = 2 ] || echo or; echo yes",
    "set -e; if ! false; then echo yes; fi", "set -e; until true; do :; done; echo y",
    "set -e; x=1; [ $x = 1 ] && echo one; [ $x = 2 ] && echo two; echo end",
    "set -e; echo $(echo a; false; echo b)",
    // set -u, and what is in braces
    "set -u; echo $x; echo no", "set -u; echo ${x:-y}; echo \"${x-}\" yes",
    "set -u; for i in $x; do echo no; done; echo no", "set -u; echo \"$@\" $#",
    "x=; echo ${x:-a} ${x-b} ${x:+c} ${x+d} ${#x}",
    "echo ${y:=v} $y; echo ${y:+\"a  b\"} \"${y:-q}\"",
    "echo ${x:-a b} | wc -w | tr -d ' '", "echo \"${x:-\"q  r\"}\"", "echo ${x:?gone}; echo no",
    "echo ${1:-none} ${3:-none} ${#1}", "echo \"${x:-$1 $(echo in)}\"",
    // arguments
    "echo $0 $1 \"$2\" $#",
    "set -- a 'b c' d; for i in \"$@\"; do echo \"<$i>\"; done; echo \"$*\"",
    "for i in $@; do echo $i; done", "set -- a b c; shift; echo $1 $#; shift 2; echo $#",
    "set --; for i in \"$@\"; do echo no; done; echo $#", "for i in x\"$@\"y; do echo $i; done",
    "x='a b'; set -- $x; echo $#", "x='a b'; set -- \"$x\"; echo $#",
    // the end
    "trap 'echo bye' EXIT; echo hi; exit 3", "trap 'echo bye' EXIT; set -e; false; echo no",
    "trap 'exit 5' EXIT; true", "trap 'echo $?' EXIT; exit 4", "trap 'echo no' EXIT; trap - EXIT",
    "exit 3 | cat; echo $?", "x=$(exit 3); echo $?", "echo $(exit 3) yes; true | exit 4; echo $?",
    "! exit 3", "nosuch; echo $?", "/nosuch/x; echo $?", "false; echo $?; true; echo $?",
    "if true; then false; fi; echo $?", "while true; do break; done; echo $?", ": ${x:=5}; echo $x",
  ])
  func doesAsTheShellDoes(_ text: String) throws {
    var session = Session(.standard(), manner: .script, host: Host())
    session.setArguments(Array(Self.words.dropFirst()), ofScript: Self.words[0])
    let (chunks, status) = session.capturing { session in
      session.run(text)
      return session.finish()
    }
    let expected = try shell(text)
    #expect(Reply(chunks, status: status).text(.out) == expected.output)
    #expect(status == expected.status)
  }

  private func shell(_ text: String) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", text] + Self.words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  @Test func pipesCanFailEarly() {
    var session = Session(.standard(), manner: .script, host: Host())
    #expect(session.reply(to: "false | true").status == 0)
    #expect(session.reply(to: "set -o pipefail; exit 3 | false | true").status == 1)
    #expect(session.reply(to: "set -e; exit 3 | cat; echo no").text(.out).isEmpty)
    #expect(session.finish() == 3)
  }

  @Test func commandsAreShown() {
    var session = Session(.standard(), manner: .script, host: Host())
    let reply = session.reply(to: "set -x; x=5; echo \"a b\" $x | cat; set +x; echo end")
    #expect(reply.text(.err) == "+ x=5\n+ echo 'a b' 5\n+ cat\n+ set +x\n")
    #expect(reply.text(.out) == "a b 5\nend\n")
  }

  // MARK: - Files

  private func session(_ files: [String: HostFile]) -> Session {
    var host = Host()
    host.readBytes = { path throws(HostProblem) in
      guard let file = files[path] else { throw .missing }
      return file
    }
    return Session(.standard(), manner: .script, host: host)
  }

  @Test(arguments: [
    ("./hello a b", "./hello: a b 2\n", 4), ("x=1; ./hello; echo $x $1", "./hello: 0\n1\n", 0),
    ("./text", "", 126), ("./other", "", 126), ("./nosuch", "", 127), ("./broken", "", 2),
  ])
  func filesAreCommands(_ line: String, _ output: String, _ status: Int32) {
    func file(_ text: String, isExecutable: Bool = true) -> HostFile {
      HostFile(bytes: Array(text.utf8), isExecutable: isExecutable)
    }
    var session = session([
      "./hello": file(
        "#!/usr/bin/env podlab\nx=2\necho $0: $@ $#\nset -e\n[ -z \"$1\" ] || exit 4\n"),
      "./text": file("echo no", isExecutable: false),
      "./other": file("#!/usr/bin/python3\nprint()"), "./broken": file("if"),
    ])
    let reply = session.reply(to: line)
    #expect(reply.text(.out) == output)
    #expect(reply.status == status)
  }
}
