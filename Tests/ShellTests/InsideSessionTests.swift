import Engine
import Kubectl
import Simulation
import Testing

@testable import Shell

/// Sessions in which somebody types to a program in a container.
@Suite struct InsideSessionTests {
  /// Gives out keys one after the other, and keeps what was asked.
  private final class Typist {
    var keys: [TypedKey.Kind]
    var prompts: [String] = []
    var completions: [[String]] = []

    init(_ keys: [TypedKey.Kind]) {
      self.keys = keys
    }

    func next(_ request: LineRequest) -> TypedKey.Kind {
      prompts.append(request.prompt)
      for text in ["gre", "cat /etc/hostn"] {
        completions.append(request.complete(text).candidates.map(\.text))
      }
      return keys.isEmpty ? .end : keys.removeFirst()
    }
  }

  private func session(
    _ manner: Session.Manner = .interactive, _ typist: Typist? = nil
  ) -> Session {
    var host = Host()
    if let typist {
      host.readLine = { typist.next($0) }
      host.isTerminal = true
    }
    var session = Session(.standard(), manner: manner, host: host)
    session.run("run box --image=busybox:1.36 -- sleep 9999\nadvance 10s")
    return session
  }

  private func lines(_ texts: String...) -> [TypedKey.Kind] { texts.map { .line($0) } }

