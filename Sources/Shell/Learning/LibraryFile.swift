/// The file of a lesson, question or scenario, or one that belongs to it.
public struct LibraryFile: Hashable, Sendable {
  /// `part-1/localhost.md`, `interview/pod-vs-node.md`
  public var path: String
  public var text: String
  /// Why the file was not read; nil when it was.
  public var problem: String?
  /// Whether it is unfinished: what it lacks does not make it unreadable.
  public var isDraft = false

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// A file that was not read.
  public init(path: String, problem: String) {
    self.path = path
    text = ""
    self.problem = problem
  }

  var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }
  var isQuestion: Bool { folder == "interview/" || folder.hasSuffix("/interview/") }
  var isScenario: Bool { folder == "scenarios/" || folder.hasSuffix("/scenarios/") }
  /// Whether it is the table of contents of a pack.
  var isIndex: Bool { path == "index.yaml" || path.hasSuffix("/index.yaml") }
  /// A page for those who write a pack, not for those who learn from it.
  var isReadMe: Bool { path == "README.md" || path.hasSuffix("/README.md") }
}
