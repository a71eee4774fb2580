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

  private let subject: Subject?
  private let types: [String]
  private let namespace: String?
  private let inAllNamespaces: Bool
  private let hidesHeader: Bool
  private let format: OutputFormat?

  init(_ invocation: Invocation) throws(UsageError) {
    // `--types=` names none, but a comma with nothing beside it an empty one.
    types = invocation.list("types").filter { !$0.isEmpty }.flatMap {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    for type in types where !["normal", "warning"].contains(type.lowercased()) {
      throw .error("valid --types are Normal or Warning")
    }
    subject = try invocation["for"].flatMap { word throws(UsageError) in try Self.subject(word) }
    namespace = invocation.namespace
    inAllNamespaces = invocation.has("all-namespaces")
    hidesHeader = invocation.has("no-headers")
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)?
      .ofTyped
  }

  /// The object of a word such as `pod/web`; nil when the word names none, and so means all.
  private static func subject(_ word: String) throws(UsageError) -> Subject? {
    if word.isEmpty { return nil }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count < 2 { throw .error("--for must be in resource/name form") }
    if parts.count > 2 { throw .malformedResource(word) }
    if parts[0].isEmpty { throw .error("a resource must be present, got: /, Resource=") }
    let simulated = (try? Kind(kubectlWord: parts[0]))?.rawValue
    guard let kind = simulated ?? APIResource.named(parts[0])?.kind else {
      throw .unknownResourceType(UsageError.resource(of: parts[0]), isBare: true)
    }
    return parts[1].isEmpty ? nil : Subject(kind: kind, name: parts[1])
  }

  /// What events are about.
  private struct Subject: Sendable {
    var kind: String
    var name: String
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
    if events.isEmpty {
      return .show([
        .note(inAllNamespaces ? "No events found." : "No events found in \(room) namespace.")
      ])
    }
    if let format { return .show(format.parts(for: Self.list(events)) ?? []) }
    return .show(.table(table(of: events, at: context.now)))
  }

  /// The list as kubectl has read it from the server; of names it is none.
  private static func list(_ events: [Event]) -> APIValue {
    [
      "apiVersion": "v1", "items": .array(events.map { $0.shown(managedFields: false) }),
      "kind": "EventList", "metadata": .object(Members()),
    ]
  }

  private func isMeant(_ event: Event) -> Bool {
    if !types.isEmpty,
      !types.contains(where: { $0.lowercased() == event.type.rawValue.lowercased() })
    {
      return false
    }
    guard let subject else { return true }
    return event.involvedObject.kind == subject.kind
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
