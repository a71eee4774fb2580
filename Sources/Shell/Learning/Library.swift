import Engine
import Lessons

/// All lessons, questions and scenarios there are.
public struct Library: Sendable {
  public typealias Entry = (lesson: Lesson, file: LibraryFile)

  /// A part of a pack, with its lessons in the order to be taught.
  public struct Part: Sendable {
    public var title: String
    public var lessons: [Entry]
  }

  /// The parts of every pack in turn; what no index names comes last.
  public private(set) var parts: [Part] = []
  public private(set) var questions: [(question: Question, file: LibraryFile)] = []
  public private(set) var scenarios: [(scenario: Scenario, file: LibraryFile)] = []
  /// Files with mistakes.
  public private(set) var problems: [LessonError] = []
  /// Lessons that an index names and no file holds.
  private(set) var missing: [LessonError] = []
  private var others: [String: String] = [:]

  /// In the order to be taught.
  public var lessons: [Entry] { parts.flatMap(\.lessons) }

  /// Each index governs the files below its folder; packs come in the order of their indexes.
  public init(_ files: [LibraryFile]) {
    var found: [Entry] = []
    for file in files.sorted(by: { $0.path < $1.path }) where file.path.hasSuffix(".md") {
      if file.problem != nil || file.isReadMe { continue }
      do throws(LessonError) {
        if file.isQuestion {
          questions.append((try LessonReader.question(file.text, file: file.path), file))
        } else if file.isScenario {
          scenarios.append((try LessonReader.scenario(file.text, file: file.path), file))
        } else {
          found.append((try lesson(in: file), file))
        }
      } catch {
        problems.append(error)
      }
    }
    for file in files {
      if let problem = file.problem {
        problems.append(LessonError(file: file.path, line: 1, problem: problem))
      } else if !file.path.hasSuffix(".md") {
        others[file.path] = file.text
      }
    }
    refuseClashes(&found)
    for file in files where file.isIndex && file.problem == nil {
      do throws(LessonError) {
        arrange(&found, by: try LessonIndex(file.text, file: file.path), in: file)
      } catch {
        problems.append(error)
      }
    }
    if !found.isEmpty {
      parts.append(Part(title: parts.isEmpty ? "Lessons" : "More lessons", lessons: found))
    }
  }

  /// A draft is taken as far as it has come.
  private mutating func lesson(in file: LibraryFile) throws(LessonError) -> Lesson {
    guard file.isDraft else { return try LessonReader.lesson(file.text, file: file.path) }
    let (lesson, gaps) = try LessonReader.draft(file.text, file: file.path)
    problems += gaps
    return lesson
  }

  /// Of two lessons with one id the first stays: the journal could not tell them apart.
  private mutating func refuseClashes(_ found: inout [Entry]) {
    var holders: [String: String] = [:]
    found = found.filter { entry in
      guard let holder = holders[entry.lesson.id] else {
        holders[entry.lesson.id] = entry.file.path
        return true
      }
      problems.append(
        LessonError(
          file: entry.file.path, line: 1,
          problem: "the id \(entry.lesson.id) is taken by \(holder)"))
      return false
    }
  }

  /// Takes the lessons of one index out of those found.
  private mutating func arrange(
    _ found: inout [Entry], by index: LessonIndex, in file: LibraryFile
  ) {
    for part in index.parts {
      var lessons: [Entry] = []
      for entry in part.lessons {
        let path = file.folder + part.folder + "/" + entry.id + ".md"
        if let place = found.firstIndex(where: { $0.file.path == path }) {
          lessons.append(found.remove(at: place))
        } else if !problems.contains(where: { $0.file == path }) {
          missing.append(
            LessonError(
              file: file.path, line: entry.line, problem: "\(entry.id) has no file \(path)"))
        }
      }
      parts.append(Part(title: part.title, lessons: lessons))
    }
  }

  /// The names of all lessons, in the order to be taught.
  public var lessonIDs: [String] { lessons.map(\.lesson.id) }

  func lesson(_ id: String) -> Lesson? { lessons.first { $0.lesson.id == id }?.lesson }
  func question(_ id: String) -> Question? { questions.first { $0.question.id == id }?.question }

  /// A question with its names, numbers and faults drawn from a seed.
  func question(_ id: String, variant seed: UInt64) -> InterviewRun.Entry? {
    guard let entry = questions.first(where: { $0.question.id == id }) else { return nil }
    var random = SeededRandom(seed: seed)
    // It was read once, so it can be read again.
    let drawn = try? LessonReader.question(
      entry.file.text, file: entry.file.path, using: &random)
    return InterviewRun.Entry(question: drawn ?? entry.question, file: entry.file)
  }

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
