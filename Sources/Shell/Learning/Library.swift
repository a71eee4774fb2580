import Engine
import Lessons

/// A lesson's or question's file, or one that belongs to it.
public struct LibraryFile: Hashable, Sendable {
  /// `part-1/localhost.md`, `interview/pod-vs-node.md`
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }
  var isQuestion: Bool { folder.contains("interview") }
}

/// All lessons and questions there are.
public struct Library: Sendable {
  /// In the order of their paths.
  public private(set) var lessons: [(lesson: Lesson, file: LibraryFile)] = []
  public private(set) var questions: [(question: Question, file: LibraryFile)] = []
  /// Files with mistakes.
  public private(set) var problems: [LessonError] = []
  private var others: [String: String] = [:]

  public init(_ files: [LibraryFile]) {
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard file.path.hasSuffix(".md") else {
        others[file.path] = file.text
        continue
      }
      do throws(LessonError) {
        if file.isQuestion {
          questions.append((try LessonReader.question(file.text, file: file.path), file))
        } else {
          lessons.append((try LessonReader.lesson(file.text, file: file.path), file))
        }
      } catch {
        problems.append(error)
      }
    }
  }

  func lesson(_ id: String) -> Lesson? { lessons.first { $0.lesson.id == id }?.lesson }
  func question(_ id: String) -> Question? { questions.first { $0.question.id == id }?.question }

  /// The cluster a lesson or question asks for; nil when its file is missing or no hardware.
  func start(cluster: String, beside file: LibraryFile, seed: UInt64) -> ClusterStart? {
    if cluster == "default" { return .standard(seed: seed) }
    guard let text = others[file.folder + cluster], let nodes = try? NodeFile.nodes(in: text) else {
      return nil
    }
    return ClusterStart(seed: seed, nodes: nodes)
  }
}

extension Session {
  /// The lessons, read when first asked for.
  mutating func openLibrary() -> Library {
    if let library { return library }
    let opened = Library(host.lessonFiles())
    library = opened
    for problem in opened.problems { complain(problem.message) }
    return opened
  }

  mutating func learnt() -> Lessons.Progress { Lessons.Progress(journal: host.journal()) }

  /// Adds a line to the journal; learning goes on when that fails.
  mutating func note(_ event: JournalEntry.Event) {
    let time = host.timeOfDay() ?? now
    if let why = host.keepInJournal(JournalEntry(at: time, event).line) {
      complain("note: progress is not kept: \(why)")
    }
  }
}
