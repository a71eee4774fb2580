import Engine
import Objects
import Store

/// `kubectl get -w`: the table, and then a line for every change, until it is stopped.
struct GetWatch: Waiting {
  struct Options: Sendable {
    var skipsFirstList: Bool
    var showsEvents: Bool
  }

  private let options: Options
  private let selection: ObjectSelection
  private let format: OutputFormat?
  private let table: TableOptions
  private let context: Context
  private var widths: [Int] = []
  private var hasListed = false

  init(
    _ options: Options, selection: ObjectSelection, format: OutputFormat?, table: TableOptions,
    in context: Context
  ) throws(Failure) {
    guard selection.words.kinds.count == 1, selection.words.names.count < 2 else {
      throw .error("you may only specify a single resource type")
    }
    // Whatever is wrong with the selection is said now, before anything is waited for.
    let found = try selection.find(in: context)
    if let failure = found.failures.first { throw failure }
    self.options = options
    self.selection = selection
    self.format = format
    self.table = table
    self.context = context
  }

  mutating func look(at sight: Sight) -> Progress {
    if !hasListed {
      hasListed = true
      return options.skipsFirstList ? .goOn() : .goOn(firstList(sight))
    }
    return .goOn(sight.changes.flatMap { parts(for: $0, sight) })
  }

  private mutating func firstList(_ sight: Sight) -> [Part] {
    var context = context
    context.state = sight.state
    context.now = sight.now
    guard let objects = try? selection.find(in: context).objects else { return [] }
    return parts(for: objects.map { ("ADDED", $0) }, sight)
  }

  private mutating func parts(for change: Change, _ sight: Sight) -> [Part] {
    guard change.key.kind == selection.words.kinds.first, let object = change.object,
      selection.inAllNamespaces || change.key.namespace.isEmpty
        || change.key.namespace == selection.namespace(in: context),
      selection.words.names.isEmpty || selection.words.names[0].name == change.key.name,
      let accepts = try? selection.filter(for: change.key.kind)
    else { return [] }
    let isMeant = change.verb == .deleted ? accepts(object) : change.after.map(accepts) ?? false
    let wasMeant = change.before.map(accepts) ?? false
    switch (wasMeant, isMeant, change.verb) {
    case (_, _, .deleted): return wasMeant ? parts(for: [("DELETED", object)], sight) : []
    case (true, false, _): return change.before.map { parts(for: [("DELETED", $0)], sight) } ?? []
    case (false, true, _): return parts(for: [("ADDED", object)], sight)
    case (true, true, _): return parts(for: [("MODIFIED", object)], sight)
    case (false, false, _): return []
    }
  }

  private mutating func parts(
    for objects: [(event: String, object: any APIObject)], _ sight: Sight
  ) -> [Part] {
    guard !objects.isEmpty else { return [] }
    switch format {
    case nil, .wide:
      let isFirst = widths.isEmpty && !table.hidesHeader
      var lines = objects.map { entry in
        (options.showsEvents ? [entry.event] : []) + table.row(for: entry.object, at: sight.now)
      }
      if isFirst, let kind = selection.words.kinds.first {
        lines.insert((options.showsEvents ? ["EVENT"] : []) + table.header(of: kind), at: 0)
      }
      return [.out(.text(Tabulator.get.text(lines, remembering: &widths)))]
    case .name:
      return objects.map {
        .line("\($0.object.kind.qualifiedSingular)/\($0.object.metadata.name)")
      }
    case .customColumns(let columns):
      let (made, failure) = OutputFormat.table(objects.map { $0.object.document }, columns)
      let isFirst = widths.isEmpty && !table.hidesHeader
      let lines = isFirst ? [made.header] + made.rows : made.rows
      return [.out(.text(Tabulator.get.text(lines, remembering: &widths)))] + failure
    case .yaml:
      return objects.flatMap { (format?.parts(for: $0.object) ?? []) + [.line("---")] }
    case .kyaml, .json, .jsonPath, .jsonPathAsJSON, .goTemplate, .inFile:
      return objects.flatMap { format?.parts(for: $0.object) ?? [] }
    }
  }
}
