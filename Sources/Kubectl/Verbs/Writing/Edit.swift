import Manifests
import Objects
import Store

/// `kubectl edit`: an object in the user's editor.
struct Edit: Verb {
  static let name = "edit"
  static let summary = "Edit a resource on the server"
  static let usage = "edit (RESOURCE/NAME | -f FILENAME)"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    output-patch false
    save-config false
    subresource ''
    validate=strict strict
    windows-line-endings false
    """
  ).with(WriteOptions.flags(as: "kubectl-edit")).without("dry-run").with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let part: ChangedPart

  init(_ invocation: Invocation) throws(UsageError) {
    part = try ChangedPart(invocation, among: [.status, .resize])
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
    return .edit(EditedObject(object: object, options: options, part: part))
  }
}

/// An object on its way through the editor.
struct EditedObject: Editing {
  let object: any APIObject
  let options: WriteOptions
  let part: ChangedPart

  private static let notice = """
    # Please edit the object below. Lines beginning with a '#' will be ignored,
    # and an empty file will abort the edit. If an error occurs while saving this file will be
    # reopened with the relevant failures.
    #

    """

  var text: String { Self.notice + YAML.encode(object.shown(managedFields: false)) }

  func plan(edited: String, in context: Context) throws(Failure) -> Plan {
    let document: APIValue
    do throws(ManifestError) {
      document = try YAML.value(in: edited)
    } catch {
      throw .error("error converting YAML to JSON: yaml: \(error.goMessage)")
    }
    if document == .null || document == object.shown(managedFields: false) {
      return .show([.note("Edit cancelled, no changes made.")])
    }
    let item = ManifestFiles.Item(kind: object.kind, document: document, source: "edited")
    guard document["kind"]?.string == object.kind.rawValue, item.key == object.key else {
      throw .error("At least one of apiVersion, kind and name was changed")
    }
    _ = try item.check(.strict, doing: "error when patching")
    var fresh = document
    fresh["metadata"]?["resourceVersion"] = nil
    let changed = try object.kind.decode(fresh, in: context)
    return .submit([
      options.step(
        try part.intent(for: changed), changed, done: "edited",
        unchanged: "skipped")
    ])
  }
}
