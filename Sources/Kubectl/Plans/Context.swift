import Engine
import Manifests
import Objects
import Store

/// What a verb may know when it plans.
public struct Context: Sendable {
  public var state: ClusterState
  public var now: SimTime
  /// The namespace that is meant when none is named.
  public var namespace: String
  public var kubeconfig: Kubeconfig
  /// The answers to the verb's file needs.
  public var files: [FileNeed: FileContents]
  /// Why the API server cannot be reached; nil when it can.
  public var serverProblem: String?
  /// What the Metrics API answers.
  public var metrics: MetricsAPI
  /// What was piped into the command; nil when nothing was.
  public var stdin: String?
  /// Whose rights count; nil when nobody asks for rights.
  public var requester: Requester?
  /// What the verb asks for when it looks up an object by name.
  public var lookup = LookUp()

  public init(
    state: ClusterState, now: SimTime, namespace: String = "default",
    files: [FileNeed: FileContents] = [:], stdin: String? = nil, serverProblem: String? = nil,
    metrics: MetricsAPI = .absent, kubeconfig: Kubeconfig = .standard
  ) {
    self.state = state
    self.now = now
    self.namespace = namespace
    self.files = files
    self.stdin = stdin
    self.serverProblem = serverProblem
    self.metrics = metrics
    self.kubeconfig = kubeconfig
  }
}

/// A file or folder of the host that a command has to see.
public enum FileNeed: Hashable, Sendable {
  /// One file: `--from-file`, `--patch-file`, a jsonpath-file. `-` is standard input.
  case file(String)
  /// What `-f` names: a file, a folder of manifests (.yaml, .yml, .json, in the order of their
  /// names), or `-`.
  case manifests(String, recursive: Bool)
  /// A file, or all files of a folder: `--from-file=FOLDER`.
  case fileOrFolder(String)
  /// A folder with a kustomization, and everything it leads to. Restricted, its files must lie in
  /// or below the folder that names them.
  case kustomization(String, isRestricted: Bool)

  public var path: String {
    switch self {
    case .file(let path), .manifests(let path, _), .fileOrFolder(let path),
      .kustomization(let path, _):
      path
    }
  }
}

/// What was found where a command asked for files.
public enum FileContents: Hashable, Sendable {
  case file(String)
  /// The files of a folder in the order of their paths, each path beginning with the folder's.
  case folder([FolderEntry])
  /// Everything that building a kustomization looks at.
  case tree(FileTree)
  case missing
  case unreadable(why: String)

  public struct FolderEntry: Hashable, Sendable {
    public var path: String
    public var text: String

    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }
}
