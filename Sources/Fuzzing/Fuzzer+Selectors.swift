import Objects
import Shell
import Simulation
import Store

extension Fuzzer {
  /// A text as a label selector, a field selector and labels to set.
  func checkSelector(_ text: String) throws(BrokenPromise) {
    if let selector = try? LabelSelector(text: text) {
      // Said as manifests say it, it is the same selector.
      var problems: [FieldProblem] = []
      let again = LabelSelector(
        selector.shortened.value, at: FieldPath(), problems: &problems)
      try require(problems.isEmpty, "a selector can be written down: \(problems)")
      for pod in furnished.world.state.all(Pod.self) {
        let labels = pod.metadata.labels
        let (first, second) = (selector.matches(labels), again.matches(labels))
        try require(first == second, "a selector means what it is written as")
      }
    }
    let word = Self.quoted(text)
    var session = furnished
    let revision = session.world.history.revision
    for command in [
      "get pods -A -l \(word)", "get pods,nodes --field-selector=\(word)",
      "get events --field-selector=\(word)", "expect pods -l \(word)", "top pods -l \(word)",
      "logs -l \(word) --tail=1", "map -l \(word)", "set selector service web \(word) --local",
    ] {
      session.run(command)
    }
    let written = session.wishes(after: revision)
    try require(written.isEmpty, "looking changes nothing: \(written)")
    session.run("label pod box \(word); annotate pod box \(word); delete pods -l \(word)")
  }
}
