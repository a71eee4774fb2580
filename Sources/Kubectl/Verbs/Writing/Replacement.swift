import Engine
import Objects
import Store

/// `--force` of apply and replace: what cannot be changed is deleted and made anew.
struct Replacement: Sendable {
  private let deletion: DeleteOptions
  private let timeout: SimSpan

  init(_ invocation: Invocation) throws(UsageError) {
    let grace = invocation.integer("grace-period")
    deletion = DeleteOptions(
      gracePeriodSeconds: grace < 0 ? nil : grace,
      propagation: try DeleteOptions.Propagation(word: invocation["cascade"] ?? "background"))
    timeout = invocation.duration("timeout")
  }

  /// Whether the server would refuse a write as invalid or as out of date.
  static func isRefused(_ intent: Intent, in context: Context) -> Bool {
    var state = context.state
    var random = SeededRandom(seed: 0)
    do throws(Rejection) {
      _ = try state.apply(intent, by: .user, at: context.now, using: &random)
      return false
    } catch {
      switch error {
      case .invalid, .conflict: return true
      case .notFound, .alreadyExists, .applyConflict, .forbidden, .denied, .badRequest,
        .tooManyRequests, .internalError:
        return false
      }
    }
  }

  /// Deletes the object, waits until it is gone, and goes on.
  func plan(replacing object: any APIObject, say: Bool, then steps: [Step]) -> Plan {
    .inOrder([
      .submit([step(deleting: object, say: say)]),
      .wait(wait(for: [(object.key, object.metadata.uid)])),
      .submit(steps),
    ])
  }

  func wait(for targets: [(key: ObjectKey, uid: String)]) -> DeletionWait {
    DeletionWait(targets, timeout: timeout, parts: [])
  }

  func step(deleting object: any APIObject, say: Bool) -> Step {
    var line = "\(object.kind.qualifiedSingular) \"\(object.metadata.name)\" "
    line += deletion.gracePeriodSeconds == 0 ? "force deleted" : "deleted"
    if object.kind.isNamespaced { line += " from \(object.metadata.namespace) namespace" }
    return .write(Write(.delete(object.key, deletion), answer: say ? .line(line) : .nothing))
  }
}

extension DeleteOptions.Propagation {
  /// Reads the value of `--cascade`.
  init(word: String) throws(UsageError) {
    switch word {
    case "background", "true": self = .background
    case "foreground": self = .foreground
    case "orphan", "false": self = .orphan
    default:
      throw .error(
        "invalid cascade value (\(word)). Must be \"background\", \"foreground\", or \"orphan\"")
    }
  }
}
