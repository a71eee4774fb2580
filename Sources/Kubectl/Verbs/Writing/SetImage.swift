import Objects
import Store

/// `kubectl set`: the word before what is set.
struct SetGroup: VerbGroup {
  static let name = "set"
  static let summary = "Set specific features on objects"
  static let usage = "set SUBCOMMAND"
}

/// `kubectl set image`: other images for containers.
struct SetImage: Verb {
  static let name = "set image"
  static let summary = "Update the image of a pod template"
  static let usage =
    "set image (-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... "
    + "CONTAINER_NAME_N=CONTAINER_IMAGE_N"
  static let takes = WordMeaning.resources
  static let flags = FlagTable(
    """
    all false
    local false
    selector l ''
    """
  ).with(WriteOptions.flags(as: "kubectl-set")).with(ManifestFiles.flags)

  private let targets: WriteTargets
  private let options: WriteOptions
  private let images: [(container: String, image: String)]

  init(_ invocation: Invocation) throws(UsageError) {
    let words = try PairWords(invocation.arguments, of: "image")
    try invocation.checkAllIsAlone()
    images = words.changes.filter { $0.contains("=") }.map { text in
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(sides[0]), String(sides[1]))
    }
    options = try WriteOptions(invocation)
    targets = try WriteTargets(
      invocation, words: words.resources, withoutFiles: .localNeedsFiles)
  }

  var fileNeeds: [FileNeed] { targets.files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    let found = try targets.find(in: context)
    if images.isEmpty, found.failures.isEmpty {
      throw .error("at least one image update is required")
    }
    return .submit(
      try targets.steps(in: context) { object throws(Failure) in
        try steps(for: object)
      })
  }

  /// A container that is not there keeps the others from nothing.

  private func steps(for object: any APIObject) throws(Failure) -> [Step] {
    var missing: [String] = images.map(\.container)
    let changed = object.withPodSpec { spec in
      for (container, image) in images {
        let isHere = spec.setImage(image, of: container)
        if isHere { missing.removeAll { $0 == container } }
      }
    }
    guard let changed else { throw object.hasNoPodTemplate }
    // Its own words begin so: they do beside others, too.
    let failures = missing.map { name in
      Step.say(.failed(.plain("error: unable to find container named \"\(name)\"")))
    }
    if changed.isEqual(to: object.unversioned) { return failures }
    return [options.step(.update(changed), changed, done: "image updated")] + failures
  }
}

extension PodSpec {
  /// Gives a container, or with `*` all of them, another image; false when there is none such.
  fileprivate mutating func setImage(_ image: String, of name: String) -> Bool {
    var found = false
    for index in containers.indices where name == "*" || containers[index].name == name {
      containers[index].image = image
      found = true
    }
    for index in initContainers.indices where name == "*" || initContainers[index].name == name {
      initContainers[index].image = image
      found = true
    }
    return found
  }
}
