import Engine
import Manifests
import Objects
import Shell
import Simulation
import Store

extension Fuzzer {
  private static let file = "given.yaml"

  /// A manifest: read and written anew it says the same; applied it is taken or refused, and what
  /// is refused leaves nothing behind.
  func checkManifest(_ text: String) throws(BrokenPromise) {
    let text = Self.modest(text)
    let values = ((try? YAML.documents(in: text)) ?? []).map(\.value)
    // A thousand documents are no other than ten.
    for value in values.prefix(10) { try checkTexts(of: value) }
    if let value = try? JSON.decode(text) { try checkTexts(of: value) }
    standIn.files[Self.file] = text
    var session = furnished
    try checkRefusal("kubectl apply -f \(Self.file)", values, &session)
    let wasApplied = session.lastStatus == 0
    let revision = session.world.history.revision
    session.run("kubectl diff -f \(Self.file) > /dev/null")
    session.run("kubectl apply --dry-run=server -f \(Self.file) -o yaml > /dev/null")
    let tried = session.wishes(after: revision)
    try require(tried.isEmpty, "a dry run changes nothing: \(tried)")
    session.run("kubectl apply -f \(Self.file)")
    if wasApplied {
      try require(session.lastStatus == 0, "what was applied can be applied again")
    }
    session.run("advance 20s")
    session.run("kubectl get all -A -o wide; kubectl describe -f \(Self.file)")
    let shown = standIn.takeShown()
    try require(!shown.unicodeScalars.contains("\u{1B}"), "no escape sequence gets to the screen")
    session.run("kubectl delete --wait=false -f \(Self.file)")
  }

  /// What names nothing that was done has done nothing.
  private func checkRefusal(
    _ command: String, _ values: [APIValue], _ session: inout Session
  ) throws(BrokenPromise) {
    let revision = session.world.history.revision
    session.run(command)
    guard session.lastStatus != 0, values.count == 1, values[0]["items"] == nil else { return }
    let written = session.wishes(after: revision)
    try require(written.isEmpty, "a refused object leaves nothing: \(written)")
  }

  /// Written in any way and read again a value is the same.
  private func checkTexts(of value: APIValue) throws(BrokenPromise) {
    for (name, text) in [("YAML", YAML.encode(value)), ("KYAML", KYAML.encode(value))] {
      let again = try? YAML.documents(in: text).first?.value ?? .null
      try require(again == value, "\(name) says what it was made of: \(text.prefix(200))")
    }
    for isPretty in [false, true] {
      let again = try? JSON.decode(JSON.encode(value, pretty: isPretty))
      try require(again == value, "JSON says what it was made of")
    }
  }
}
