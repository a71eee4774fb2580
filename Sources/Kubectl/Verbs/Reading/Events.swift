import Engine
import Objects
import Store

/// `kubectl events`: what happened, oldest first.
struct Events: Verb {
  static let name = "events"
  static let summary = "List events"
  static let usage =
    "events [(-o|--output=)json|yaml|kyaml|name|go-template|go-template-file|template|"
    + "templatefile|jsonpath|jsonpath-as-json|jsonpath-file] [--for TYPE/NAME] [--watch] "
    + "[--types=Normal,Warning]"
  static let flags = FlagTable(
    """
    all-namespaces A false
    allow-missing-template-keys true
    chunk-size 500
    for ''
    no-headers false
    output o ''
    show-managed-fields false
    template ''
    types []
    watch w false
    """)

  private let subject: ResourceWords.Name?
  private let types: [String]
  private let namespace: String?
  private let inAllNamespaces: Bool
  private let hidesHeader: Bool
  private let format: OutputFormat?

  init(_ invocation: Invocation) throws(UsageError) {
    types = invocation.commaList("types")
    for type in types where !["normal", "warning"].contains(type.lowercased()) {
      throw .error("valid --types are Normal or Warning")
    }
    subject = try invocation["for"].map { word throws(UsageError) in
      guard word.contains("/") else { throw .error("--for must be in resource/name form") }
      return try Self.subject(word)
    }
    namespace = invocation.namespace
    inAllNamespaces = invocation.has("all-namespaces")
    hidesHeader = invocation.has("no-headers")
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)
  }

  /// The object of a word such as `pod/web`.
  private static func subject(_ word: String) throws(UsageError) -> ResourceWords.Name {
    do throws(UsageError) {
      if let name = try ResourceWords([word]).names.first { return name }
    } catch {
      guard case .unknownResourceType(let word, _) = error else { throw error }
      throw .unknownResourceType(word, isBare: true)
    }
    throw .error("--for must be in resource/name form")
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let room = namespace ?? context.namespace
    try context.ask(
      .resource(.init("list", "events", namespace: inAllNamespaces ? "" : room)))
    let found = context.state.all(Event.self, in: inAllNamespaces ? nil : room)
      .filter(isMeant)
    let events = GoSort.sorted(found) { left, right in
      let a = left.lastSeen?.wholeSecond.milliseconds ?? 0
      return a < right.lastSeen?.wholeSecond.milliseconds ?? 0
    }
    if let format {
      let list = APIValue.list(events.map { $0.shown(managedFields: false) })
      if let parts = format.parts(for: list) { return .show(parts) }
      return .show(events.map { .line("event/\($0.metadata.name)") })
    }
    if events.isEmpty {
      return .show([
        .note(inAllNamespaces ? "No events found." : "No events found in \(room) namespace.")
      ])
    }
    return .show(.table(table(of: events, at: context.now)))
  }

  private func isMeant(_ event: Event) -> Bool {
    if !types.isEmpty,
      !types.contains(where: { $0.lowercased() == event.type.rawValue.lowercased() })
    {
      return false
    }
    guard let subject else { return true }
    return event.involvedObject.kind == subject.kind.rawValue
      && event.involvedObject.name == subject.name
  }

  private func table(of events: [Event], at now: SimTime) -> Table {
    var header = ["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"]
    if inAllNamespaces { header.insert("NAMESPACE", at: 0) }
    let rows = events.map { event in
      let object = "\(event.involvedObject.kind ?? "")/\(event.involvedObject.name ?? "")"
      let cells = [
        event.interval(at: now), event.type.rawValue, event.reason ?? "", object,
        (event.message ?? "").trimmingEnds(),
      ]
      return inAllNamespaces ? [event.metadata.namespace] + cells : cells
    }
    return Table(header: hidesHeader ? [] : header, rows: rows)
  }
}
