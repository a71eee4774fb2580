import Objects
import Store

/// `kubectl cp`: files between the host and a container.
struct Copy: Verb {
  static let name = "cp"
  static let summary = "Copy files and directories to and from containers"
  static let usage = "cp <file-spec-src> <file-spec-dest>"
  static let takes = WordMeaning.text
  static let examples = [
    "# To a pod", "kubectl cp settings.conf web:/etc/settings.conf", "",
    "# From a pod of another namespace", "kubectl cp team/web:/var/log/app.log app.log",
  ]
  static let flags = FlagTable(
    """
    container c ''
    no-preserve false
    retries 0
    """)

  private let source: String
  private let destination: String
  private let container: String?
  private let namespace: String?

  init(_ invocation: Invocation) throws(UsageError) {
    guard invocation.arguments.count == 2 else {
      throw .misuse("source and destination are required", verb: Self.name)
    }
    source = invocation.arguments[0]
    destination = invocation.arguments[1]
    container = invocation["container"]
    namespace = invocation.namespace
    guard Self.isRemote(source) || Self.isRemote(destination) else {
      throw .error("one of src or dest must be a remote file specification")
    }
    if Self.isRemote(source), Self.isRemote(destination) {
      throw .error("one of src or dest must be a local file specification")
    }
  }

  var fileNeeds: [FileNeed] { Self.isRemote(source) ? [] : [.fileOrFolder(source)] }

  func plan(in context: Context) throws(Failure) -> Plan {
    if !Self.isRemote(source), context.files[.fileOrFolder(source)] == .missing {
      throw .error("\(source) doesn't exist in local filesystem")
    }
    var notes: [String] = []
    let from = try place(source, in: context, &notes)
    let to = try place(destination, in: context, &notes)
    return .run(.copy(CopyRequest(from: from, to: to, notes: notes)))
  }

  private static func isRemote(_ text: String) -> Bool {
    text.contains(":") && !text.hasPrefix("/") && !text.hasPrefix("./") && !text.hasPrefix("../")
  }

  private func place(
    _ text: String, in context: Context, _ notes: inout [String]
  ) throws(Failure) -> CopyRequest.Place {
    guard Self.isRemote(text) else { return .host(path: text) }
    let sides = text.split(separator: ":", maxSplits: 1).map(String.init)
    let names = (sides.first ?? "").split(separator: "/").map(String.init)
    guard sides.count == 2, let pod = names.last else { throw .error("filepath can not be empty") }
    let room = names.count > 1 ? names[0] : namespace ?? context.namespace
    let target = try PodTarget.find(pod, namespace: room, in: context)
    let choice = try target.pod.runningContainer(container, for: "exec into")
    notes += choice.notes
    return .container(
      ContainerAddress(pod: target.pod.key, container: choice.name), path: sides[1])
  }
}
