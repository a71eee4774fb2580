import Objects
import Patterns

extension KustomizeProblem {
  public enum GeneratorProblem: Equatable, Sendable {
    case invalidLiteral(String)
    case severalSigns(source: String)
    case noKey(path: String, source: String)
    case noPath(key: String, source: String)
    case nameless
    case repeatedKey(name: String, key: String)
    case nothingToMerge(String)
    case alreadyThere(String)
    case severalToMerge(String)

    var message: String {
      switch self {
      case .invalidLiteral(let source): "invalid literal source \(source), expected key=value"
      case .severalSigns(let source):
        "source \(JSON.quoted(source)) key name or file path contains '='"
      case .noKey(let path, let source):
        "missing key name for file path \(JSON.quoted(path)) in source \(JSON.quoted(source))"
      case .noPath(let key, let source):
        "missing file path for key name \(JSON.quoted(key)) in source \(JSON.quoted(source))"
      case .nameless: "a configmap must have a name"
      case .repeatedKey(let name, let key): "configmap \(name) illegally repeats the key `\(key)`"
      case .nothingToMerge(let identity): "id \(identity) does not exist; cannot merge or replace"
      case .alreadyThere(let identity):
        "id \(identity) exists; behavior must be merge or replace"
      case .severalToMerge(let identity):
        "found multiple objects that could accept merge of \(identity)"
      }
    }
  }

  public enum TransformerProblem: Equatable, Sendable {
    case patchMissing(config: String)
    case patchTwice(config: String)
    case unreadablePatch(source: String)
    case targetMissing(source: String)
    case severalForTarget(source: String)
    case nothingToPatch(String, isAmbiguous: Bool)
    case operation(String)
    case unknownDirective(String)
    case wrongNode(expected: String, found: String, text: String)
    /// The objects as kustomize keeps them.
    case namespaceConflict([String])
    case noReplicas(name: String)
    case ambiguousReference(field: String, referrer: String, candidates: String)
    case badPattern(PatternProblem)

    var message: String {
      switch self {
      case .patchMissing(let config): "must specify one of patch and path in\n\(config)"
      case .patchTwice(let config): "patch and path can't be set at the same time\n\(config)"
      case .unreadablePatch(let source): "unable to parse SM or JSON patch from \(source)"
      case .targetMissing(let source): "must specify a target for JSON patch \(source)"
      case .severalForTarget(let source):
        "Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set "
          + "`patches.target` field: \(source)"
      case .nothingToPatch(let identity, let isAmbiguous):
        "no resource matches strategic merge patch \(JSON.quoted(identity)): "
          + (isAmbiguous ? "multiple" : "no") + " matches for Id \(identity); "
          + "failed to find unique target for patch \(identity)"
      case .operation(let text): text
      case .unknownDirective(let word): "unknown patch strategy '\(word)'"
      case .wrongNode(let expected, let found, let text):
        "wrong node kind: expected \(expected) but got \(found): node contents:\n\(text)"
      case .namespaceConflict(let objects):
        "namespace transformation produces ID conflict: [\(objects.joined(separator: " "))]"
      case .noReplicas(let name):
        "resource with name \(name) does not match a config with the following GVK "
          + "[Deployment.[noVer].[noGrp] StatefulSet.[noVer].[noGrp] ReplicaSet.[noVer].[noGrp] "
          + "ReplicationController.[noVer].[noGrp]]"
      case .ambiguousReference(let field, let referrer, let candidates):
        "updating name reference in '\(field)' field of '\(referrer)':  found multiple possible "
          + "referrals: \(candidates)"
      case .badPattern(let problem): problem.message
      }
    }
  }

  public enum ReplacementProblem: Equatable, Sendable {
    case incomplete
    case nothingSelected
    case severalSources(String)
    case noSource(String)
    case noSourceField(String, source: String)
    case noTargetField(String, isCreated: Bool)
    case notScalar
    case outOfBounds(Int, value: String)

    var message: String {
      switch self {
      case .incomplete: "replacements must specify a source and at least one target"
      case .nothingSelected: "target must specify resources to select"
      case .severalSources(let selector): "multiple matches for selector \(selector)"
      case .noSource(let selector): "nothing selected by \(selector)"
      case .noSourceField(let field, let source):
        "fieldPath `\(field)` is missing for replacement source \(source)"
      case .noTargetField(let field, let isCreated):
        "unable to find \(isCreated ? "or create " : "")field \(JSON.quoted(field)) "
          + "in replacement target"
      case .notScalar: "delimiter option can only be used with scalar nodes"
      case .outOfBounds(let index, let value):
        "options.index \(index) is out of bounds for value \(value)"
      }
    }
  }
}

extension KustomizeProblem {
  static func badPattern(_ problem: PatternProblem) -> KustomizeProblem {
    .transformer(.badPattern(problem))
  }
}
