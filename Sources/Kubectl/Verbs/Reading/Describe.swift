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
  /// Whether the events were asked for, or asked to be left out, in so many words.
  private let isEventsWished: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    selection = try ObjectSelection(invocation)
    guard !invocation.words.isEmpty || selection.files != nil else {
      throw .error(
        "You must specify the type of resource to describe. Use \"kubectl api-resources\" for a "
          + "complete list of supported resources.")
    }
    showsEvents = invocation.has("show-events")
    isEventsWished = invocation.isSet("show-events")
  }

  var fileNeeds: [FileNeed] { selection.fileNeeds }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try selection.find(in: context)
    if let failure = found.failures.first, case .rejected(.notFound, _) = failure,
      found.failures.count == 1, selection.files == nil, selection.isTwoWords
    {
      return try planForPrefix(in: context, otherwise: failure)
    }
    let objects = found.objects
    if objects.isEmpty, found.failures.isEmpty {
      return .show([selection.nothingFound(in: context)])
    }
    // With several objects the events are left out: reading them costs a request each.
    let isAlone = objects.count == 1 && found.failures.isEmpty
    var parts: [Part] = []
    for object in objects {
      if !parts.isEmpty { parts.append(.out(.text("\n\n"))) }
      parts.append(part(object, isAlone: isAlone, in: context))
    }
    let told = selection.toldBehind(found.failures, in: context)
    return .show(selection.warnings + parts + told.map(Part.failed))
  }

  /// The objects whose names begin with the second word.
  private func planForPrefix(
    in context: Context, otherwise failure: Failure
  ) throws(Failure) -> Plan {
    if selection.isTypesAndName {
      throw .error("you may only specify a single resource type")
    }
    guard let name = selection.words.names.first, selection.words.names.count == 1,
      !name.name.isEmpty
    else {
      throw failure
    }
    let room = selection.namespace(in: context)
    try context.ask(AccessRequest("list", ObjectKey(name.kind, namespace: room, name: "")))
    let keys = context.state.keys(name.kind, in: room)
    let objects = keys.filter { $0.name.hasPrefix(name.name) }.compactMap { context.state[$0] }
    if objects.isEmpty { throw failure }
    let parts = objects.flatMap { object in
      [part(object, isAlone: false, in: context), .line("")]
    }
    return .show(selection.warnings + parts)
  }

  private func part(_ object: any APIObject, isAlone: Bool, in context: Context) -> Part {
    let showsEvents = isEventsWished ? showsEvents : isAlone
    return .out(.description(object.description(in: context, showingEvents: showsEvents)))
  }
}
