import Manifests
import Objects
import Store

/// `kubectl apply view-last-applied`: the manifest that apply remembers with an object.
struct ViewLastApplied: Verb {
  static let name = "apply view-last-applied"
  static let summary = "View the latest last-applied-configuration annotations"
  static let usage =
    "apply view-last-applied (TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME)"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all false
    output o yaml
    selector l ''
    """
  ).with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let isJSON: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    let format = invocation["output"] ?? "yaml"
    guard ["yaml", "json"].contains(format) else {
      throw .misuse(
        "Unexpected -o output mode: \(format), the flag 'output' must be one of yaml|json",
        verb: Self.name)
    }
    isJSON = format == "json"
    targets = try WriteTargets(invocation, takesKinds: true)
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try targets.find(in: context)
    var parts: [Part] = []
    for object in found.objects {
      let record = try object.lastApplied
      parts.append(.out(isJSON ? .text(Self.narrow(record)) : .document(record, .yaml)))
    }
    return .show(parts + found.failures.map(Part.failed))
  }
}

extension ViewLastApplied {
  /// As JSON with two spaces a level, where kubectl has four everywhere else.
  private static func narrow(_ record: APIValue) -> String {
    JSON.encode(record, pretty: true).split(separator: "\n").map { line in
      let indent = line.prefix { $0 == " " }.count
      return line.dropFirst(indent / 2) + "\n"
    }.joined()
  }
}

/// `kubectl apply set-last-applied`: makes apply remember a file as it is; nothing else changes.
struct SetLastApplied: Verb {
  static let name = "apply set-last-applied"
  static let summary = "Set the last-applied-configuration annotation to match a file"
  static let usage = "apply set-last-applied -f FILENAME"
  static let flags = FlagTable("create-annotation false").with(WriteOptions.flags)
    .without("field-manager").with(ManifestFiles.flags).without("kustomize", "recursive")

  private let files: ManifestFiles
  private let options: WriteOptions
  private let creates: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    files = try ManifestFiles(invocation)
    options = try WriteOptions(invocation)
    creates = invocation.has("create-annotation")
    if files.isEmpty { throw .nothingNamed }
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let (items, failures) = files.items(in: context, namespace: options.namespace)
    if let failure = failures.first { throw failure }
    var steps: [Step] = []
    for item in items {
      guard let stored = context.state[item.key] else { throw .rejected(.notFound(item.key)) }
      let before = stored.metadata.annotations[Apply.annotation]
      if before == nil, !creates {
        throw .usage(
          .misuse(
            "no last-applied-configuration annotation found on resource: \(item.name), to create "
              + "the annotation, run the command with --create-annotation", verb: Self.name))
      }
      let record = Apply.record(of: item.document)
      guard before != record else {
        steps.append(.say(.line("set-last-applied \(item.name): no changes required.\n")))
        continue
      }
      steps.append(options.recording(record, with: stored))
    }
    return .submit(steps)
  }
}

/// `kubectl apply edit-last-applied`: the manifest that apply remembers, in the user's editor.
struct EditLastApplied: Verb {
  static let name = "apply edit-last-applied"
  static let summary = "Edit latest last-applied-configuration annotations of a resource/object"
  static let usage = "apply edit-last-applied (RESOURCE/NAME | -f FILENAME)"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    validate=strict strict
    windows-line-endings false
    """
  ).with(WriteOptions.flags(as: "kubectl-client-side-apply")).without("dry-run")
    .with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    options = try WriteOptions(invocation)
    targets = try WriteTargets(invocation)
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try targets.find(in: context)
    if let failure = found.failures.first { throw failure }
    guard let object = found.objects.first, found.objects.count == 1 else {
      throw .error("podlab edits one object at a time")
    }
    return .edit(EditedRecord(object: object, record: try object.lastApplied, options: options))
  }
}

/// What apply remembers, on its way through the editor.
struct EditedRecord: Editing {
  let object: any APIObject
  let record: APIValue
  let options: WriteOptions

  var text: String { EditedObject.notice + YAML.encode(record) }

  func plan(edited: String, in context: Context) throws(Failure) -> Plan {
    let document: APIValue
    do throws(ManifestError) {
      document = try YAML.value(in: edited)
    } catch {
      throw .error("error converting YAML to JSON: \(error.goMessage)")
    }
    if document == .null || document == record {
      return .show([.note("Edit cancelled, no changes made.")])
    }
    return .submit([
      options.recording(Apply.record(of: document), with: object, done: "edited")
    ])
  }
}

extension WriteOptions {
  /// The step that makes apply remember `record` as an object's manifest.
  fileprivate func recording(
    _ record: String, with object: any APIObject, done: String = "configured"
  ) -> Step {
    var changed: any APIObject = object
    changed.metadata.resourceVersion = 0
    changed.metadata.annotations[Apply.annotation] = record
    return step(.update(changed), changed, done: done)
  }
}

extension APIObject {
  /// The manifest that was applied last.
  fileprivate var lastApplied: APIValue {
    get throws(Failure) {
      guard let text = metadata.annotations[Apply.annotation],
        let record = try? YAML.value(in: text)
      else {
        throw .error(
          "no last-applied-configuration annotation found on resource: \(metadata.name)")
      }
      return record
    }
  }
}
