import Engine
import Manifests
import Objects
import Store

/// `kubectl wait`: until a condition holds, or time is up.
struct Wait: Verb {
  static let name = "wait"
  static let summary = "Wait for a specific condition on one or many resources"
  static let usage =
    "wait ([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) "
    + "[--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all false
    all-namespaces A false
    allow-missing-template-keys true
    field-selector ''
    filename f []
    for []
    local false
    output o ''
    recursive R true
    selector l ''
    show-managed-fields false
    template ''
    timeout 30s
    """)

  private let selection: ObjectSelection
  private let goal: WaitGoal
  private let timeout: SimSpan
  private let wantsAll: Bool
  private let format: OutputFormat?

  init(_ invocation: Invocation) throws(UsageError) {
    guard let text = invocation.list("for").last else { throw .error("unrecognized condition: []") }
    goal = try WaitGoal(text)
    selection = try ObjectSelection(invocation)
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)
    wantsAll = invocation.has("all")
    timeout = invocation.duration("timeout")
    if selection.files != nil { return }
    if selection.words.kinds.isEmpty, selection.words.absent.isEmpty {
      throw .nothingNamed
    }
    let isOpen =
      wantsAll || selection.labelSelector != nil || selection.fieldSelector != nil
    if !selection.words.isByName, !isOpen {
      throw .error("resource(s) were provided, but no name was specified")
    }
  }

  var fileNeeds: [FileNeed] {
    selection.fileNeeds + (format?.fileNeed.map { [$0] } ?? [])
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let span: SimSpan = timeout < .zero ? .hours(7 * 24) : timeout
    let manner = WaitManner(
      goal: goal, deadline: context.now + span, isPatient: timeout != .zero,
      format: try format?.resolved(in: context))
    if case .create = goal, selection.files == nil {
      return .wait(WaitForCreation(selection, manner: manner, in: context))
    }
    let visits = try selection.visits(in: context)
    if case .deletion = goal {
      return .wait(WaitForObjects(visits.filter { !$0.isAbsent }, manner: manner))
    }
    if visits.isEmpty { throw .error("no matching resources found") }
    return .wait(WaitForObjects(visits, manner: manner))
  }
}

/// How it is waited, whatever for.
struct WaitManner: Sendable {
  var goal: WaitGoal
  var deadline: SimTime
  /// Whether it waits at all, rather than to look once.
  var isPatient: Bool
  /// How an object is printed that is as wanted; nil for a line that says so.
  var format: OutputFormat?

  /// What is printed of an object that is as wanted.
  func parts(for key: ObjectKey, in state: ClusterState) -> [Part] {
    if let format, let object = state[key] { return format.parts(for: object) }
    return [.line("\(key.kind.qualifiedSingular)/\(key.name) condition met")]
  }
}

/// What `--for` waits for.
enum WaitGoal: Sendable {
  case create
  case deletion
  case condition(type: String, status: String)
  case value(JSONPath, wanted: String?)

  init(_ text: String) throws(UsageError) {
    switch text.lowercased() {
    case "create":
      self = .create
      return
    case "delete":
      self = .deletion
      return
    default: break
    }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    if parts.count == 2, parts[0] == "condition" {
      let sides = parts[1].split(separator: "=", maxSplits: 1).map(String.init)
      self = .condition(type: sides.first ?? "", status: sides.count > 1 ? sides[1] : "true")
    } else if parts.count == 2, parts[0] == "jsonpath" {
      self = try Self.value(parts[1])
    } else {
      throw .error("unrecognized condition: \"\(text)\"")
    }
  }

  /// Reads `{.status.phase}=Running`.
  private static func value(_ text: String) throws(UsageError) -> WaitGoal {
    let sides = sides(of: text)
    let example = "--for=jsonpath='{.status.readyReplicas}'=3"
    guard sides.count <= 2 else {
      throw .error(
        "jsonpath wait format must be \(example) or --for=jsonpath='{.status.readyReplicas}'")
    }
    let quotes: Set<Character> = ["'", "\""]
    let wanted = sides.dropFirst().first?.trimmingEnds(where: quotes.contains)
    let path: JSONPath
    do throws(JSONPath.Problem) {
      path = try JSONPath(relaxed: sides[0])
    } catch {
      throw .error(error.message)
    }
    if wanted?.isEmpty == true {
      throw .error("jsonpath wait has to have a value after equal sign, like \(example)")
    }
    if path.source.isEmpty { throw .error("jsonpath expression cannot be empty") }
    return .value(path, wanted: wanted)
  }

  /// What stands between single `=`; two of them compare inside a path.
  private static func sides(of text: String) -> [String] {
    let pair = "\u{0}"
    return text.replacing("==", with: pair)
      .split(separator: "=", omittingEmptySubsequences: false)
      .map { String($0).replacing(pair, with: "==") }
  }

  /// Whether an object is as wanted.
  func holds(for object: any APIObject) throws(Failure) -> Bool {
    let document = object.document
    switch self {
    case .create: return true
    case .deletion: return false
    case .condition(let type, let status): return Self.condition(type, status, document)
    case .value(let path, let wanted): return try Self.value(path, wanted, document)
    }
  }

  private static func value(
    _ path: JSONPath, _ wanted: String?, _ document: APIValue
  ) throws(Failure) -> Bool {
    let found: [APIValue]
    do throws(JSONPath.Problem) {
      found = try path.results(in: document).flatMap(\.self)
    } catch {
      throw .error(error.message)
    }
    guard let value = found.first else { return false }
    if found.count > 1 {
      throw .error("given jsonpath expression matches more than one value")
    }
    guard let wanted else { return true }
    switch value {
    case .array, .object:
      throw .error("jsonpath leads to a nested object or list which is not supported")
    case .null, .bool, .integer, .number, .string:
      return value.goText.trimmingEnds() == wanted.trimmingEnds()
    }
  }

  private static func condition(_ type: String, _ status: String, _ document: APIValue) -> Bool {
    let conditions = document.value(at: ["status", "conditions"])?.array ?? []
    let generation = document.value(at: ["metadata", "generation"])?.integer ?? 0
    for condition in conditions
    where condition["type"]?.string?.lowercased() == type.lowercased() {
      let seen =
        condition["observedGeneration"]?.integer
        ?? document.value(at: ["status", "observedGeneration"])?.integer
      // What was said of an older version of the object does not count.
      if let seen, seen < generation { return false }
      return condition["status"]?.string?.lowercased() == status.lowercased()
    }
    return false
  }
}
