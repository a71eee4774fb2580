import Kubectl
import Objects
import Simulation
import Store

/// Draws the cluster.
enum MapVerb: Answering {
  static let name = "map"
  static let usage = [
    "map [--by zone|owner|namespace] [-n NAMESPACE] [-A] [-l LABELS] [--all]",
    "map TYPE/NAME [-n NAMESPACE]", "map … [--plain] [--svg FILE]", "map … --json",
  ]
  static let summary = "the cluster as a picture: nodes, what they carry, who waits"
  static let details = """
    Every sign is a pod:
    ● ready  ◐ not ready  ○ starting  ◇ waiting for a node  ✗ failing  ✓ done  ◌ ending
    Bars show what the pods on a node have reserved of it; with a metrics server the lower half of
    a bar is what they really use. Pods stand beside what they belong to; those of kube-system
    count as one until -A or -n asks for them. Many nodes have a line each, where a letter is a pod
    that is ready; very many are drawn in groups. --all folds nothing.
    TYPE/NAME draws one thing: a node, a pod with its containers, volumes and services, a
    Deployment, StatefulSet, DaemonSet, ReplicaSet or Job with its pods, a Service with its
    endpoints. --plain tells the picture in sentences; --svg keeps it in a file.
    """
  static let examples = [
    "map", "map --by owner", "map --by zone --svg zones.svg", "map -l app=web", "map node/worker-1",
    "map pod/web", "map service/web --plain",
  ]
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords {
    switch words.last {
    case "--by": .choices(ClusterPicture.Grouping.allCases.map(\.rawValue))
    case "--svg": .files
    default: .resources
    }
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    let options = try PictureOptions(
      call.arguments, flags: ["A", "all-namespaces"],
      taking: ["by", "n", "namespace", "l", "selector"], for: self)
    let words = options.arguments.words.flatMap { $0.split(separator: "/").map { String($0) } }
    let picture: Picture
    switch words.count {
    case 0:
      let facts = try facts(options, in: session)
      if call.wantsJSON { return Answer(facts.document) { _ in } }
      picture = try cluster(facts, options, in: session)
    case 2:
      try call.refuseJSON(of: self)
      picture = try self.picture(of: words[0], words[1], options, in: session)
    default: throw .usage("a picture of what?", of: self)
    }
    return .done(try session.show(picture, options))
  }

  // MARK: - The cluster

  private static func grouping(
    _ options: PictureOptions
  ) throws(CommandProblem) -> ClusterPicture.Grouping? {
    guard let word = options.arguments["by"] else { return nil }
    guard let grouping = ClusterPicture.Grouping(rawValue: word) else {
      throw .usage("--by takes zone, owner or namespace, not \"\(word)\"", of: self)
    }
    return grouping
  }

  private static func facts(
    _ options: PictureOptions, in session: Session
  ) throws(CommandProblem) -> ClusterFacts {
    let arguments = options.arguments
    let grouping = try grouping(options)
    let room = arguments["n"] ?? arguments["namespace"]
    let isEverywhere = !options.flags.isDisjoint(with: ["A", "all-namespaces"])
    let selector = try selector(arguments["l"] ?? arguments["selector"] ?? "")
    return ClusterFacts(
      of: session.world.state,
      joinsSystem: !isEverywhere && room == nil && grouping != .namespace,
      shows: { pod in
        (room == nil || isEverywhere || pod.metadata.namespace == room)
          && (selector.isEmpty || selector.matches(pod.metadata.labels))
      })
  }

  private static func cluster(
    _ facts: ClusterFacts, _ options: PictureOptions, in session: Session
  ) throws(CommandProblem) -> Picture {
    let arguments = options.arguments
    let grouping = try grouping(options)
    let room = arguments["n"] ?? arguments["namespace"]
    let isEverywhere = !options.flags.isDisjoint(with: ["A", "all-namespaces"])
    let selector = try selector(arguments["l"] ?? arguments["selector"] ?? "")
    var picture = ClusterPicture(facts: facts, namespace: room ?? session.namespace)
    picture.grouping = grouping
    if case .serving(let source) = session.world.metricsAPI { picture.metrics = source }
    picture.lineLimit = options.showsAll ? nil : PictureOptions.lineLimit(in: session)
    picture.width = session.pictureWidth
    var filters = room.map { isEverywhere ? [] : ["namespace \($0)"] } ?? []
    if !selector.isEmpty { filters.append("labels \(selector.shortened.text)") }
    picture.filter = filters.joined(separator: ", ")
    return picture.picture
  }

  private static func selector(_ text: String) throws(CommandProblem) -> LabelSelector {
    do throws(LabelSelector.TextError) {
      return try LabelSelector(text: text)
    } catch {
      throw .failed(error.message)
    }
  }

  // MARK: - One thing

  private static func picture(
    of word: String, _ name: String, _ options: PictureOptions, in session: Session
  ) throws(CommandProblem) -> Picture {
    guard let kind = try? Kind(kubectlWord: word) else {
      throw .usage("there is no picture of a \(word)", of: self)
    }
    let arguments = options.arguments
    let namespace = arguments["n"] ?? arguments["namespace"] ?? session.namespace
    let key = ObjectKey(kind, namespace: namespace, name: name)
    guard let object = session.world.state[key] else {
      let place = kind.isNamespaced ? " in namespace \"\(namespace)\"" : ""
      throw .failed("there is no \(kind.singular) \"\(name)\"\(place)")
    }
    let limit = options.showsAll ? nil : max(8, PictureOptions.lineLimit(in: session) - 12)
    let world = session.world
    switch object {
    case let pod as Pod: return PodPicture(pod: pod, world: world).picture
    case let node as Node:
      var picture = NodePicture(
        node: node, world: world, namespace: session.namespace, mostPods: limit)
      let selector = try selector(arguments["l"] ?? arguments["selector"] ?? "")
      let room = arguments["n"] ?? arguments["namespace"]
      picture.shows = { pod in
        (room == nil || pod.metadata.namespace == room)
          && (selector.isEmpty || selector.matches(pod.metadata.labels))
      }
      return picture.picture
    case let service as Service:
      return ServicePicture(service: service, world: world, mostEndpoints: limit).picture
    case is Deployment, is ReplicaSet, is StatefulSet, is DaemonSet, is Job, is CronJob,
      is ReplicationController:
      return WorkloadPicture(object: object, world: world, mostPods: limit).picture
    default: throw .usage("there is no picture of a \(kind.singular)", of: self)
    }
  }
}
