import Manifests
import Objects

/// `kubectl kustomize`: print what a kustomization stands for.
struct KustomizeVerb: LocalVerb {
  static let name = "kustomize"
  static let summary = "Build a kustomization target from a directory or URL"
  static let usage = "kustomize DIR [flags] [options]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    as-current-user false
    enable-alpha-plugins false
    enable-helm false
    env e []
    helm-api-versions []
    helm-command helm
    helm-debug false
    helm-kube-version ''
    load-restrictor LoadRestrictionsRootOnly
    mount []
    network false
    network-name bridge
    output o ''
    """)

  private let folder: String
  private let output: String?
  private let isRestricted: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    let words = invocation.words
    if words.count > 1 { throw .error("specify one path to kustomization.yaml") }
    folder = words.first ?? "."
    output = invocation["output"].flatMap { $0.isEmpty ? nil : $0 }
    switch invocation["load-restrictor"] ?? "LoadRestrictionsRootOnly" {
    case "LoadRestrictionsRootOnly": isRestricted = true
    case "LoadRestrictionsNone": isRestricted = false
    default:
      throw .error(
        "illegal flag value --load-restrictor \(invocation["load-restrictor"] ?? ""); "
          + "legal values: [LoadRestrictionsRootOnly LoadRestrictionsNone]")
    }
  }

  private var need: FileNeed { .kustomization(folder, isRestricted: isRestricted) }

  var fileNeeds: [FileNeed] { [need] }

  func plan(in context: Context) throws(Failure) -> Plan {
    let text = Kustomize.text(of: try Kustomize.documents(of: need, in: context))
    if let output { return .save(text, path: output) }
    return .show(text)
  }
}

extension Kustomize {
  /// The objects of the kustomization that a command named.
  static func documents(
    of need: FileNeed, in context: Context
  ) throws(Failure) -> [APIValue] {
    guard case .kustomization(let folder, let isRestricted) = need,
      case .tree(let tree)? = context.files[need]
    else { throw .error("the path \"\(need.path)\" does not exist") }
    do throws(KustomizeProblem) {
      return try build(folder, in: tree, isRestricted: isRestricted)
    } catch {
      throw .error(error.message)
    }
  }
}
