import Objects

/// The numbers a Deployment's rollout keeps to, worked out from what it asks for.
struct RolloutArithmetic: Equatable {
  /// The pods wanted.
  let replicas: Int
  /// How many pods there may be beyond that during an update.
  let maxSurge: Int
  /// How many of them may be missing.
  let maxUnavailable: Int

  init(replicas: Int, maxSurge: Int, maxUnavailable: Int) {
    self.replicas = replicas
    self.maxSurge = maxSurge
    self.maxUnavailable = maxUnavailable
  }

  init(of deployment: Deployment) {
    replicas = deployment.spec.replicas ?? 1
    guard deployment.isRolling else {
      maxSurge = 0
      maxUnavailable = 0
      return
    }
    let rolling = deployment.spec.strategy.rollingUpdate ?? RollingUpdate()
    let quarter = IntOrString.string("25%")
    let surge = (rolling.maxSurge ?? quarter).count(of: replicas, roundingUp: true)
    let missing = (rolling.maxUnavailable ?? quarter).count(of: replicas, roundingUp: false)
    maxSurge = surge
    // With neither more nor fewer pods allowed nothing could ever move.
    maxUnavailable = min(surge == 0 && missing == 0 ? 1 : missing, replicas)
  }

  var maxTotal: Int { replicas + maxSurge }
  var minAvailable: Int { replicas - maxUnavailable }

  /// How large the new ReplicaSet may be made when all together want `total` pods.
  func newSize(from size: Int, total: Int) -> Int {
    guard total < maxTotal else { return size }
    return size + min(maxTotal - total, replicas - size)
  }

  /// How many pods the old ReplicaSets may give up when all together want `total` pods and
  /// `newUnavailable` of the new ones are not available yet. Not above 0: none.
  func oldSurplus(total: Int, newUnavailable: Int) -> Int {
    total - minAvailable - newUnavailable
  }

  /// By how much a ReplicaSet of `size` changes as its share of `toAdd` pods, of which `added` are
  /// given out; both are negative when scaling down. `formerMax` is the most pods there could be
  /// before the Deployment was scaled.
  func share(of size: Int, formerMax: Int, toAdd: Int, added: Int) -> Int {
    if size == 0 || toAdd == 0 || toAdd == added { return 0 }
    let allowed = toAdd - added
    let fraction = fraction(of: size, formerMax: formerMax)
    return toAdd > 0 ? min(fraction, allowed) : max(fraction, allowed)
  }

  private func fraction(of size: Int, formerMax: Int) -> Int {
    guard replicas > 0 else { return -size }
    guard formerMax > 0 else { return 0 }
    // Half a pod or more counts as one.
    // The product of two counts of 32 bits, doubled, is too much for 64.
    let doubled = 2 * Int128(size) * Int128(maxTotal)
    return Int(clamping: (doubled + Int128(formerMax)) / (2 * Int128(formerMax))) - size
  }
}

extension Deployment {
  var isRolling: Bool {
    switch spec.strategy.type {
    case .rollingUpdate, nil: true
    case .recreate: false
    }
  }

  /// Nil when it never gives up: the API's way to say so is the largest number.
  var progressDeadline: Int? {
    let seconds = spec.progressDeadlineSeconds ?? 600
    return seconds >= Int(Int32.max) ? nil : seconds
  }

  var revisionsKept: Int { spec.revisionHistoryLimit ?? 10 }
}
