import Objects

/// How a pod fares, as one sign.
enum PodState: CaseIterable, Hashable, Sendable {
  case ready
  case running
  case starting
  case waiting
  case failing
  case done
  case ending
  case unknown

  init(_ pod: Pod) {
    switch pod.status.phase ?? .pending {
    case .succeeded: self = .done
    case .failed: self = .failing
    case .unknown: self = pod.metadata.isDeleting ? .ending : .unknown
    case .pending, .running: self = Self.underWay(pod)
    }
  }

  private static func underWay(_ pod: Pod) -> PodState {
    if pod.metadata.isDeleting { return .ending }
    if pod.spec.nodeName.isEmpty { return .waiting }
    if pod.status.phase == .running, pod.status.conditions.isTrue("Ready") { return .ready }
    if pod.isInTrouble { return .failing }
    return pod.status.phase == .running ? .running : .starting
  }

  var sign: Character {
    switch self {
    case .ready: "●"
    case .running: "◐"
    case .starting: "○"
    case .waiting: "◇"
    case .failing: "✗"
    case .done: "✓"
    case .ending: "◌"
    case .unknown: "?"
    }
  }

  var tone: Tone {
    switch self {
    case .ready: .good
    case .running, .starting, .waiting, .unknown: .warning
    case .failing: .bad
    case .done, .ending: .faint
    }
  }

  var word: String {
    switch self {
    case .ready: "ready"
    case .running: "not ready"
    case .starting: "starting"
    case .waiting: "waiting for a node"
    case .failing: "failing"
    case .done: "done"
    case .ending: "ending"
    case .unknown: "unknown"
    }
  }

  var cell: Cell { Cell(sign: sign, tone: tone, word: word) }

  /// What signs mean, of those that are to be seen.
  static func legend(of states: Set<PodState>) -> [Phrase] {
    allCases.filter { states.contains($0) }.map {
      Phrase(String($0.sign), $0.tone) + Phrase(" " + $0.word, .faint)
    }
  }
}
