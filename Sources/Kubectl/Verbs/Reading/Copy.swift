import Objects
import Store

/// `kubectl cp`: files between the host and a container.
struct Copy: Verb {
  static let name = "cp"
  static let summary = "Copy files and directories to and from containers"
  static let usage = "cp <file-spec-src> <file-spec-dest>"
  static let takes = WordMeaning.places
  static let flags = FlagTable(
    """
    container c ''
    no-preserve false
    retries 0
    """)

  /// A side of the copy as it was written.
  private struct Spec {
    /// Nil for a file of the host.
    var pod: String?
    var namespace: String?
    var path: String

    init(_ text: String) throws(UsageError) {
      guard let colon = text.firstIndex(of: ":") else {
        path = text
        return
      }
      let names = text[..<colon].split(separator: "/", omittingEmptySubsequences: false)
      guard colon != text.startIndex, names.count <= 2 else {
        throw .error(
          "filespec must match the canonical format: [[namespace/]pod:]file/path")
      }
      pod = names.last.map { String($0) }
      namespace = names.count == 2 ? String(names[0]) : nil
      path = String(text[text.index(after: colon)...])
    }
  }

  private let source: Spec
  private let destination: Spec
  private let container: String?
  private let namespace: String?

  init(_ invocation: Invocation) throws(UsageError) {
    guard invocation.words.count == 2 else {
      throw .error("source and destination are required")
    }
    source = try Spec(invocation.words[0])
    destination = try Spec(invocation.words[1])
    container = invocation["container"]
    namespace = invocation.namespace
    if source.pod != nil, destination.pod != nil {
      throw .error("one of src or dest must be a local file specification")
    }
    guard !source.path.isEmpty, !destination.path.isEmpty else {
      throw .error("filepath can not be empty")
    }
    guard source.pod != nil || destination.pod != nil else {
      throw .error("one of src or dest must be a remote file specification")
    }
  }

  var fileNeeds: [FileNeed] { source.pod == nil ? [.fileOrFolder(source.path)] : [] }

  func plan(in context: Context) throws(Failure) -> Plan {
    if source.pod == nil, context.files[.fileOrFolder(source.path)] == .missing {
      throw .error("\(source.path) doesn't exist in local filesystem")
    }
    var notes: [String] = []
    let from = try place(source, in: context, &notes)
    let to = try place(destination, in: context, &notes)
    return .run(.copy(CopyRequest(from: from, to: to, notes: notes)))
  }

  private func place(
    _ spec: Spec, in context: Context, _ notes: inout [String]
  ) throws(Failure) -> CopyRequest.Place {
    guard let name = spec.pod else { return .host(path: spec.path) }
    let room = spec.namespace ?? namespace ?? context.namespace
    let pod = try PodTarget.find(.pod(name, in: room), in: context).pod
    let choice = try pod.containerToRunIn(container)
    notes += choice.notes
    return .container(ContainerAddress(pod: pod.key, container: choice.name), path: spec.path)
  }
}
