import Objects
import Store

/// Which objects a command is about: words, selectors and namespaces taken together.
public struct ObjectSelection: Sendable {
  public var words: ResourceWords
  /// The text of `-l`; nil picks whatever the labels are.
  public var labelSelector: String?
  public var fieldSelector: String?
  /// The namespace of `-n`; nil means the current one.
  public var namespace: String?
  public var inAllNamespaces: Bool
  /// What `-f` names; nil when nothing is.
  let files: ManifestFiles?
  /// Whether exactly two words were given, such as a type and a name.
  private(set) var isTwoWords = false
  /// Whether these are several types, such as `po,svc`, and a name.
  private(set) var isTypesAndName = false

  /// Objects of one kind, in the order in which they are shown.
  public struct Group: Sendable {
    public var kind: Kind
    public var objects: [any APIObject]
  }

  /// What was found, and what was named but is not there.
  public struct Found: Sendable {
    public var groups: [Group] = []
    public var failures: [Failure] = []

    public var objects: [any APIObject] { groups.flatMap(\.objects) }
  }

  /// Reads the words and the flags `-l`, `--field-selector`, `-n` and `-A` as far as the verb has
  /// them. `words` are the invocation's own unless some of them mean something else.
  public init(_ invocation: Invocation, words: [String]? = nil) throws(UsageError) {
    let named = try ManifestFiles(invocation)
    files = named.isEmpty ? nil : named
    if files != nil, !(words ?? invocation.arguments).isEmpty {
      throw .error(
        "when paths, URLs, or stdin is provided as input, you may not specify resource arguments "
          + "as well")
    }
    self.words = try ResourceWords(words ?? invocation.arguments)
    let given = words ?? invocation.arguments
    isTwoWords = given.count == 2
    isTypesAndName = isTwoWords && self.words.namesSeveralKinds && !given[0].contains("/")
    labelSelector = invocation["selector"]
    fieldSelector = invocation["field-selector"]
    namespace = invocation.namespace
    inAllNamespaces = invocation.has("all-namespaces")
    try check(words ?? invocation.arguments)
  }

  private func check(_ given: [String]) throws(UsageError) {
    guard words.isByName else { return }
    if labelSelector != nil || fieldSelector != nil { throw .selectorBeside(given) }
    if inAllNamespaces {
      throw .error("a resource cannot be retrieved by name across all namespaces")
    }
  }

  /// The objects of one kind in the current namespace, without words: what `logs -l` looks at.
  public init(kind: Kind, labelSelector: String?, namespace: String?, inAllNamespaces: Bool = false)
  {
    words = ResourceWords(kinds: [kind])
    self.labelSelector = labelSelector
    self.namespace = namespace
    self.inAllNamespaces = inAllNamespaces
    files = nil
  }

  /// Whether what it names is one object, even if the words do not show it.
  var isSingle: Bool { words.names.count == 1 || (files?.isSingleFile ?? false) }

  /// Whether it names several objects, all of one kind.
  var namesSeveralOfOneKind: Bool { words.names.count > 1 && words.kinds.count == 1 }

  /// The files of the host that have to be seen before anything is found.
  var fileNeeds: [FileNeed] { files?.needs ?? [] }

  /// The namespace it is about.
  public func namespace(in context: Context) -> String { namespace ?? context.namespace }

  public func find(in context: Context) throws(Failure) -> Found {
    if let files { return find(files, in: context) }
    return words.isByName ? findNames(in: context) : try findKinds(in: context)
  }

  /// The objects of the cluster that the manifests name.
  private func find(_ files: ManifestFiles, in context: Context) -> Found {
    let (items, failures) = files.items(in: context, namespace: namespace)
    var found = Found(failures: failures)
    for item in items { add(item.key, to: &found, in: context) }
    return found
  }

  private func add(_ key: ObjectKey, to found: inout Found, in context: Context) {
    do throws(Failure) {
      let object = try Self.object(key, in: context)
      if found.groups.last?.kind == key.kind {
        found.groups[found.groups.count - 1].objects.append(object)
      } else {
        found.groups.append(Group(kind: key.kind, objects: [object]))
      }
    } catch {
      found.failures.append(error)
    }
  }

