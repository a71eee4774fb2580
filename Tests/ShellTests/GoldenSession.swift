import Foundation
import Kubectl
import Testing

@testable import Shell

/// Sessions kept as files: `Sessions/NAME.session`, `Recordings/AREA/CASE/session.txt`.
enum GoldenSession {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  static var isUpdating: Bool { ProcessInfo.processInfo.environment["PODLAB_UPDATE"] == "1" }

  static func names(in name: String, ending: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.appending(path: name).path) ?? .init()
    return all.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// The lessons and questions of the package itself.
  static let lessonFiles = files(
    below: folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "lessons"))

  /// A few small lessons and questions, for the sessions about lessons and interviews.
  static let pack = files(below: folder.appending(path: "Sessions/pack"))

  private static func files(below lessons: URL) -> [LibraryFile] {
    let names = FileManager.default.subpaths(atPath: lessons.path) ?? []
    return names.sorted().compactMap { name in
      guard name.hasSuffix(".md") || name.hasSuffix(".yaml"),
        let text = try? String(contentsOf: lessons.appending(path: name), encoding: .utf8)
      else { return nil }
      return LibraryFile(path: name, text: text)
    }
  }

  /// A session whose files are those beside `path`.
  static func session(for path: URL, manner: Session.Manner = .script) throws -> Session {
    let base = path.deletingLastPathComponent()
    var host = Host()
    host.readFile = { name throws(HostProblem) in
      guard let text = try? String(contentsOf: base.appending(path: name), encoding: .utf8) else {
        throw .missing
      }
      return text
    }
    host.look = { name in
      var isFolder: ObjCBool = false
      let place = base.appending(path: name).path
      guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
        return .missing
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      let marked = names.sorted().map { name in
        FileManager.default.fileExists(atPath: place + "/" + name + "/.") ? name + "/" : name
      }
      return isFolder.boolValue ? .folder(marked) : .file
    }
    let isOwnPack = ["lesson", "interview"].contains { path.lastPathComponent.hasPrefix($0) }
    host.lessonFiles = { isOwnPack ? pack : lessonFiles }
    let journal = MemoryJournal()
    host.journal = { journal.lines }
    host.keepInJournal = { line in
      journal.lines.append(line)
      return nil
    }
    let nodes = base.appending(path: "nodes.yaml")
    guard let text = try? String(contentsOf: nodes, encoding: .utf8) else {
      return Session(.standard(), manner: manner, host: host)
    }
    return Session(
      ClusterStart(seed: 1, nodes: try NodeFile.nodes(in: text)), manner: manner, host: host)
  }
}

/// A journal that lasts as long as its test.
final class MemoryJournal {
  var lines: [String] = []
}

@Suite struct SessionFileTests {
  /// Every byte counts. PODLAB_UPDATE=1 writes what comes out; git shows the difference.
  @Test(arguments: GoldenSession.names(in: "Sessions", ending: ".session"))
  func goesAsWritten(_ name: String) throws {
    let path = GoldenSession.folder.appending(path: "Sessions").appending(path: name)
    let text = try String(contentsOf: path, encoding: .utf8)
    let isInteractive = text.hasPrefix("# interactive")
    var session = try GoldenSession.session(
      for: path, manner: isInteractive ? .interactive : .script)
    let replayed = Replay.run(Recording(text), in: &session).text
    if GoldenSession.isUpdating {
      try replayed.write(to: path, atomically: true, encoding: .utf8)
    } else {
      #expect(
        replayed == text,
        "\(LineDifference.lines(from: Lines(text).lines, to: Lines(replayed).lines))")
    }
  }

  /// The README shows what really happens; PODLAB_UPDATE=1 keeps it so.
  @Test func theReadmeShowsARealSession() throws {
    let path = GoldenSession.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "README.md")
    var lines = Lines(try String(contentsOf: path, encoding: .utf8)).lines
    let first = try #require(lines.firstIndex { $0.hasPrefix("    $ ") })
    let last = try #require(lines[first...].firstIndex { $0.hasPrefix("## ") }) - 1
    let shown = lines[first..<last].map { String($0.dropFirst(4)) }
    var session = try GoldenSession.session(for: path)
    let replayed = Replay.run(Recording(Lines.text(shown)), in: &session).text
    if GoldenSession.isUpdating {
      let indented = Lines(replayed).lines.map { $0.isEmpty ? "" : "    \($0)" }
      lines.replaceSubrange(first..<last, with: indented)
      try Lines.text(lines).write(to: path, atomically: true, encoding: .utf8)
    } else {
      #expect(replayed == Lines.text(shown))
    }
  }

  /// Recordings of a real cluster; what two runs may print differently does not count.
  @Test(arguments: GoldenSession.names(in: "Recordings", ending: "session.txt"))
  func goesAsRecorded(_ name: String) throws {
    let path = GoldenSession.folder.appending(path: "Recordings").appending(path: name)
    let recording = Recording(try String(contentsOf: path, encoding: .utf8))
    var session = try GoldenSession.session(for: path)
    let report = Comparison(
      recorded: recording, replayed: Replay.run(recording, in: &session)
    ).report
    #expect(report.isEmpty, "\(report)")
  }
}
