import Engine
import Kubectl
import Lessons
import Simulation
import Store
import Testing

@testable import Shell

/// Outages can be found and mended, whatever the seed.
@Suite struct IncidentTests {
  /// A person who is called to an outage.
  private func session(_ stage: IncidentStage) -> Session {
    var session = Session(.standard(), manner: .script, host: Host())
    session.enterIncident(stage)
    return session
  }

  /// Does what mends an outage, one fault after the other, and waits.
  private func mend(_ session: inout Session) -> [String] {
    guard let incident = session.incidentRoom?.incident else { return ["no incident"] }
    var complaints: [String] = []
    for command in incident.faults.flatMap(\.story.repair) {
      let reply = session.reply(to: command)
      if reply.status != 0 { complaints.append("\(command): \(reply.text)") }
    }
    let limit = session.now + .minutes(7)
    while session.now < limit, let state = session.incidentState, !state.isObjectiveMet {
      session.world.run(until: session.now + .seconds(10))
    }
    return complaints
  }

  private func solve(_ stage: IncidentStage, _ title: String) throws {
    #expect(stage.complaints.isEmpty, "\(title)")
    var session = session(stage)
    let before = try #require(session.incidentState)
    #expect(!before.isAnswering, "\(title): users notice nothing: \(before.recent)")
    #expect(!before.isObjectiveMet && !before.isSolved, "\(title)")
    #expect(mend(&session) == [], "\(title)")
    let mended = try #require(session.incidentState)
    #expect(
      mended.isObjectiveMet,
      "\(title): \(mended.recent) \(mended.health.parts) after its own repair")
    #expect(!mended.isSolved, "\(title): nobody has named a cause")
    let causes = stage.incident.faults.map(\.id).joined(separator: " ")
    #expect(session.reply(to: "incident cause \(causes)").status == 0, "\(title)")
    let solved = try #require(session.incidentState)
    #expect(solved.isSolved && solved.budgetLeft > 0, "\(title): \(solved.budgetLeft)")
  }

  @Test(arguments: Fault.all.indices)
  func everyFaultAloneIsNoticedAndMended(_ place: Int) throws {
    let fault = Fault.all[place]
    let stage = IncidentStage(seed: UInt64(place), level: fault.kind.level, faults: [fault])
    try solve(stage, "\(fault.kind.id) \(fault.part)")
  }

  /// Whether nothing is missing and users have been served for a while: what is left is waiting.
  private func isMended(_ session: Session) -> Bool {
    guard let state = session.incidentState, state.health.isWhole else { return false }
    let lately = ServiceLevel(session.world)?.tally(
      from: session.now - .seconds(20), until: session.now)
    return lately?.failed == 0 && (lately?.sent ?? 0) > 0
  }

  @Test(arguments: Level.allCases, 1...60)
  func everySeedIsMendedByItsOwnRepair(_ level: Level, _ seed: Int) throws {
    let stage = IncidentStage(seed: UInt64(seed), level: level)
    let title = "seed \(seed) \(level) \(stage.incident.faults.map(\.id))"
    #expect(stage.complaints.isEmpty, "\(title)")
    var session = session(stage)
    let before = try #require(session.incidentState)
    #expect(!before.isAnswering && !before.isObjectiveMet, "\(title): \(before.recent)")
    let repairs = stage.incident.faults.flatMap(\.story.repair)
    for command in repairs {
      let reply = session.reply(to: command)
      #expect(reply.status == 0, "\(title): \(reply.text)")
    }
    let limit = session.now + .minutes(7)
    while session.now < limit, !isMended(session) {
      session.world.run(until: session.now + .seconds(10))
    }
    let after = try #require(session.incidentState)
    #expect(isMended(session), "\(title): \(after.health.parts), \(after.recent)")
    #expect(after.budgetLeft > after.incident.budget / 3, "\(title): \(after.budgetLeft)")
  }

  @Test(arguments: Level.allCases)
  func whatIsDrawnKeepsTheRules(_ level: Level) {
    var seen: Set<[String]> = []
    var kinds: Set<String> = []
    for seed in 1...400 {
      var random = SeededRandom(seed: UInt64(seed))
      let faults = IncidentDraw.faults(for: level, using: &random)
      #expect(faults.count == Incident.faultCount(level))
      #expect(faults.contains { $0.kind.level == level })
      #expect(faults.allSatisfy { $0.kind.level <= level })
      for (place, fault) in faults.enumerated() {
        #expect(faults[(place + 1)...].allSatisfy { IncidentDraw.go(fault, with: $0) })
      }
      seen.insert(faults.map { "\($0.kind.id)/\($0.part)" })
      kinds.formUnion(faults.map(\.kind.id))
    }
    #expect(seen.count >= (level == .junior ? 100 : 150))
    let fitting = FaultKind.all.filter { $0.level <= level }
    #expect(kinds.count == fitting.count, "some kind is never drawn")
  }

  @Test func thereAreEnoughKinds() {
    #expect(FaultKind.all.count >= 20)
    #expect(Set(FaultKind.all.map(\.id)).count == FaultKind.all.count)
    let pairs = Fault.all.enumerated().reduce(0) { count, one in
      count + Fault.all[(one.offset + 1)...].count { IncidentDraw.go(one.element, with: $0) }
    }
    #expect(pairs >= 300)
  }

  @Test func theSameSeedIsTheSameOutage() {
    var first = session(IncidentStage(seed: 5, level: .senior))
    var second = session(IncidentStage(seed: 5, level: .senior))
    for command in ["incident status", "incident cause", "get pods -o wide", "get events", "load"] {
      #expect(first.reply(to: command) == second.reply(to: command))
    }
  }
}
