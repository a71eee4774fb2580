import Engine
import Kubectl
import Shell

/// A machine for sessions that touch none: it has the files it is given, keeps count of what is
/// shown, and presses Ctrl-C when something goes on for long.
final class StandInHost {
  /// How often a session may ask whether Ctrl-C was pressed before it was. A person has some
  /// patience; so has a fuzzer, counted in moments and not in seconds, so that it comes out alike.
  private static let patience = 600
  /// More than this is counted, but not kept.
  private static let longestText = 1_000_000

  var files: [String: String] = [:]
  var lessons: [LibraryFile] = []
  var journal: [String] = []
  private(set) var shown = ""
  private(set) var bytesShown = 0
  private var asked = 0

  /// Forgets the input before.
  func begin() {
    files = [:]
    shown = ""
    bytesShown = 0
    asked = 0
  }

  /// What has been shown since this was asked last.
  func takeShown() -> String {
    defer { shown = "" }
    return shown
  }

  private func show(_ chunk: Reply.Chunk) {
    bytesShown += chunk.text.utf8.count
    if shown.utf8.count < Self.longestText { shown += chunk.text }
  }

  /// As a session sees it.
  var host: Host {
    var host = Host()
    host.write = { [self] in show($0) }
    host.readFile = { [self] path throws(HostProblem) in
      guard let text = files[path] else { throw .missing }
      return text
    }
    host.writeFile = { [self] path, text, appending throws(HostProblem) in
      guard text.utf8.count <= Self.longestText else { throw .tooLarge }
      files[path] = String(((appending ? files[path] ?? "" : "") + text).suffix(Self.longestText))
    }
    host.makeFolder = { _ in }
    host.look = { [self] in files[$0] == nil ? .missing : .file }
    host.edit = { text throws(HostProblem) in text.replacing("nginx", with: "httpd") }
    host.isInterrupted = { [self] in
      asked += 1
      return asked > Self.patience
    }
    host.showProgress = { _ in }
    host.lessonFiles = { [self] in lessons }
    host.journal = { [self] in journal }
    host.keepInJournal = { [self] line in
      journal.append(line)
      return nil
    }
    // Which cannot be told from the real one, but stands still.
    host.timeOfDay = { SimTime.worldBegins }
    return host
  }
}
