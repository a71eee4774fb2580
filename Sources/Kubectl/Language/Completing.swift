import Descriptions
import Objects

/// What completion has to know of the language beyond the verbs themselves.
extension Kubectl {
  /// What a flag of a verb does, with its letter in front.
  public static func note(on flag: Flag, of verb: String) -> String {
    let letter = flag.shorthand.map { "-\($0)  " } ?? ""
    return letter + (FlagNotes.note(on: flag.name, of: verb) ?? "")
  }

  /// The fields that a field selector may name.
  public static func selectableFields(of kind: Kind) -> [String] { kind.selectableFields }

  public static var apiGroups: [String] {
    Set(APIResource.all.map(\.group)).subtracting([""]).sorted()
  }

  public static var apiVersions: [String] { Set(APIResource.all.map(\.apiVersion)).sorted() }

  /// What `-o` of a verb may be.
  public static func outputs(of verb: String) -> [String] {
    let templates = ["jsonpath=", "jsonpath-as-json=", "go-template=", "jsonpath-file="]
    let documents = ["yaml", "json", "kyaml", "name"]
    switch verb {
    case "get": return documents + ["wide", "custom-columns=", "custom-columns-file="] + templates
    case "api-resources": return documents.filter { $0 != "kyaml" } + ["wide"]
    case "version": return ["yaml", "json"]
    case "config get-contexts": return ["name"]
    case "delete": return ["name"]
    case "explain": return ["plaintext", "plaintext-openapiv2"]
    case "apply view-last-applied": return ["yaml", "json"]
    default: return documents + templates
    }
  }

  /// How the path that `explain` takes can go on behind its last dot, each with the field's form.
  public static func fieldPaths(continuing word: String) -> [(path: String, form: String)] {
    guard let dot = word.lastIndex(of: ".") else { return [] }
    let start = String(word[...dot])
    let steps = word[..<dot].split(separator: ".").map(String.init)
    guard let first = steps.first?.lowercased(),
      let resource = APIResource.all.first(where: { $0.answers(to: first) }),
      var type = Schema.current.type(resource.kind)
    else { return [] }
    for step in steps.dropFirst() {
      guard let field = type[step], let inner = Schema.current.type(field.form.element) else {
        return []
      }
      type = inner
    }
    return type.fields.map { (start + $0.name, $0.form.text) }
  }

  /// The kinds that a verb is for; nil when it takes every kind.
  public static func kinds(of verb: String) -> [Kind]? {
    let rollouts: [Kind] = [.deployment, .daemonSet, .statefulSet]
    let templates = rollouts + [.replicaSet, .cronJob, .pod]
    switch verb {
    case "rollout pause", "rollout resume": return [.deployment]
    case "rollout history", "rollout restart", "rollout status", "rollout undo": return rollouts
    case "scale", "autoscale": return [.deployment, .replicaSet, .statefulSet]
    case "expose": return [.pod, .service, .deployment, .replicaSet]
    case "set image", "set env", "set resources": return templates
    case "set selector": return [.service]
    case "set serviceaccount": return rollouts + [.replicaSet, .cronJob]
    case "taint": return [.node]
    default: return nil
    }
  }
}
