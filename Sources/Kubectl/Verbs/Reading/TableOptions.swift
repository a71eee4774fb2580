import Engine
import Objects

/// How `get` lays out its tables.
struct TableOptions: Sendable {
  var isWide: Bool
  var hidesHeader: Bool
  var showsKind: Bool
  var showsLabels: Bool
  var labelColumns: [String]
  var showsNamespace: Bool
  /// `--server-print=false`: kubectl's own columns, which are few.
  var isPlain: Bool

  init(_ invocation: Invocation, selection: ObjectSelection, format: OutputFormat?) {
    if case .wide? = format { isWide = true } else { isWide = false }
    hidesHeader = invocation.has("no-headers")
    // Of single objects, those that were found count.
    let isByName = selection.words.isByName || selection.files != nil
    showsKind = invocation.has("show-kind") || (!isByName && selection.words.namesSeveralKinds)
    showsLabels = invocation.has("show-labels")
    labelColumns = invocation.commaList("label-columns")
    showsNamespace = selection.inAllNamespaces
    isPlain = !invocation.has("server-print")
  }

  /// One table a kind, an empty line between them.
  func parts(for groups: [ObjectSelection.Group], at now: SimTime) -> [Part] {
    var parts: [Part] = []
    var options = self
    if Set(groups.map(\.kind)).count > 1 { options.showsKind = true }
    for group in groups where !group.objects.isEmpty {
      if !parts.isEmpty { parts.append(.line("")) }
      let rows = group.objects.map { options.row(for: $0, at: now) }
      parts.append(
        .out(.table(Table(header: hidesHeader ? [] : header(of: group.kind), rows: rows))))
    }
    return parts
  }

  func header(of kind: Kind) -> [String] {
    var header = isPlain ? ["NAME", "AGE"] : kind.header(wide: isWide)
    if showsNamespace, kind.isNamespaced { header.insert("NAMESPACE", at: 0) }
    header += labelColumns.map { label in
      (label.split(separator: "/").last.map(String.init) ?? label).uppercased()
    }
    return showsLabels ? header + ["LABELS"] : header
  }

  func row(for object: any APIObject, at now: SimTime) -> [String] {
    var cells =
      isPlain
      ? [object.metadata.name, Cell.age(of: object.metadata.creationTimestamp, at: now)]
      : object.cells(wide: isWide, at: now)
    // Events carry their name in the last column, if at all.
    if showsKind, object.kind != .event {
      cells[0] = "\(object.kind.qualifiedSingular)/\(cells[0])"
    }
    if showsNamespace, object.kind.isNamespaced { cells.insert(object.metadata.namespace, at: 0) }
    cells += labelColumns.map { object.metadata.labels[$0] ?? "" }
    return showsLabels ? cells + [Cell.orNone(object.metadata.labels.joined())] : cells
  }
}