  @Test func aShellTakesTheTerminalOver() {
    let typist = Typist(lines("echo one", "cd /tmp", "echo two > file; cat file", "exit 3"))
    var session = session(.interactive, typist)
    let began = session.now
    let reply = session.reply(to: "exec -it box -- sh")
    #expect(typist.prompts.isEmpty == false)
    #expect(
      reply.text(.out).replacing("/tmp # ", with: "").replacing("/ # ", with: "")
        == "one\ntwo\n")
    #expect(reply.text(.err) == "command terminated with exit code 3\n")
    #expect(reply.status == 3)
    #expect(session.now == began + .seconds(3), "a line takes a second")
    #expect(typist.completions.contains(["grep"]))
    #expect(typist.completions.contains(["/etc/hostname"]))
  }

  @Test func promptsStandBeforeTheLine() {
    let typist = Typist(lines("cd /etc", "exit"))
    var prompts: [String] = []
    var session = session(.interactive, typist)
    var shown = ""
    session.host.write = { shown += $0.text }
    session.run("exec -it box -- sh")
    prompts = typist.prompts
    #expect(prompts == ["/ # ", "/etc # "])
    #expect(shown.isEmpty)
  }

  @Test func timeGoesOnInside() {
    let typist = Typist(lines("sleep 90", "exit"))
    var session = session(.interactive, typist)
    let began = session.now
    session.run("exec -it box -- sh")
    #expect(session.now == began + .seconds(90))
  }

  @Test func controlDLeaves() {
    let typist = Typist([.line("false"), .end])
    var session = session(.interactive, typist)
    #expect(session.run("exec -it box -- sh") == 1)
    let second = Typist([.end])
    session.host.readLine = { second.next($0) }
    #expect(session.run("exec -it box -- sh") == 0)
  }

  @Test func controlCGivesUpALine() {
    let typist = Typist([.interrupt, .line("echo $?"), .line("exit")])
    var session = session(.interactive, typist)
    #expect(session.reply(to: "exec -it box -- sh").text(.out).contains("130\n"))
  }

  @Test func aStatusOf130IsNoInterruption() {
    var session = session()
    let reply = session.reply(to: "exec box -- sh -c 'exit 130'; echo $?")
    #expect(reply.text(.out) == "130\n")
  }

  @Test func oneStayIsOneStep() {
    let typist = Typist(lines("touch /tmp/a", "touch /tmp/b", "exit"))
    var session = session(.interactive, typist)
    session.run("exec -it box -- sh")
    #expect(session.reply(to: "exec box -- ls /tmp").text == "a\nb\n")
    session.run("undo")
    #expect(session.reply(to: "exec box -- ls /tmp").text == "")
  }

  @Test func savedSessionsTypeTheSame() throws {
    let typist = Typist([
      .line("i=0; while [ $i -lt 7 ]; do i=$((i+1)); date >> /tmp/log; sleep 2; done"),
      .interrupt, .line("echo \"tab\tand \\\"quote\\\"\" >> /tmp/log"), .end,
    ])
    var first = session(.interactive, typist)
    first.run("exec -it box -- sh")
    let saved = SavedSession(first)
    let text = saved.text
    #expect(try SavedSession(text) == saved)
    var second = Session(.standard(), manner: .interactive, host: Host())
    second.resume(try SavedSession(text))
    #expect(second.now == first.now)
    let look = "exec box -- cat /tmp/log; get pods -o yaml"
    #expect(second.reply(to: look) == first.reply(to: look))
  }

  @Test func aProbeKillsTheContainerUnderneath() {
    let typist = Typist(lines("rm /tmp/well", "sleep 60", "echo never"))
    var session = session(.interactive, typist)
    session.run(
      """
      apply -f - <<'EOF'
      apiVersion: v1
      kind: Pod
      metadata: {name: probed}
      spec:
        terminationGracePeriodSeconds: 1
        containers:
        - name: app
          image: busybox:1.36
          command: [sh, -c, "touch /tmp/well; sleep 9999"]
          livenessProbe:
            exec: {command: [cat, /tmp/well]}
            periodSeconds: 5
            failureThreshold: 1
      EOF
      advance 10s
      """)
    let reply = session.reply(to: "exec -it probed -- sh")
    #expect(reply.status == 137)
    #expect(reply.text(.err) == "command terminated with exit code 137\n")
    #expect(!reply.text.contains("never"))
  }

  @Test func withoutATerminalThereIsNone() {
    var session = session(.script)
    let reply = session.reply(to: "exec -it box -- sh <<EOF\necho inside\nexit 4\nEOF")
    #expect(
      reply.text
        == "Unable to use a TTY - input is not a terminal or the right kind of file\ninside\n"
        + "command terminated with exit code 4\n")
  }

  @Test func linesOfTheScriptAreTheProgramsUntilItEnds() {
    var script = [
      "run box --image=busybox:1.36 -- sleep 9999", "advance 10s", "exec -i box -- sh",
      "echo inside $HOSTNAME", "exit", "echo outside",
    ][...]
    var host = Host()
    var shown = ""
    host.write = { shown += $0.text }
    let lines = Lined { script.popFirst() }
    host.readLine = { _ in lines.next().map { .line($0) } ?? .end }
    var session = Session(.standard(), manner: .script, host: host)
    session.runScript { lines.next() }
    #expect(shown == "pod/box created\ninside box\noutside\n")
  }

  private final class Lined {
    private let take: () -> String?
    init(_ take: @escaping () -> String?) { self.take = take }
    func next() -> String? { take() }
  }

  @Test func runWithATerminalEndsAsItsContainerDid() {
    let typist = Typist(lines("hostname", "exit 5"))
    var session = session(.interactive, typist)
    let reply = session.reply(
      to: "run try -it --rm --restart=Never --image=busybox:1.36 -- sh")
    #expect(reply.text(.out).contains("try\n"))
    #expect(reply.text(.out).hasSuffix("pod \"try\" deleted from default namespace\n"))
    #expect(reply.text(.err).hasSuffix("pod default/try terminated (Error)\n"))
    #expect(reply.status == 5)
  }

  @Test func attachTypesToTheMainProcess() {
    let typist = Typist(lines("echo $((6*7)) > /tmp/answer", "cat /tmp/answer", "exit"))
    var session = session(.interactive, typist)
    session.run(
      """
      apply -f - <<'EOF'
      apiVersion: v1
      kind: Pod
      metadata: {name: shell}
      spec:
        containers:
        - {name: shell, image: "busybox:1.36", command: [sh], stdin: true, tty: true}
      EOF
      advance 10s
      """)
    let reply = session.reply(to: "attach -it shell")
    #expect(reply.text(.out).contains("42\n"))
    #expect(
      reply.text(.out).hasSuffix(
        "Session ended, resume using 'kubectl attach shell -c shell -n default -i -t' command\n"))
    #expect(reply.status == 0)
  }
}
