import Objects
import Store

/// `kubectl create poddisruptionbudget`.
struct CreateDisruptionBudget: Verb {
  static let name = "create poddisruptionbudget"
  static let aliases = ["create pdb"]
  static let summary = "Create a pod disruption budget with the specified name"
  static let usage =
    "create poddisruptionbudget NAME --selector=SELECTOR --min-available=N "
    + "[--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    max-unavailable ''
    min-available ''
    save-config false
    selector ''
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let budget: PodDisruptionBudget
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var made = PodDisruptionBudget()
    made.metadata.name = try invocation.onlyName()
    guard let labels = invocation["selector"] else { throw .error("a selector must be specified") }
    let least = invocation["min-available"]
    let most = invocation["max-unavailable"]
    if least == nil, most == nil {
      throw .error("one of min-available or max-unavailable must be specified")
    }
    if least != nil, most != nil {
      throw .error("min-available and max-unavailable cannot be both specified")
    }
    made.spec.minAvailable = try Self.amount(least, of: "min-available")
    made.spec.maxUnavailable = try Self.amount(most, of: "max-unavailable")
    do throws(LabelSelector.TextError) {
      made.spec.selector = try LabelSelector(text: labels).shortened
    } catch {
      throw .error("couldn't parse the selector string \"\(labels)\": \(error.message)")
    }
    // A manifest has no word for it where a command has.
    if labels.contains("!=") { throw .error("\"!=\" is not a valid label selector operator") }
    budget = made
    options = try WriteOptions(invocation)
  }

  private static func amount(
    _ text: String?, of flag: String
  ) throws(UsageError) -> IntOrString? {
    guard let text else { return nil }
    let digits = text.last == "%" ? text.dropLast() : text[...]
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else {
      throw .error("invalid format specified for \(flag)")
    }
    guard let number = Int(text) else { return .string(text) }
    // kubectl itself cuts the number down to what the API holds.
    return .int(Int(Int32(truncatingIfNeeded: number)))
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let step = try options.generate(
      budget, failing: "failed to create poddisruptionbudgets:", in: context)
    return .submit([step])
  }
}
