import Manifests
import Objects
import Store

/// `get --raw`: a path of the API, answered as the server would.
struct RawPath: Sendable {
  private let path: String

  init(_ path: String, _ invocation: Invocation) throws(UsageError) {
    if !invocation.words.isEmpty {
      throw .error("arguments may not be passed when --raw is specified")
    }
    let filters = invocation.has("watch") || invocation.has("watch-only")
    if filters || invocation["selector"] != nil {
      throw .error(
        "--raw may not be specified with other flags that filter the server request or alter the "
          + "output")
    }
    if invocation["output"] != nil { throw .error("--raw and --output are mutually exclusive") }
    guard path.hasPrefix("/") || path.contains("://") else {
      throw .error(
        "--raw must be a valid URL path: parse \(GoQuoting.quoted(path)): "
          + "invalid URI for request")
    }
    self.path = path
  }

  func answer(in context: Context) throws(Failure) -> String {
    switch path {
    case "/healthz", "/livez", "/readyz": return "ok"
    case "/version":
      return JSON.encode(
        ["gitVersion": .string(Version.kubernetes), "major": "1", "minor": "36"], pretty: false)
    default: return JSON.encode(try document(in: context), pretty: false)
    }
  }

  /// `/api/v1/…` and `/apis/GROUP/VERSION/…`, with `namespaces/NAME/` in front of what lives there.
  private func document(in context: Context) throws(Failure) -> APIValue {
    var steps = path.split(separator: "/").map(String.init)[...]
    let root = steps.popFirst()
    let group = root == "apis" ? steps.popFirst() ?? "" : ""
    let version = steps.popFirst() ?? ""
    var room: String?
    if steps.first == "namespaces", steps.count > 2 {
      room = steps[steps.startIndex + 1]
      steps.removeFirst(2)
    }
    let kind = Kind.allCases.first {
      $0.facts.plural == steps.first && $0.facts.group == group && $0.facts.version == version
    }
    guard root == "api" || root == "apis", let kind, steps.count < 3 else { throw Self.missing }
    if steps.count == 2, let name = steps.last {
      let key = ObjectKey(kind, namespace: room ?? "", name: name)
      return try ObjectSelection.object(key, in: context).document
    }
    let items = context.state.keys(kind, in: room).compactMap { context.state[$0]?.document }
    return [
      "apiVersion": .string(kind.apiVersion), "items": .array(items),
      "kind": .string(kind.rawValue + "List"),
      "metadata": ["resourceVersion": .string("\(context.state.revision)")],
    ]
  }

  private static let missing = Failure.plain(
    "Error from server (NotFound): the server could not find the requested resource")
}
