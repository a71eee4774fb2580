import Manifests
import Objects
import Shell
import Simulation
import Store

extension Fuzzer {
  /// What `-o` takes, filled in with what the API says of some pods.
  func checkPath(_ text: String) throws(BrokenPromise) {
    let pods = furnished.world.state.all(Pod.self).prefix(6).map(\.document)
    let list: APIValue = ["kind": "List", "items": .array(Array(pods))]
    for path in [try? JSONPath(text), try? JSONPath(relaxed: text)].compactMap(\.self) {
      _ = try? path.text(of: list, allowMissing: false)
      try require(
        path.values(in: list).count < 10_000_000, "a path finds no more than there can be")
      guard let said = try? path.text(of: list) else { continue }
      try require(
        said == (try? path.text(of: list)), "a path says the same of the same document")
    }
    if let template = try? GoTemplate(text) { _ = template.run(over: list) }
    var session = furnished
    let word = Self.quoted(text)
    session.run("kubectl get pods,nodes -o custom-columns=\(word)")
    session.run("kubectl get nodes -o jsonpath=\(word); kubectl get nodes --sort-by=\(word)")
    session.run("kubectl get pod box -o go-template=\(word)")
    session.run("kubectl wait --timeout=1s --for=jsonpath=\(word) pod/box")
  }
}
