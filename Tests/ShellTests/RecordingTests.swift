import Testing

@testable import Shell

@Suite struct RecordingTests {
  static let text = """
    # a comment
    $ kubectl apply -f - <<EOF
    > kind: Pod
    >
    > EOF
    pod/web created
    % advance 5s
    $ kubectl get x
    \\# not a comment
    error: no
    [exit 1]

    """

  @Test func readsAndWritesTheSame() {
    let recording = Recording(Self.text)
    #expect(recording.text == Self.text.replacing(">\n", with: "> \n"))
    #expect(recording.steps.map(\.sign) == ["$", "%", "$"])
    #expect(recording.steps[0].command == "kubectl apply -f - <<EOF\nkind: Pod\n\nEOF")
    #expect(recording.steps[2].output == ["# not a comment", "error: no", "[exit 1]"])
  }

  @Test(arguments: [
    (["web-7d876db474-bhbtl   1/1"], ["web-7d9f8b6c5d-x2x4z 1/1"], false),
    (["web-7d876db474-bhbtl   1/1"], ["web-7d9f8b6c5d-x2x4z   1/1"], true),
    (["NAME   AGE", "web    5s"], ["NAME   AGE", "web    2m11s"], true),
    (["NAME   AGE", "web    5s"], ["NAME   AGE", "db     5s"], false),
    (
      ["NAME   IP           NODE", "a      10.244.0.38  w"],
      ["NAME   IP           NODE", "a      10.244.1.2   w"], true
    ),
    (
      ["Pulled in 512ms (512ms including waiting). Image size: 12 bytes."],
      ["Pulled in 1.2s (1.2s including waiting). Image size: 99 bytes."], true
    ),
    (["resourceVersion: \"12\""], ["resourceVersion: \"9999\""], true),
    (["replicas: 3"], ["replicas: 4"], false),
  ])
  func comparesWhatMatters(_ recorded: [String], _ replayed: [String], _ agrees: Bool) {
    func step(_ output: [String]) -> Recording.Step {
      Recording.Step(sign: "$", command: "kubectl get pods", output: output)
    }
    #expect(Comparison.agree(step(recorded), step(replayed)) == agrees)
  }
}
