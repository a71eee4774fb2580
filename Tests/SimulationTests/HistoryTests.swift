import Engine
import Objects
import Store
import Testing

@testable import Simulation

/// What a world remembers of its changes.
struct HistoryTests {
  /// A change of each second, every seventh by the user.
  private func history(of count: Int, keeping most: Int) -> History {
    var history = History(keeping: most)
    for revision in 1...count { history.append(change(revision)) }
    return history
  }

  private func change(_ revision: Int) -> Change {
    var map = ConfigMap()
    map.metadata = ObjectMeta(name: "map-\(revision)", namespace: "default")
    return Change(
      revision: revision, time: .worldBegins + .seconds(Int64(revision)),
      actor: revision % 7 == 0 ? .user : .scheduler, cause: nil, verb: .created, key: map.key,
      before: nil, after: map)
  }

  @Test func keepsTheLatestAndAllThatTheUserWrote() {
    let history = history(of: 20_000, keeping: 3000)
    let kept = history.changes().map(\.revision)
    #expect(kept == kept.sorted())
    #expect(history.count == kept.count)
    #expect(kept.count < 20_000 / 7 + 3000 + 3 * 1024)
    #expect(stride(from: 7, through: 20_000, by: 7).allSatisfy(Set(kept).contains))
    let forgotten = history.forgottenThrough
    #expect((15_900...18_100).contains(forgotten))
    #expect(Array(kept.suffix(20_000 - forgotten)) == Array(forgotten + 1...20_000))
  }

  @Test func findsWhatIsKeptByItsRevision() {
    let history = history(of: 20_000, keeping: 3000)
    for revision in [7, 700, 7000, 17_500, 19_999, 20_000] {
      #expect(history.change(revision: revision)?.revision == revision)
    }
    for revision in [0, 1, 701, 20_001] {
      #expect(history.change(revision: revision) == nil)
    }
    #expect(history.changes(after: 19_990).map(\.revision) == Array(19_991...20_000))
    #expect(history.changes(after: 6999).first?.revision == 7000)
  }

  @Test func whatIsForgottenStaysForgotten() {
    var history = history(of: 20_000, keeping: 20_500)
    history.forget(through: 19_000) { $0.revision < 200 }
    var forgotten = history.forgottenThrough
    #expect(forgotten > 16_000)
    #expect(history.changes().prefix(200).map(\.revision) == Array(1...199) + [forgotten + 1])
    var neverFalls = true
    for revision in 20_001...42_000 {
      history.append(change(revision))
      neverFalls = neverFalls && history.forgottenThrough >= forgotten
      forgotten = history.forgottenThrough
    }
    #expect(neverFalls)
    #expect(history.change(revision: 100) == nil)
    #expect(history.change(revision: 105)?.revision == 105)
    #expect(history.count == history.changes().count)
  }

  @Test func forgetsNothingThatIsShort() {
    let history = history(of: 2000, keeping: 3000)
    #expect(history.count == 2000)
    #expect(history.forgottenThrough == 0)
  }
}
