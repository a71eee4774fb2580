import Manifests
import Objects

/// `kubectl version`: the version that is simulated.
struct Version: Verb {
  static let name = "version"
  static let summary = "Print the client and server version information"
  static let usage = "version [flags]"
  static let flags = FlagTable(
    """
    client false
    output o ''
    """)

  static let kubernetes = "v1.36.2"
  static let kustomize = "v5.8.1"

  private let isClientOnly: Bool
  private let output: String?

  init(_ invocation: Invocation) throws(UsageError) {
    if !invocation.words.isEmpty {
      throw .error("extra arguments: [\(invocation.words.joined(separator: " "))]")
    }
    isClientOnly = invocation.has("client")
    output = invocation["output"]
    if let output, output != "yaml", output != "json" {
      throw .error("--output must be 'yaml' or 'json'")
    }
  }

  var needsServer: Bool { false }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard let output else {
      let client = "Client Version: \(Self.kubernetes)\nKustomize Version: \(Self.kustomize)\n"
      if !isClientOnly, let problem = context.serverProblem {
        return .show([.out(.text(client)), .failed(.plain(problem))])
      }
      return .show(isClientOnly ? client : client + "Server Version: \(Self.kubernetes)\n")
    }
    let version: APIValue = [
      "gitVersion": .string(Self.kubernetes), "major": "1", "minor": "36",
    ]
    var document: APIValue = [
      "clientVersion": version, "kustomizeVersion": .string(Self.kustomize),
    ]
    if !isClientOnly { document["serverVersion"] = version }
    if output == "yaml" { return .show(.document(document, .yaml)) }
    return .show(Self.json(document) + "\n")
  }

  /// Unlike objects, versions are indented by two.
  private static func json(_ document: APIValue) -> String {
    JSON.encode(document, pretty: true).split(separator: "\n").map { line in
      let indentation = line.prefix { $0 == " " }.count
      return String(line.dropFirst(indentation / 2))
    }.joined(separator: "\n")
  }
}
