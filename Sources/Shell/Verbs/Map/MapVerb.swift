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
    let filter = try MapFilter(options.arguments, flags: options.flags)
    let picture: Picture
    switch words.count {
    case 0:
      let facts = facts(filter, in: session)
      if call.wantsJSON { return Answer(facts.document) { _ in } }
      picture = cluster(facts, filter, options, in: session)
    case 2:
      try call.refuseJSON(of: self)
      picture = try self.picture(of: words[0], words[1], filter, options, in: session)
    default: throw .usage("a picture of what?", of: self)
    }
    return .done(try session.show(picture, options))
  }

  // MARK: - The cluster

  private static func facts(_ filter: MapFilter, in session: Session) -> ClusterFacts {
    ClusterFacts(
      of: session.world.state,
      joinsSystem: !filter.isEverywhere && filter.namespace == nil
        && filter.grouping != .namespace,
      shows: filter.shows)
  }

  private static func cluster(
    _ facts: ClusterFacts, _ filter: MapFilter, _ options: PictureOptions, in session: Session
  ) -> Picture {
    var picture = ClusterPicture(
      facts: facts, namespace: filter.namespace ?? session.namespace)
    picture.grouping = filter.grouping
    if case .serving(let source) = session.world.metricsAPI { picture.metrics = source }
    picture.lineLimit = options.showsAll ? nil : PictureOptions.lineLimit(in: session)
    picture.width = session.pictureWidth
    picture.filter = filter.text
    return picture.picture
  }

  // MARK: - One thing

  private static func picture(
    of word: String, _ name: String, _ filter: MapFilter, _ options: PictureOptions,
    in session: Session
  ) throws(CommandProblem) -> Picture {
    guard let kind = try? Kind(kubectlWord: word) else {
      throw .usage("there is no picture of a \(word)", of: self)
    }
    let namespace = filter.namespace ?? session.namespace
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
      picture.shows = filter.shows
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
