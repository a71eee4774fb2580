import Manifests
import Objects
import Store

/// `--server-side`: the server merges, and remembers whose each field is.
struct ServerSideApplying: Sendable {
  private let options: WriteOptions
  private let isForced: Bool
  private let part: ChangedPart

  init(_ invocation: Invocation, _ options: WriteOptions, _ part: ChangedPart) {
    self.options = options
    self.part = part
    isForced = invocation.has("force-conflicts")
  }

  func step(
    for item: ManifestFiles.Item, _ validation: ManifestFiles.Item.Validation
  ) throws(Failure) -> Step {
    let intent = Intent.applyServerSide(
      try Self.document(item, isForced: isForced, part: part, writer: options.writer))
    let line = Write.Answer.line(
      "\(item.kind.qualifiedSingular)/\(item.name) serverside-applied\(options.suffix)")
    return .write(
      Write(
        intent, answer: options.format.map(Write.Answer.object) ?? line,
        isDryRun: options.dryRun == .server, writer: options.writer))
  }

  /// What the server gets; it takes no field that its schema does not have.
  static func document(
    _ item: ManifestFiles.Item, isForced: Bool, part: ChangedPart, writer: FieldWriter
  ) throws(Failure) -> AppliedDocument {
    let decoding = StrictDecoding(item.document, kind: item.kind.rawValue)
    if !decoding.unknownFields.isEmpty {
      throw .plain("Error from server: " + unknown(decoding.unknownFields, in: item))
    }
    if decoding.typeError != nil {
      _ = try item.check(.strict, doing: "error when patching \"\(item.source)\"")
    }
    if !(item.document.value(at: ["metadata", "managedFields"])?.array ?? []).isEmpty {
      throw .rejected(.badRequest("metadata.managedFields must be nil"))
    }
    return AppliedDocument(
      item.document, to: item.key, isForced: isForced, part: part.rawValue,
      takesOver: writer.manager == "kubectl" && part == .whole)
  }

  private static func unknown(_ fields: [String], in item: ManifestFiles.Item) -> String {
    let places = fields.map { field in
      let path = field.split(separator: "\"").dropFirst().first.map(String.init) ?? field
      return ".\(path): field not declared in schema"
    }
    let subject =
      "failed to create typed patch object (\(item.key.namespacedName); "
      + "\(item.kind.apiVersion), Kind=\(item.kind.rawValue)): "
    guard places.count > 1 else { return subject + (places.first ?? "") }
    return subject + "errors:" + places.map { "\n  \($0)" }.joined()
  }
}
