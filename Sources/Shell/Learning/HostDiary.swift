import Lessons

/// Writes down what the machine answered while a line ran: a file may read differently when the
/// line is done again, and nobody wants to edit the same text twice. A class because the host's
/// functions share it.
final class HostDiary {
  private(set) var answers: [DoneLine.HostAnswer] = []
  /// Answers of old that have not been given again yet.
  private var old: [DoneLine.HostAnswer] = []
  /// Files larger than this are read again instead.
  private static let longestText = 65_536

  func begin() { answers = [] }

  /// Gives these answers again, in their order.
  func remember(_ answers: [DoneLine.HostAnswer]) { old = answers }

  private func write(_ kind: DoneLine.HostAnswer.Kind, _ name: String, _ text: String?) {
    guard (text?.utf8.count ?? 0) <= Self.longestText else { return }
    answers.append(DoneLine.HostAnswer(kind: kind, name: name, text: text))
  }

  private func remembered(
    _ kind: DoneLine.HostAnswer.Kind, _ name: String
  ) -> DoneLine.HostAnswer? {
    guard let place = old.firstIndex(where: { $0.kind == kind && $0.name == name }) else {
      return nil
    }
    return old.remove(at: place)
  }

  // MARK: - Hosts

  /// `host`, with everything it says written down.
  func listening(to host: Host) -> Host {
    var heard = host
    heard.readFile = { [self] path throws(HostProblem) in
      do throws(HostProblem) {
        let text = try host.readFile(path)
        write(.file, path, text)
        return text
      } catch {
        write(.file, path, nil)
        throw error
      }
    }
    if let readBytes = host.readBytes {
      heard.readBytes = { [self] path throws(HostProblem) in
        let file = try readBytes(path)
        if !file.isExecutable, let text = String(validating: file.bytes, as: UTF8.self) {
          write(.file, path, text)
        }
        return file
      }
    }
    heard.edit = { [self] text throws(HostProblem) in
      let edited = try host.edit(text)
      write(.edited, "", edited)
      return edited
    }
    if let runProgram = host.runProgram {
      heard.runProgram = { [self] words, input in
        let run = runProgram(words, input)
        write(.program, words.joined(separator: " "), run?.output)
        return run
      }
    }
    return heard
  }

  /// A host that shows nothing, writes nothing and asks nobody, and answers as it once did.
  func repeating(_ host: Host) -> Host {
    var silent = Host()
    silent.look = host.look
    silent.lessonFiles = host.lessonFiles
    silent.journal = host.journal
    silent.isOwnPlace = host.isOwnPlace
    silent.isInterrupted = host.isInterrupted
    silent.readFile = { [self] path throws(HostProblem) in
      guard let known = remembered(.file, path) else { return try host.readFile(path) }
      guard let text = known.text else { throw .missing }
      return text
    }
    silent.readBytes = { [self] path throws(HostProblem) in
      guard let known = remembered(.file, path) else { return try host.wholeFile(path) }
      guard let text = known.text else { throw .missing }
      return HostFile(bytes: Array(text.utf8))
    }
    silent.writeFile = { _, _, _ in }
    silent.writeBytes = { _, _ in }
    silent.makeFolder = { _ in }
    silent.edit = { [self] _ in remembered(.edited, "")?.text }
    silent.runProgram = { [self] words, _ in
      remembered(.program, words.joined(separator: " "))?.text.map {
        HostRun(output: $0, errors: "", status: 0)
      }
    }
    return silent
  }
}
