import Objects
import Store

/// `kubectl describe`: everything worth knowing about an object, with its events.
struct Describe: Verb {
  static let name = "describe"
  static let summary = "Show details of a specific resource or group of resources"
  static let usage =
    "describe (-f FILENAME | TYPE [NAME_PREFIX | -l label] | TYPE/NAME)"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all-namespaces A false
    chunk-size 500
    filename f []
    kustomize k ''
    recursive R false
    selector l ''
    show-events true
    """)

  private let selection: ObjectSelection
  private let showsEvents: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    guard !invocation.words.isEmpty else {
      throw .error(
        "You must specify the type of resource to describe. Use \"kubectl api-resources\" for a "
          + "complete list of supported resources.")
    }
    selection = try ObjectSelection(invocation)
    showsEvents = invocation.has("show-events")
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var found = try selection.find(in: context)
    if found.objects.isEmpty, !found.failures.isEmpty, let group = beginning(in: context) {
      found = ObjectSelection.Found(groups: [group])
    }
    let objects = found.objects
    if objects.isEmpty, found.failures.isEmpty {
      return .show([selection.nothingFound(in: context)])
    }
    // With several objects the events are left out: reading them costs a request each.
    let isAlone = objects.count == 1 && selection.words.names.count < 2
    var parts: [Part] = []
    for object in objects {
      if !parts.isEmpty { parts.append(.out(.text("\n\n"))) }
      parts.append(
        .out(
          .description(
            object.description(in: context, showingEvents: showsEvents && isAlone))))
    }
    return .show(selection.warnings + parts + found.failures.map(Part.failed))
  }

  /// The objects whose names begin with the one that was not found; nil when there are none.
  private func beginning(in context: Context) -> ObjectSelection.Group? {
    guard selection.words.names.count == 1, let name = selection.words.names.first else {
      return nil
    }
    let keys = context.state.keys(name.kind, in: selection.namespace(in: context))
    let objects = keys.filter { $0.name.hasPrefix(name.name) }.compactMap { context.state[$0] }
    return objects.isEmpty ? nil : ObjectSelection.Group(kind: name.kind, objects: objects)
  }
}
