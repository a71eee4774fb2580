import Shell
import Simulation
import Store

extension Session {
  /// What somebody has written since a revision; what the cluster does by itself is its own.
  func wishes(after revision: Int) -> [String] {
    world.history.changes(after: revision).filter { $0.actor == .user }.map {
      "\($0.verb) \($0.key)"
    }
  }
}
