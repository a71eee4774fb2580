import Descriptions
import Manifests

/// `kubectl explain`: what the fields of a kind are and hold.
struct Explain: Verb {
  static let name = "explain"
  static let summary = "Get documentation for a resource"
  static let usage =
    "explain TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] "
    + "[-o|--output=plaintext|plaintext-openapiv2]"
  static let takes = WordMeaning.kinds
  static let flags = FlagTable(
    """
    api-version ''
    output o plaintext
    recursive R false
    """)

  private let resource: APIResource
  /// The version asked for; the one the server prefers otherwise.
  private let apiVersion: String
  private let fields: [String]
  private let isRecursive: Bool
  private let isOlderFormat: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    guard let word = invocation.words.first else {
      throw .error(
        "You must specify the type of resource to explain. Use \"kubectl api-resources\" for a "
          + "complete list of supported resources.")
    }
    guard invocation.words.count == 1 else {
      throw .error("We accept only this format: explain RESOURCE")
    }
    // It is read as a path, of which only names may be taken.
    if word.contains(where: "[*".contains) || word.contains("..")
      || (word.hasPrefix(".") && word.count > 1)
    {
      throw .error("invalid jsonpath syntax, first node must be field node")
    }
    var (resource, fields) = try Self.parts(of: word)
    let format = invocation["output"] ?? "plaintext"
    guard ["plaintext", "plaintext-openapiv2"].contains(format) else {
      throw .error("unrecognized format: \(format)")
    }
    isOlderFormat = format == "plaintext-openapiv2"
    apiVersion = invocation["api-version"] ?? resource.apiVersion
    if let served = APIResource.all.first(where: {
      $0.name == resource.name && $0.apiVersion == invocation["api-version"]
    }) {
      resource = served
    }
    if invocation.isSet("api-version") {
      fields = word.split(separator: ".").dropFirst().map(String.init)
    }
    self.resource = resource
    self.fields = fields
    isRecursive = invocation.has("recursive")
  }

  /// The resource a word begins with, and the fields behind it. A group may stand between them,
  /// behind the plural: `deployments.apps.spec`.
  private static func parts(
    of word: String
  ) throws(UsageError) -> (resource: APIResource, fields: [String]) {
    let parts = word.split(separator: ".").map(String.init)
    let name = parts.first?.lowercased() ?? ""
    let found = APIResource.all.filter { $0.answers(to: name) }
    guard let first = found.first else {
      throw .unknownResourceType(parts.first ?? word, isBare: true)
    }
    for resource in found where !resource.group.isEmpty && resource.name == name {
      let group = resource.group.split(separator: ".").map(String.init)
      if parts.dropFirst().starts(with: group) {
        return (resource, Array(parts.dropFirst(1 + group.count)))
      }
    }
    return (first, Array(parts.dropFirst()))
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    try checkVersion()
    guard let type = Schema.current.type(resource.kind), type.apiVersion == apiVersion else {
      throw .error("podlab has no description of \(resource.kind) in \(apiVersion)")
    }
    if isOlderFormat {
      return .show(try OlderExplanation(of: type, isRecursive: isRecursive).text(at: fields))
    }
    let explanation = Explanation(of: type, isRecursive: isRecursive)
    guard let text = explanation.text(at: fields) else {
      // The heading is out before the fields are looked up; the last of them is blamed.
      let failure = Failure.error("field \"\(fields.last ?? "")\" does not exist")
      return .show([.out(.text(heading)), .failed(failure)])
    }
    return .show(heading + text + "\n")
  }

  /// The version must be one that is served, and the resource one of it.
  private func checkVersion() throws(Failure) {
    let parts = apiVersion.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { throw .error("unexpected GroupVersion string: \(apiVersion)") }
    if apiVersion == resource.apiVersion || apiVersion == "autoscaling/v1" { return }
    let place = parts.count == 2 ? apiVersion : "/\(apiVersion)"
    let name = "\(place), Resource=\(resource.name)"
    guard APIResource.all.contains(where: { $0.apiVersion == apiVersion }) else {
      throw .error("couldn't find resource for \"\(name)\"")
    }
    throw .error("GVR (\(name)) not found in OpenAPI schema")
  }

  private var heading: String {
    let parts = apiVersion.split(separator: "/").map(String.init)
    let group = parts.count == 2 ? "GROUP:      \(parts[0])\n" : ""
    return group + "KIND:       \(resource.kind)\nVERSION:    \(parts.last ?? "")\n\n"
  }
}
