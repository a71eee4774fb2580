import Shell
import Simulation
import Soak

extension Fuzzer {
  private static let mostCommands = 24

  /// Lines of the prompt: each is completed, explained and run, and taken back again.
  func checkCommands(_ text: String) throws(BrokenPromise) {
    var session = furnished
    var pending = ""
    var count = 0
    for line in Self.modest(text).split(separator: "\n") {
      pending += line + "\n"
      if Session.isIncomplete(pending) { continue }
      try type(pending, into: &session)
      pending = ""
      count += 1
      if count == Self.mostCommands || session.exitStatus != nil { break }
    }
    if !pending.isEmpty, session.exitStatus == nil { try type(pending, into: &session) }
    try require(standIn.bytesShown < 100_000_000, "a few lines print no hundred megabytes")
  }

  private func type(_ line: String, into session: inout Session) throws(BrokenPromise) {
    let beginning = String(line.dropLast().suffix(200))
    let list = session.completions(of: beginning)
    try require(
      list.start >= 0 && list.start <= beginning.unicodeScalars.count,
      "a completion begins within the line")
    _ = session.usage(before: beginning)
    _ = session.possibilities(after: beginning)
    _ = session.prompt(usesColour: false)
    _ = try? HistoryExpansion.expanded(beginning, from: ["get pods -o wide", "logs box"])
    let before = session
    session.run(line)
    guard session.timeline.depth == before.timeline.depth + 1,
      session.timeline.future.isEmpty, session.exitStatus == nil
    else { return }
    try takeBack(line, session, before)
  }

  /// What a line did can be undone to the last byte. Of several commands in it those before the one
  /// that did something have looked only, for which kubectl takes a second.
  private func takeBack(
    _ line: String, _ after: Session, _ before: Session
  ) throws(BrokenPromise) {
    var session = after
    session.run("undo")
    guard session.timeline.depth == before.timeline.depth else { return }
    let left = session.wishes(after: before.world.history.revision)
    try require(left.isEmpty, "undo takes back all of: \(line)")
    if session.now == before.now {
      let isRestored = Fingerprint(of: session.world) == Fingerprint(of: before.world)
      try require(isRestored, "undo restores: \(line)")
    }
    session.run("redo")
    let isDoneAgain = Fingerprint(of: session.world) == Fingerprint(of: after.world)
    try require(isDoneAgain, "redo restores: \(line)")
  }

  /// The text, but without the numbers of objects that only measure patience: a million replicas
  /// are made, one by one, here as there.
  static func modest(_ text: String) -> String {
    var result = ""
    var digits = ""
    for character in text + "\n" {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      // Whole numbers that fit; years, ports and what no field holds stay as they are.
      result += (6...10).contains(digits.count) ? String(digits.suffix(2)) : digits
      digits = ""
      result.append(character)
    }
    return String(result.dropLast())
  }
}