  /// The object of this key, or why it is not there: a missing namespace is told first.
  static func object(_ key: ObjectKey, in context: Context) throws(Failure) -> any APIObject {
    if key.name.isEmpty { throw .error("resource name may not be empty") }
    try context.ask(for: key)
    if let object = context.state[key] { return object }
    let room = ObjectKey(.namespace, name: key.namespace)
    if !key.namespace.isEmpty, context.state[room] == nil { throw .rejected(.notFound(room)) }
    throw .rejected(.notFound(key))
  }

  private func findNames(in context: Context) -> Found {
    var found = Found()
    for name in words.names {
      add(
        ObjectKey(name.kind, namespace: namespace(in: context), name: name.name), to: &found,
        in: context)
    }
    for absent in words.absentNames {
      found.failures.append(
        .plain(
          "Error from server (NotFound): \(absent.resource.qualifiedName) \"\(absent.name)\" not "
            + "found"))
    }
    return found
  }

  private func findKinds(in context: Context) throws(Failure) -> Found {
    var found = Found()
    for kind in words.kinds {
      let accepts = try filter(for: kind)
      let room = inAllNamespaces ? nil : namespace(in: context)
      let everything = ObjectKey(kind, namespace: room ?? "", name: "")
      if let refusal = context.refusal(of: AccessRequest("list", everything)) {
        found.failures.append(.rejected(refusal))
        continue
      }
      let keys = context.state.keys(kind, in: room)
      let objects = keys.compactMap { context.state[$0] }.filter(accepts)
      found.groups.append(Group(kind: kind, objects: objects))
    }
    return found
  }

  /// Whether an object of this kind is meant, by labels and fields.
  func filter(for kind: Kind) throws(Failure) -> (any APIObject) -> Bool {
    let labels = try readLabels(for: kind)
    let fields: [FieldRequirement]
    do throws(FieldRequirement.Problem) {
      fields = try FieldRequirement.read(fieldSelector ?? "", for: kind)
    } catch {
      throw unable(kind, error.message)
    }
    if labels.isEmpty, fields.isEmpty { return { _ in true } }
    return { object in
      labels.matches(object.metadata.labels) && fields.allSatisfy { $0.holds(for: object) }
    }
  }

  private func readLabels(for kind: Kind) throws(Failure) -> LabelSelector {
    do throws(LabelSelector.TextError) {
      return try LabelSelector(text: labelSelector ?? "")
    } catch {
      throw unable(kind, error.message)
    }
  }

  private func unable(_ kind: Kind, _ why: String) -> Failure {
    .rejected(
      .badRequest(
        "Unable to find \"\(kind.facts.group)/\(kind.facts.version), "
          + "Resource=\(kind.facts.plural)\" that match label selector "
          + "\"\(labelSelector ?? "")\", field selector "
          + "\"\(fieldSelector ?? "")\": \(why)"))
  }

  /// What kubectl says when nothing was found.
  public func nothingFound(in context: Context) -> Part {
    let isNamespaced =
      words.kinds.allSatisfy(\.isNamespaced) && words.absent.allSatisfy(\.isNamespaced)
    if inAllNamespaces || !isNamespaced {
      return .note("No resources found")
    }
    return .note("No resources found in \(namespace(in: context)) namespace.")
  }
}

extension UsageError {
  /// A selector, or `--all` where it is one, beside objects that are named.
  static func selectorBeside(_ words: [String]) -> UsageError {
    words.contains { $0.contains("/") } || (words.first ?? "").contains(",")
      ? .error("selectors and the all flag cannot be used when passing resource/name arguments")
      : .error("name cannot be provided when a selector is specified")
  }

  /// A selector, or `--all` where it is one, that says nothing of what is selected.
  static let selectorOfNothing = UsageError.error(
    "at least one resource must be specified to use a selector")
}

extension Invocation {
  /// Throws when everything is meant and only what a selector picks as well.
  func checkAllIsAlone() throws(UsageError) {
    for flag in ["selector", "field-selector"] where has("all") && self[flag] != nil {
      throw .error("cannot set --all and --\(flag) at the same time")
    }
  }
}
