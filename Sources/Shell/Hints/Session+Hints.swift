import Kubectl
import Objects
import Simulation
import Store

extension Session {
  /// Says behind a command what could be done about its first failure. A recording shows what
  /// kubectl prints and no more; a person gets a line besides.
  mutating func giveHint(after words: [String]) {
    let failures = failuresShown
    failuresShown = []
    guard manner == .interactive, depth <= 1, captures.isEmpty else { return }
    let hints = KubectlHint(words: words, state: world.state, namespace: namespace)
    guard let text = failures.compactMap({ Self.hint(for: $0, hints) }).first else { return }
    // In an outage finding that out is the task.
    if text == KubectlHint.serverIsDown, findsTroubleThemselves { return }
    for line in HangingLines.pieces(
      of: "podlab: \(text)", width: style.width ?? Int.max, indentation: 8)
    {
      complain(styled(line, "2"))
    }
  }

  /// Says that something is not there and never was, and what else may have been meant: other
  /// things of that name, or one called nearly so.
  func nothingEver(of key: ObjectKey) -> CommandProblem {
    let hints = KubectlHint(words: [], state: world.state, namespace: namespace)
    let others = hints.namesakes(of: key).map { "\($0)" }
    let hint =
      others.isEmpty
      ? hints.hint(forMissing: key) : "there is \(others.joined(separator: ", "))"
    return .failed("there is and was no \(key)" + (hint.map { "; \($0)" } ?? ""))
  }

  private static func hint(for shown: ShownFailure, _ hints: KubectlHint) -> String? {
    switch shown {
    case .failure(let failure): hints.hint(for: failure)
    case .nothingFound(let room): hints.hint(forNothingIn: room)
    }
  }

  /// Keeps what may need a hint.
  mutating func note(_ part: Part) {
    switch part {
    case .failed(let failure): failuresShown.append(.failure(failure))
    case .note(let text):
      let start = "No resources found in "
      if text.hasPrefix(start), let room = text.dropFirst(start.count).split(separator: " ").first {
        failuresShown.append(.nothingFound(in: String(room)))
      }
    case .out: break
    }
  }
}

/// What a command had to say that may need a hint.
enum ShownFailure {
  case failure(Failure)
  /// A list is empty.
  case nothingFound(in: String)
}
