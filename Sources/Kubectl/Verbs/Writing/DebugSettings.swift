import Manifests
import Objects

/// What the flags of `kubectl debug` ask for.
struct DebugSettings: Sendable {
  let image: String?
  let command: [String]
  let commandIsArguments: Bool
  let container: String?
  let target: String?
  let copyName: String
  /// Images by container; `*` for all others.
  let images: [String: String]
  let environment: [EnvironmentVariable]
  let pullPolicy: PullPolicy?
  let profile: DebugProfile
  /// A file with more of the container.
  let custom: String?
  let replaces: Bool
  let staysOnNode: Bool
  /// nil when the flag was not given.
  let sharesProcesses: Bool?
  /// The flags of what a copy keeps.
  let kept: Set<String>
  let passesStdin: Bool
  let isTerminal: Bool
  let isQuiet: Bool

  static let keepFlags = [
    "keep-labels", "keep-annotations", "keep-liveness", "keep-readiness", "keep-startup",
    "keep-init-containers",
  ]

  init(_ invocation: Invocation) throws(UsageError) {
    image = invocation["image"]
    command = invocation.command ?? []
    commandIsArguments = invocation.has("arguments-only")
    container = invocation["container"]
    target = invocation["target"]
    copyName = invocation["copy-to"] ?? ""
    custom = invocation["custom"]
    replaces = invocation.has("replace")
    staysOnNode = invocation.has("same-node")
    sharesProcesses =
      invocation.isSet("share-processes") ? invocation.has("share-processes") : nil
    kept = Set(Self.keepFlags.filter(invocation.has))
    passesStdin = invocation.has("stdin")
    isTerminal = invocation.has("tty")
    isQuiet = invocation.has("quiet")
    images = try Self.images(invocation)
    environment = try Self.environment(invocation)
    pullPolicy = try Self.pullPolicy(invocation)
    let word = invocation["profile"] ?? DebugProfile.general.rawValue
    guard let profile = DebugProfile(rawValue: word) else {
      throw .error("unknown profile: \(word)")
    }
    self.profile = profile
    try check(invocation)
  }

  // MARK: - Reading

  private static func images(_ invocation: Invocation) throws(UsageError) -> [String: String] {
    var images: [String: String] = [:]
    for text in invocation.commaList("set-image") {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        guard let flag = Debug.flags["set-image"] else { return [:] }
        let given = invocation["set-image"] ?? text
        throw .invalidValue(
          given, flag: flag, why: "\(text) must be formatted as key=value",
          verb: invocation.verb)
      }
      images[String(sides[0])] = String(sides[1])
    }
    return images
  }

  private static func environment(
    _ invocation: Invocation
  ) throws(UsageError) -> [EnvironmentVariable] {
    var variables: [EnvironmentVariable] = []
    for text in invocation.list("env") {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty else { throw .error("invalid env: \(text)") }
      var variable = EnvironmentVariable()
      variable.name = String(sides[0])
      variable.value = String(sides[1])
      variables.append(variable)
    }
    return variables
  }

  private static func pullPolicy(_ invocation: Invocation) throws(UsageError) -> PullPolicy? {
    guard let word = invocation["image-pull-policy"] else { return nil }
    guard let policy = PullPolicy(rawValue: word) else {
      throw .error("invalid image pull policy: \(word)")
    }
    return policy
  }

  // MARK: - What does not go together

  private func check(_ invocation: Invocation) throws(UsageError) {
    if let image, !ImageText.isValid(image) {
      throw .error("Invalid image name \"\(image)\": invalid reference format")
    }
    let isNode = invocation.arguments.contains {
      $0.hasPrefix("node/") || $0.hasPrefix("nodes/") || $0.hasPrefix("no/")
    }
    if copyName.isEmpty {
      try checkWithoutCopy(invocation, isNode: isNode)
    } else {
      if image == nil, images.isEmpty, command.isEmpty {
        throw .error("you must specify --image, --set-image or command arguments.")
      }
      if !command.isEmpty, container == nil, image == nil {
        throw .error("you must specify an existing container or a new image when specifying args.")
      }
      if target != nil {
        throw .error("--target is incompatible with --copy-to. Use --share-processes instead.")
      }
    }
    if isTerminal, !passesStdin {
      throw .error("-i/--stdin is required for containers with -t/--tty=true")
    }
  }

  private func checkWithoutCopy(
    _ invocation: Invocation, isNode: Bool
  ) throws(UsageError) {
    if replaces { throw .error("--replace may only be used with --copy-to.") }
    if staysOnNode { throw .error("--same-node may only be used with --copy-to.") }
    if !images.isEmpty { throw .error("--set-image may only be used with --copy-to.") }
    if sharesProcesses != nil, !isNode {
      throw .error("--share-processes may only be used with --copy-to.")
    }
    for flag in Self.keepFlags where invocation.isSet(flag) {
      throw .error("--\(flag) may only be used with --copy-to.")
    }
    if image == nil { throw .error("you must specify --image when not using --copy-to.") }
  }
}
