import Engine
import Foundation
import Kubectl
import Objects
import Simulation
import Soak
import Store
import Testing

@testable import Shell

/// Chance sessions: whatever is typed, what must hold holds. `PODLAB_HISTORIES` asks for more of
/// them than a test run has time for.
@Suite struct WorldPropertyTests {
  private static let histories =
    ProcessInfo.processInfo.environment["PODLAB_HISTORIES"].flatMap { UInt64($0) } ?? 60
  /// Seeds are handed out in runs, so that all cores have something to do.
  private static let runs = Array(stride(from: 0, to: histories, by: 20))

  private static func seeds(_ run: UInt64) -> Range<UInt64> { run..<min(run + 20, histories) }

  @Test(arguments: runs)
  func whatMustHoldHoldsAtEveryWrite(run: UInt64) {
    for seed in Self.seeds(run) {
      var chance = ChanceSession(seed: seed)
      var witness = Witness()
      for _ in 0..<15 {
        chance.step()
        witness.watch(chance.session.world)
        guard witness.complaints.isEmpty else { break }
      }
      #expect(witness.complaints.isEmpty, "seed \(seed): \(chance.commands)")
    }
  }

  @Test(arguments: runs)
  func everythingIsWellOnceFaultsCease(run: UInt64) {
    for seed in Self.seeds(run) {
      var chance = ChanceSession(seed: seed)
      for _ in 0..<10 { chance.step() }
      chance.heal()
      let world = chance.session.world
      #expect(world.unfulfilled.isEmpty, "seed \(seed): \(chance.commands)")
      #expect(world.wrongServices.isEmpty, "seed \(seed): \(chance.commands)")
    }
  }

  @Test(arguments: runs)
  func undoAndRedoRestoreEveryByte(run: UInt64) {
    for seed in Self.seeds(run) {
      var chance = ChanceSession(seed: seed)
      for _ in 0..<4 { chance.step() }
      let before = Everything(chance.session)
      let marks = chance.session.timeline.depth
      let command = chance.step()
      guard chance.session.timeline.depth > marks else { continue }
      let after = Everything(chance.session)
      _ = chance.session.reply(to: "undo")
      #expect(Everything(chance.session) == before, "seed \(seed): undo of \(command)")
      // Going on from there must not depend on what was undone.
      _ = chance.session.reply(to: "redo")
      #expect(Everything(chance.session) == after, "seed \(seed): redo of \(command)")
    }
  }

  @Test(arguments: runs)
  func theSameSeedGivesTheSameHistory(run: UInt64) {
    for seed in Self.seeds(run).prefix(5) {
      func history() -> [String] {
        var chance = ChanceSession(seed: seed)
        for _ in 0..<10 { chance.step() }
        return chance.session.world.history.changes().map {
          "\($0.revision) \($0.time.rfc3339Micro) \($0.verb) \($0.key) \($0.actor)"
        }
      }
      #expect(history() == history(), "seed \(seed)")
    }
  }

  /// Everything there is to see, and what is still to come.
  private struct Everything: Equatable {
    let documents: [APIValue]
    let now: SimTime
    let next: SimTime?
    let revision: Int

    init(_ session: Session) {
      let world = session.world
      documents = Kind.allCases.flatMap { world.state.keys($0) }.compactMap {
        world.state[$0]?.document
      }
      now = world.now
      next = world.nextEventTime
      revision = world.state.revision
    }
  }

  @Test func rewindingRestoresAnEarlierWorld() {
    var session = Session(.standard(), manner: .interactive, host: Host())
    _ = session.reply(to: "kubectl create deployment a --image=nginx:1.27")
    _ = session.reply(to: "advance 30s")
    let then = Everything(session)
    let moment = session.now
    _ = session.reply(to: "kubectl delete deployment a")
    _ = session.reply(to: "advance 10m")
    _ = session.reply(to: "rewind \(moment.clockText)")
    #expect(Everything(session) == then)
  }
}
