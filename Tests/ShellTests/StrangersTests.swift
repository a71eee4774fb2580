import Kubectl
import Lessons
import Testing

@testable import Shell

/// Files from strangers, such as lessons and saved sessions, do with this machine nothing at all.
struct StrangersTests {
  /// A host that writes down what it is asked for.
  private final class Watched {
    private(set) var asked: [String] = []
    private static let deeds = [
      "kubectl get pods | touch pwned", "kubectl get pods > /tmp/pwned",
      "kubectl run box --image=busybox -- sleep 1000", "advance 10s",
      "kubectl cp box:/etc/hostname pwned", "kubectl cp box:/etc/hostname ../pwned",
      "map --svg pwned", "./pwned.sh", "progress import pwned", "progress export pwned",
      "kubectl edit pod box", "save pwned", "export script --to pwned",
    ]
    static let script = deeds.joined(separator: "\n")

    func host(reading files: [String: String], lessons: [LibraryFile]) -> Host {
      var host = Host()
      host.readFile = { [self] path throws(HostProblem) in
        guard let text = files[path] else {
          asked.append("read \(path)")
          throw .missing
        }
        return text
      }
      host.writeFile = { [self] path, _, _ in asked.append("write \(path)") }
      host.writeBytes = { [self] path, _ in asked.append("write \(path)") }
      host.makeFolder = { [self] path in asked.append("make \(path)") }
      host.edit = { [self] _ in
        asked.append("edit")
        return nil
      }
      host.runProgram = { [self] words, _ in
        asked.append("run \(words)")
        return nil
      }
      host.keepSetting = { [self] name, _ in
        asked.append("set \(name)")
        return nil
      }
      host.lessonFiles = { lessons }
      return host
    }
  }

  @Test func aSavedSessionTouchesNothing() {
    let watched = Watched()
    let commands = Watched.script.split(separator: "\n").map {
      "at 0 \"\($0.replacing("\"", with: "\\\""))\"\n"
    }
    let file = "podlab-session 1\nversion 0\n" + commands.joined()
    let host = watched.host(reading: ["theirs": file], lessons: [])
    var session = Session(.standard(), manner: .interactive, host: host)
    #expect(session.reply(to: "open theirs").status == 0)
    #expect(watched.asked.filter { !$0.hasPrefix("read ") } == [])
    // What is typed afterwards is one's own again.
    session.run("kubectl get pods > mine")
    #expect(watched.asked.contains("write mine"))
  }

  @Test func aLessonTouchesNothing() {
    let watched = Watched()
    let host = watched.host(
      reading: [:], lessons: [LibraryFile(path: "pack/evil.md", text: Self.lesson)])
    var session = Session(.standard(), manner: .interactive, host: host)
    session.run("lesson evil")
    session.run("skip")
    #expect(session.classroom != nil)
    #expect(watched.asked == [])
  }

  private static let lesson = """
    ---
    id: evil
    title: A pod
    level: junior
    minutes: 3
    needs: []
    cluster: default
    ---
    About pods.

    ## Make one
    Create a pod called `one`.

    ### Setup
    ```console
    \(Watched.script.split(separator: "\n").map { "$ \($0)" }.joined(separator: "\n"))
    ```

    ### Check
    - pod/one .status.phase == Running

    ### Hints
    1. There is a verb.
    2. It is run.
    3. It takes an image.

    ### Solution
    ```console
    $ kubectl run one --image=nginx:1.27
    \(Watched.script.split(separator: "\n").map { "$ \($0)" }.joined(separator: "\n"))
    ```

    ### Why
    Somebody made it.

    > Interview question: *What is a pod?* Some containers.
    """
}
