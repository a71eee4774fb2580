import Objects

/// What the words of `get`, `delete`, `describe` … name: kinds, or objects.
public struct ResourceWords: Sendable, Equatable {
  public struct Name: Hashable, Sendable {
    public var kind: Kind
    public var name: String

    public init(_ kind: Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }
  }

  /// The kinds named, in order.
  public var kinds: [Kind]
  /// The objects named; empty when whole kinds are meant.
  public var names: [Name]
  /// Kinds named that a cluster serves but this one has no objects of, because they are not
  /// simulated.
  public private(set) var absent: [APIResource] = []
  /// Names of such objects: whoever asks for them is told that they are not there.
  public private(set) var absentNames: [AbsentName] = []

  /// An object of a kind that is not simulated.
  public struct AbsentName: Hashable, Sendable {
    public var resource: APIResource
    public var name: String
  }

  init(kinds: [Kind]) {
    self.kinds = kinds
    names = []
  }

  /// Whether objects came as TYPE/NAME or of several kinds: then tables show the kind.
  public var namesSeveralKinds: Bool { Set(kinds).count + Set(absent).count > 1 }

  /// Whether single objects are named rather than kinds.
  public var isByName: Bool { !names.isEmpty || !absentNames.isEmpty }

  /// Reads `po,svc`, `po a b`, `po/a svc/b`, `all`.
  public init(_ words: [String]) throws(UsageError) {
    kinds = []
    names = []
    guard let first = words.first else { return }
    guard words.contains(where: { $0.contains("/") }) else {
      // A category is many kinds, and names go with one.
      if words.count > 1, first == Self.category {
        throw .error("you must specify only one resource")
      }
      (kinds, absent) = try Self.kinds(first, isOfNames: words.count > 1)
      for kind in kinds { names += words.dropFirst().map { Name(kind, $0) } }
      for resource in absent {
        absentNames += words.dropFirst().map { AbsentName(resource: resource, name: $0) }
      }
      return
    }
    for word in words {
      guard word.contains("/") else { throw .resourceTypeRepeated }
      let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .malformedResource(word)
      }
      let (found, missing) = try Self.kinds(parts[0], isOfNames: true)
      for kind in found {
        if !kinds.contains(kind) { kinds.append(kind) }
        names.append(Name(kind, parts[1]))
      }
      for resource in missing {
        absent.append(resource)
        absentNames.append(AbsentName(resource: resource, name: parts[1]))
      }
    }
  }

  private static let category = "all"

  /// The kinds of a list such as `po,svc` or of a category such as `all`, which has no names.
  private static func kinds(
    _ list: String, isOfNames: Bool
  ) throws(UsageError) -> ([Kind], [APIResource]) {
    var kinds: [Kind] = []
    var absent: [APIResource] = []
    var seen: Set<Substring> = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false)
    where seen.insert(part).inserted {
      let word = String(part)
      if word == category, !isOfNames {
        kinds += Kind.allOfCategory
        continue
      }
      if let kind = try? Kind(kubectlWord: word) {
        kinds.append(kind)
      } else if let served = APIResource.named(word) {
        absent.append(served)
      } else {
        throw .unknownResourceType(UsageError.resource(of: word))
      }
    }
    return (kinds, absent)
  }
}

extension Kind {
  /// The kinds that `all` means, in the order in which kubectl lists them.
  static let allOfCategory: [Kind] = [
    .pod, .replicationController, .service, .daemonSet, .deployment, .replicaSet, .statefulSet,
    .horizontalPodAutoscaler, .cronJob, .job,
  ]

  /// The kind a word names: `pods`, `pod`, `po`, `Pod`, `deployments.apps`, `deployments.v1.apps`.
  public init(kubectlWord word: String) throws(UsageError) {
    let lower = word.lowercased()
    let parts = lower.split(separator: ".", maxSplits: 1).map(String.init)
    let name = parts.first ?? lower
    let found = Kind.allCases.first { kind in
      let facts = kind.facts
      guard facts.plural == name || kind.singular == name || facts.shortNames.contains(name) else {
        return false
      }
      guard parts.count > 1 else { return true }
      // Nobody's group is the version alone: `pods.v1.` has the dot that ends it.
      return parts[1] == facts.group || parts[1] == "\(facts.version).\(facts.group)"
    }
    guard let found else { throw .unknownResourceType(UsageError.resource(of: word)) }
    self = found
  }
}
