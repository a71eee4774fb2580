import Engine
import Objects
import Store

/// The controller manager: every control loop of the cluster but the scheduler and the kubelets.
///
/// Unlike the other components it writes as it goes: what a control loop does next often depends
/// on what the API server made of its last write.
public struct ControllerManager: Sendable {
  /// A control loop, by its name, and the object it looks at.
  public struct Key: Hashable, Sendable {
    public var controller: String
    /// Nil for a loop that looks at the whole cluster at intervals.
    public var object: ObjectKey?
  }

  /// What a control loop did when it looked at its object.
  public enum Step: Sendable {
    /// It wrote this.
    case wrote(Change)
    /// It wants to look at this key, no later than then.
    case look(Key, at: SimTime)
  }

  /// Every control loop, in the order in which they are told of a change. Adding one is a new
  /// file and a line here.
  static let table: [any ControlLoop.Type] = [
    ServiceAccountController.self,
    RootCertificatePublisher.self,
    NodeAddressController.self,
    NodeTimeToLiveController.self,
    NodeLifecycleController.self,
    TaintEvictionController.self,
    PodGarbageCollector.self,
    GarbageCollector.self,
    // Before the Deployments: they reckon with what their ReplicaSets have counted.
    ReplicaLoop<ReplicaSet>.self,
    ReplicaLoop<ReplicationController>.self,
    DeploymentController.self,
    DaemonSetController.self,
    StatefulSetController.self,
    DisruptionController.self,
    QuotaController.self,
    JobController.self,
    CronJobController.self,
    FinishedJobCollector.self,
    HorizontalPodAutoscalerController.self,
    EndpointSliceController.self,
    EndpointsController.self,
    EndpointSliceMirroring.self,
    EphemeralVolumeController.self,
    VolumeBinder.self,
    LocalPathProvisioner.self,
    ClaimProtection.self,
    VolumeProtection.self,
    VolumeExpander.self,
    NamespaceController.self,
    RoleAggregation.self,
    ServerService.self,
  ]

  /// The places in the table of those that are told of a kind's changes. Much is reported, and
  /// nobody goes by reports.
  private static let watchers = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { kind in
      (kind, table.indices.filter { table[$0].watched?.contains(kind) ?? (kind != .event) })
    })

  private var loops: [any ControlLoop] = Self.table.map { $0.init() }

  /// What those who ask the Metrics API are answered. Only set while ``readsMetrics(_:)`` is looked
  /// at.
  public var metrics = MetricsAPI.absent

  public init() {}

  public func actor(for key: Key) -> Actor {
    .controller(Self.table.first { $0.name == key.controller }?.component ?? key.controller)
  }

  public mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [(key: Key, at: SimTime)] {
    var looks: [(key: Key, at: SimTime)] = []
    for place in Self.watchers[change.key.kind] ?? [] {
      let name = Self.table[place].name
      for look in loops[place].observe(change, in: state, at: now) {
        looks.append((Key(controller: name, object: look.object), look.at))
      }
    }
    return looks
  }

  /// Looks at one key: writes into `state`, and says what was written and what to look at again.
  public mutating func reconcile(
    _ key: Key, in state: inout ClusterState, because cause: Int? = nil, at now: SimTime,
    using random: inout SeededRandom
  ) -> [Step] {
    guard let place = Self.table.firstIndex(where: { $0.name == key.controller }) else { return [] }
    // Taken over meanwhile: a second holder would have every write copy what it changes.
    var draft = Draft(
      of: state.taken(), at: now, random: random, controller: key.controller,
      actor: actor(for: key), because: cause)
    draft.metrics = metrics
    loops[place].reconcile(key.object, &draft)
    state = draft.state
    random = draft.random
    return draft.steps
  }
}

extension ControllerManager {
  /// Whether a key is one of the rounds that never end, such as those of a schedule: they do not
  /// keep an idle cluster busy.
  public static func isHeartbeat(_ key: Key) -> Bool {
    key.object == nil || readsMetrics(key) || key.controller == CronJobController.name
  }

  /// Whether looking at a key takes measurements of pods.
  public static func readsMetrics(_ key: Key) -> Bool {
    key.controller == HorizontalPodAutoscalerController.name
  }
}
