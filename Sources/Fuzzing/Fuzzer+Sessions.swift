import Shell

extension Fuzzer {
  private static let mostSteps = 16

  /// A text as a saved session, and as a recorded one.
  func checkSession(_ text: String) throws(BrokenPromise) {
    let text = Self.modest(text)
    if let saved = try? SavedSession(text) {
      let again = try? SavedSession(saved.text)
      try require(again == saved, "a saved session is what it is saved as")
    }
    standIn.files["given"] = text
    var session = furnished
    session.run("open given")
    session.run("save again")
    session.run("undo; get pods")
    try checkRecording(text)
  }

  private func checkRecording(_ text: String) throws(BrokenPromise) {
    let recording = Recording(text)
    try require(Recording(recording.text) == recording, "a recording is what it is written as")
    var session = furnished
    let short = Recording(Array(recording.items.prefix(Self.mostSteps)))
    let replayed = Replay.run(short, in: &session)
    _ = Comparison(recorded: short, replayed: replayed).report
    let same = Comparison(recorded: replayed, replayed: replayed)
    try require(same.report.isEmpty, "a recording is like itself")
  }
}
