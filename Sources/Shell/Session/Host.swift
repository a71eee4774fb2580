import Engine
import Kubectl
import Simulation

/// What a session needs from the machine it runs on. Nothing in Shell touches files, screen or
/// clock but through these.
public struct Host {
  /// Shows a piece of output at once.
  public var write: (Reply.Chunk) -> Void = { _ in }
  public var readFile: (String) throws(HostProblem) -> String = { path throws(HostProblem) in
    throw .missing
  }
  /// Writes a whole file, or adds to its end.
  public var writeFile:
    (_ path: String, _ text: String, _ appending: Bool) throws(HostProblem)
      -> Void = { path, text, appending throws(HostProblem) in
        throw .refused("files cannot be written here")
      }
  /// The bytes of a file, whatever they mean; nil where files are texts.
  public var readBytes: ((String) throws(HostProblem) -> HostFile)?
  /// Writes a whole file of bytes; nil where files are texts.
  public var writeBytes: ((_ path: String, _ bytes: [UInt8]) throws(HostProblem) -> Void)?
  /// Makes a folder and those above it; existing ones stay.
  public var makeFolder: (String) throws(HostProblem) -> Void = { path throws(HostProblem) in
    throw .refused("folders cannot be made here")
  }
  /// Whether a path lies in the folder that podlab was started in, links followed.
  public var isOwnPlace: (String) -> Bool = { path in
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }
  /// Where paths that do not begin with a slash begin.
  public var workingFolder: () -> String = { "/" }
  /// What a path is, and for a folder what is in it, by name.
  public var look: (String) -> HostEntry = { _ in .missing }
  /// Lets the user edit a text; nil when the editor was left without saving.
  public var edit: (String) throws(HostProblem) -> String? = { text throws(HostProblem) in
    throw .refused("there is no editor here")
  }
  /// Runs another program of the host with a text as its input; nil where that is not allowed.
  public var runProgram: ((_ words: [String], _ input: String) -> HostRun?)?
  /// Whether Ctrl-C was pressed since it was last asked.
  public var isInterrupted: () -> Bool = { false }
  /// Forgets that Ctrl-C was pressed: it was meant for a program in a container.
  public var forgetInterrupt: () -> Void = {}
  /// Asks for a line for a program in a container; nil where nobody types anything.
  public var readLine: ((LineRequest) -> TypedKey.Kind)?
  /// Shows how far something is that takes real time, in a line that is drawn anew and is gone
  /// before anything else is shown; nil where nobody looks. The text is asked for when it is
  /// drawn, which is not before the wait is felt.
  public var showProgress: ((_ text: () -> String) -> Void)?
  /// Takes that line away.
  public var endProgress: () -> Void = {}
  /// Whether a person at a terminal types the lines.
  public var isTerminal = false
  /// Milliseconds since some moment; nil where there is no clock to follow.
  public var wallClock: (() -> Int64)?
  /// The time by the calendar, for the journal.
  public var timeOfDay: () -> SimTime? = { nil }
  /// Waits in real time.
  public var pause: (SimSpan) -> Void = { _ in }
  /// The files of all lessons and questions.
  public var lessonFiles: () -> [LibraryFile] = { [] }
  /// The lines of the learner's journal.
  public var journal: () -> [String] = { [] }
  /// Adds a line to the journal; why it could not be, or nil.
  public var keepInJournal: (String) -> String? = { _ in nil }
  /// What was typed at the prompt so far, oldest first; empty where nobody keeps it.
  public var history: () -> [HistoryLine] = { [] }
  /// Forgets all of that; why it could not, or nil.
  public var forgetHistory: () -> String? = { nil }
  /// A moment by the clock on the wall: `2026-11-21 23:10:20`.
  public var calendar: (SimTime) -> String = { $0.rfc3339 }
  /// What somebody has chosen under this name, in this session or an earlier one.
  public var setting: (String) -> String? = { _ in nil }
  /// Keeps a choice, or forgets it; why it could not be kept, or nil.
  public var keepSetting: (_ name: String, _ value: String?) -> String? = { _, _ in nil }
  /// Whether nobody has been here before: nothing has been typed and nothing learnt.
  public var isFirstRun: () -> Bool = { false }
  /// Rows of the screen that somebody reads on; nil where nobody does.
  public var pageHeight: () -> Int? = { nil }
  /// Asks for a key before a long text goes on; false when the reader has had enough. Nil where
  /// nobody reads.
  public var turnPage: (() -> Bool)?
  /// Empties the screen that somebody reads on.
  public var clearScreen: () -> Void = {}
  /// Takes the whole screen for something that is drawn anew; nil where that cannot be done.
  public var openView: () -> (any LiveView)? = { nil }
  /// Whether single keys can stand for whole lines: see ``Session/shortcuts``.
  public var takesShortcuts = false
  /// Tells this program from others that run at the same time.
  public var processNumber = 0
  /// How wide and colourful output may be.
  public var style: () -> Style = { Style() }

  public init() {}

  func wholeFile(_ path: String) throws(HostProblem) -> HostFile {
    if let readBytes { return try readBytes(path) }
    return HostFile(bytes: Array(try readFile(path).utf8))
  }

  func write(_ bytes: [UInt8], to path: String) throws(HostProblem) {
    if let writeBytes { return try writeBytes(path, bytes) }
    try writeFile(path, String(decoding: bytes, as: UTF8.self), false)
  }
}

/// A file of the host as it is.
public struct HostFile: Hashable, Sendable {
  public var bytes: [UInt8]
  public var isExecutable: Bool

  public init(bytes: [UInt8], isExecutable: Bool = false) {
    self.bytes = bytes
    self.isExecutable = isExecutable
  }
}

/// A line that a program in a container waits for.
public struct LineRequest {
  /// What the program has printed in front of it.
  public var prompt: String
  /// How the text before the cursor can go on.
  public var complete: (String) -> CompletionList
}

/// What a program of the host did.
public struct HostRun {
  public var output: String
  public var errors: String
  public var status: Int32

  public init(output: String, errors: String, status: Int32) {
    self.output = output
    self.errors = errors
    self.status = status
  }
}

/// What a path of the host is.
public enum HostEntry: Hashable, Sendable {
  case missing
  case file
  /// The names in it, in order; folders end with `/`.
  case folder([String])
}

/// Why the host would not do something with a file.
public enum HostProblem: Error, Hashable, Sendable {
  case missing
  case isFolder
  case notText
  case tooLarge
  case refused(String)

  public var message: String {
    switch self {
    case .missing: "No such file or directory"
    case .isFolder: "Is a directory"
    case .notText: "is not UTF-8 text"
    case .tooLarge: "is too large"
    case .refused(let why): why
    }
  }
}
