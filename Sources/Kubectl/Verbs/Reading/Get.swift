import Engine
import Manifests
import Objects
import Store

/// `kubectl get`: objects as a table, as documents, or as whatever a template makes of them.
struct Get: Verb {
  static let name = "get"
  static let summary = "Display one or many resources"
  static let usage =
    "get [(-o|--output=)json|yaml|kyaml|name|go-template|go-template-file|template|templatefile|"
    + "jsonpath|jsonpath-as-json|jsonpath-file|custom-columns|custom-columns-file|wide] "
    + "(TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags]"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all-namespaces A false
    allow-missing-template-keys true
    chunk-size 500
    field-selector ''
    filename f []
    ignore-not-found false
    kustomize k ''
    label-columns L []
    no-headers false
    output o ''
    output-watch-events false
    raw ''
    recursive R false
    selector l ''
    server-print true
    show-kind false
    show-labels false
    show-managed-fields false
    sort-by ''
    subresource ''
    template ''
    watch w false
    watch-only false
    """)

  private let selection: ObjectSelection
  private let format: OutputFormat?
  private let tableOptions: TableOptions
  private let sortKey: SortKey?
  private let ignoresNotFound: Bool
  private let showsManagedFields: Bool
  private let watch: GetWatch.Options?
  private let raw: RawPath?
  private let subresource: Subresource?

  init(_ invocation: Invocation) throws(UsageError) {
    selection = try ObjectSelection(invocation)
    raw = try invocation["raw"].map { path throws(UsageError) in try RawPath(path, invocation) }
    subresource = try invocation["subresource"].map(Subresource.init)
    if invocation.words.isEmpty, raw == nil, selection.files == nil { throw .noResourceType }
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .tables,
      allowsMissing: invocation.has("allow-missing-template-keys"))
    tableOptions = TableOptions(invocation, selection: selection, format: format)
    try Self.check(invocation, selection, format)
    let sortField = invocation["sort-by"] ?? ""
    sortKey = sortField.isEmpty ? nil : try SortKey(sortField)
    ignoresNotFound = invocation.has("ignore-not-found")
    showsManagedFields = invocation.has("show-managed-fields")
    let watches = invocation.has("watch") || invocation.has("watch-only")
    watch =
      watches
      ? GetWatch.Options(
        skipsFirstList: invocation.has("watch-only"),
        showsEvents: invocation.has("output-watch-events")) : nil
  }

  /// Flags that go with some others only.
  private static func check(
    _ invocation: Invocation, _ selection: ObjectSelection, _ format: OutputFormat?
  ) throws(UsageError) {
    if invocation.has("show-labels"), !isTable(format) {
      let output = invocation["output"] ?? ""
      throw .error("--show-labels option cannot be used with \(output) printer")
    }
    let watches = invocation.has("watch") || invocation.has("watch-only")
    if invocation.has("output-watch-events"), !watches {
      throw .error(
        "--output-watch-events option can only be used with --watch or --watch-only")
    }
    let isBulk = !selection.words.isByName && selection.files == nil
    if invocation["subresource"] != nil, isBulk {
      throw .error("subresource cannot be used when bulk resources are specified")
    }
  }

  var fileNeeds: [FileNeed] {
    selection.fileNeeds + (format?.fileNeed.map { [$0] } ?? [])
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    if let raw { return .show([.line(try raw.answer(in: context))]) }
    let format = try format?.resolved(in: context)
    if let watch {
      if selection.namesSeveralOfOneKind {
        return try planForUnwatched(listing: !watch.skipsFirstList, format, in: context)
      }
      return .wait(
        try GetWatch(watch, selection: selection, format: format, table: tableOptions, in: context))
    }
    var found = try selection.find(in: context)
    if let sortKey {
      for index in found.groups.indices {
        found.groups[index].objects = try sortKey.sorted(found.groups[index].objects)
      }
    }
    if ignoresNotFound { found.failures = [] }
    if case .scale? = subresource { return try plan(scales: found, format, in: context) }
    let parts = try parts(for: found, format: format, in: context)
    let told =
      Self.isTable(format)
      ? selection.toldBehind(found.failures, in: context) : found.failures
    return .show(selection.warnings + parts + told.map(Part.failed))
  }

  private static func isTable(_ format: OutputFormat?) -> Bool {
    if let format, case .wide = format { true } else { format == nil }
  }

  /// `-w` with several names: they are listed, and then it turns out that they cannot be watched.
  private func planForUnwatched(
    listing: Bool, _ format: OutputFormat?, in context: Context
  ) throws(Failure) -> Plan {
    let found = try selection.find(in: context)
    if let failure = found.failures.first { throw failure }
    let problem = Failure.error(
      "you may only watch a single resource or type of resource at a time")
    let list = listing ? try parts(for: found, format: format, in: context) : []
    return .show(list + [.failed(problem)])
  }

  private func parts(
    for found: ObjectSelection.Found, format: OutputFormat?, in context: Context
  ) throws(Failure) -> [Part] {
    let objects = found.objects
    // One file that does not hold is as if nothing had been asked for.
    if !Self.isTable(format), selection.files != nil, selection.isSingle, !found.failures.isEmpty {
      return []
    }
    switch format {
    case nil, .wide:
      if objects.isEmpty {
        return found.failures.isEmpty && !ignoresNotFound
          ? [selection.nothingFound(in: context)] : []
      }
      var options = tableOptions
      // Files name their kinds only once they are read.
      if selection.files != nil, Set(objects.map(\.kind)).count > 1 { options.showsKind = true }
      return options.parts(for: found.groups, at: context.now)
    case .name:
      return objects.map { .line("\($0.kind.qualifiedSingular)/\($0.metadata.name)") }
    case .customColumns(let columns):
      if objects.isEmpty, isNothingShown { return [] }
      var (table, failure) = OutputFormat.table(objects.map { shown($0, in: format) }, columns)
      if tableOptions.hidesHeader { table.header = [] }
      return [.out(.table(table))] + failure
    case .yaml, .kyaml, .json, .jsonPath, .jsonPathAsJSON, .goTemplate, .inFile:
      guard let format else { return [] }
      if selection.isSingle, objects.count <= 1 {
        return objects.first.flatMap { format.parts(for: shown($0, in: format)) } ?? []
      }
      if objects.isEmpty, isNothingShown { return [] }
      return format.parts(for: APIValue.list(objects.map { shown($0, in: format) })) ?? []
    }
  }

  /// Whether there is no list, not even an empty one: one object was named and is not there, or
  /// nobody minds that none is.
  private var isNothingShown: Bool { selection.isSingle || ignoresNotFound }

  /// `--subresource=scale`: how many pods are wanted and there are.
  private func plan(
    scales found: ObjectSelection.Found, _ format: OutputFormat?, in context: Context
  ) throws(Failure) -> Plan {
    let scales = found.objects.map { ($0, $0.scaleDocument) }
    guard scales.allSatisfy({ $0.1 != nil }) else {
      throw .plain("Error from server (NotFound): the server could not find the requested resource")
    }
    let documents = scales.compactMap(\.1)
    let list = documents.count == 1 ? documents[0] : APIValue.list(documents)
    if let parts = format?.parts(for: list) { return .show(parts) }
    let rows = scales.map { object, scale in
      [
        object.metadata.name, "\(scale?.value(at: ["spec", "replicas"])?.integer ?? 0)",
        "\(scale?.value(at: ["status", "replicas"])?.integer ?? 0)",
        Cell.age(of: object.metadata.creationTimestamp, at: context.now),
      ]
    }
    let header = tableOptions.hidesHeader ? [] : ["NAME", "DESIRED", "AVAILABLE", "AGE"]
    return .show(
      [.out(.table(Table(header: header, rows: rows)))] + found.failures.map(Part.failed))
  }

  private func shown(_ object: any APIObject, in format: OutputFormat?) -> APIValue {
    object.shown(managedFields: showsManagedFields || format?.showsManagers ?? false)
  }
}

extension APIValue {
  /// Documents as a `List`, as kubectl wraps several of them.
  static func list(_ items: [APIValue]) -> APIValue {
    [
      "apiVersion": "v1", "items": .array(items), "kind": "List",
      "metadata": ["resourceVersion": ""],
    ]
  }
}

extension UsageError {
  static let noResourceType = UsageError.plain(
    """
    You must specify the type of resource to get. Use "kubectl api-resources" for a complete list \
    of supported resources.

    error: Required resource not specified.
    Use "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl \
    explain pods).
    See 'kubectl get -h' for help and examples
    """)
}
