import Engine
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
    if !found.failures.isEmpty { return .show(found.failures.map(Part.failed)) }
    guard let object = found.objects.first, found.objects.count == 1 else {
      throw .error("podlab edits one object at a time")
    }
    return .edit(EditedObject(object, options, part))
  }
}

/// An object on its way through the editor.
struct EditedObject: Editing {
  private let object: any APIObject
  private let options: WriteOptions
  private let part: ChangedPart
  /// What the user had saved when it was refused, and why.
  private var refused: (document: APIValue, reasons: [String])?

  init(_ object: any APIObject, _ options: WriteOptions, _ part: ChangedPart) {
    self.object = object
    self.options = options
    self.part = part
  }

  static let notice = """
    # Please edit the object below. Lines beginning with a '#' will be ignored,
    # and an empty file will abort the edit. If an error occurs while saving this file will be
    # reopened with the relevant failures.
    #

    """

  private var shown: APIValue { object.shown(managedFields: false) }

  var text: String {
    guard let refused else { return Self.notice + YAML.encode(shown) }
    let reasons = refused.reasons.map { "# \($0)\n" }.joined()
    return Self.notice + reasons + "#\n" + YAML.encode(refused.document)
  }

  func plan(edited: String, in context: Context) throws(Failure) -> Plan {
    let document: APIValue
    do throws(ManifestError) {
      document = try YAML.value(in: edited)
    } catch {
      throw .error("error converting YAML to JSON: \(error.goMessage)")
    }
    if let refused, document == refused.document {
      throw .error("Edit cancelled, no valid changes were saved.")
    }
    if document == .null { return .show([.note("Edit cancelled, saved file was empty.")]) }
    if document == shown { return .show([.note("Edit cancelled, no changes made.")]) }
    let item = ManifestFiles.Item(kind: object.kind, document: document, source: "edited")
    guard document["kind"]?.string == object.kind.rawValue, item.key == object.key else {
      throw .error("At least one of apiVersion, kind and name was changed")
    }
    do throws(Failure) {
      return try save(item, in: context)
    } catch {
      guard case .rejected(.invalid(_, _, let problems), _) = error else { throw error }
      return again(document, problems)
    }
  }

  private func save(
    _ item: ManifestFiles.Item, in context: Context
  ) throws(Failure) -> Plan {
    _ = try item.check(.strict, doing: "error when patching")
    let changed = try object.kind.decode(item.document.unversioned, in: context)
    let intent = try part.intent(for: changed)
    var state = context.state
    var random = SeededRandom(seed: 0)
    do throws(Rejection) {
      _ = try state.apply(intent, by: .user, at: context.now, using: &random)
    } catch {
      throw .rejected(error)
    }
    return .submit([options.step(intent, changed, done: "edited", unchanged: "skipped")])
  }

  /// Opens the file once more, with what is wrong at its top.
  private func again(_ document: APIValue, _ problems: [FieldProblem]) -> Plan {
    let name = "\(object.kind.qualifiedPlural) \"\(object.metadata.name)\""
    var next = self
    next.refused = (document, ["\(name) was not valid:"] + problems.map { "* \($0.message)" })
    return .inOrder([.show([.note("error: \(name) is invalid")]), .edit(next)])
  }
}
