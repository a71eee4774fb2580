import Kubectl
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

  /// `status` is asked for only where the phase does not decide.
  init(_ pod: Pod, status: @autoclosure () -> String) {
    let phase = pod.status.phase ?? .pending
    switch phase {
    case .succeeded: self = .done
    case .failed: self = .failing
    case .unknown: self = pod.metadata.isDeleting ? .ending : .unknown
    case .pending:
      if pod.metadata.isDeleting {
        self = .ending
      } else if pod.spec.nodeName.isEmpty {
        self = .waiting
      } else {
        self = Self.isTrouble(status()) ? .failing : .starting
      }
    case .running:
      if pod.metadata.isDeleting {
        self = .ending
      } else if pod.status.conditions.isTrue("Ready") {
        self = .ready
      } else {
        self = Self.isTrouble(status()) ? .failing : .running
      }
    }
  }

  private static let usual = ["Running", "ContainerCreating", "PodInitializing", "Pending"]

  private static func isTrouble(_ status: String) -> Bool {
    // Looking for words in words takes its time, and most pods are well.
    if usual.contains(status) { return false }
    return ["Err", "BackOff", "Invalid", "OOMKilled", "Unknown", "Evicted", "ExitCode", "Signal"]
      .contains { status.contains($0) }
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
