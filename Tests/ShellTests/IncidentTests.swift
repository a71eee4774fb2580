import Engine
import Foundation
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

  /// How many seeds of each level are tried; PODLAB_INCIDENTS asks for more, in a longer run.
  private static let seeds =
    ProcessInfo.processInfo.environment["PODLAB_INCIDENTS"].flatMap { Int($0) } ?? 20

  /// Every kind once, and in a longer run for each part that it can befall.
  private static let alone: [Int] = Fault.all.indices.filter { place in
    let kind = Fault.all[place].kind
    guard seeds <= 20 else { return true }
    let places = Fault.all.indices.filter { Fault.all[$0].kind.id == kind.id }
    let turn = FaultKind.all.firstIndex { $0.id == kind.id } ?? 0
    return place == places[turn % places.count]
  }

  @Test(arguments: alone)
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

  @Test(arguments: Level.allCases, 1...seeds)
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

  /// Sixty seeds of each level bring every kind together with another.
  @Test func everyKindComesTogetherWithOthers() {
    var kinds: Set<String> = []
    var pairs: Set<Set<String>> = []
    for level in Level.allCases {
      for seed in 1...60 {
        let faults = IncidentStage.draw(seed: UInt64(seed), level: level).faults.map(\.kind.id)
        kinds.formUnion(faults)
        for one in faults { pairs.formUnion(faults.filter { $0 != one }.map { [one, $0] }) }
      }
    }
    #expect(FaultKind.all.map(\.id).filter { !kinds.contains($0) } == [])
    #expect(pairs.count >= 150)
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

  /// A person at the prompt, whose journal is kept in `journal`.
  private func person(_ stage: IncidentStage, _ journal: Journal) -> Session {
    var host = Host()
    host.keepInJournal = { line in
      journal.lines.append(line)
      return nil
    }
    host.journal = { journal.lines }
    host.write = { journal.shown += $0.text }
    var session = Session(.standard(), manner: .interactive, host: host)
    session.enterIncident(stage)
    return session
  }

  private final class Journal {
    var lines: [String] = []
    var shown = ""
  }

  @Test func aPersonIsToldOnceAndItIsKept() throws {
    let journal = Journal()
    var session = person(IncidentStage(seed: 3, level: .junior), journal)
    let incident = try #require(session.incidentRoom?.incident)
    let began = session.now
    session.run("get pods")
    #expect(session.now == began + Incident.commandSpan)
    for command in incident.faults.flatMap(\.story.repair) { session.run(command) }
    session.run("advance 3m")
    #expect(journal.lines.isEmpty)
    session.run("incident cause \(incident.faults.map(\.id).joined(separator: " "))")
    session.run("get pods")
    #expect(journal.shown.components(of: "Solved:") == 1)
    let entry = try #require(journal.lines.first.flatMap(JournalEntry.init(line:)))
    #expect(journal.lines.count == 1)
    guard case .incidentSolved(3, .junior, let seconds, let budgetLeft) = entry.event else {
      Issue.record("\(entry.event)")
      return
    }
    #expect(seconds >= 180 && seconds < 240)
    #expect(budgetLeft == session.incidentState?.budgetLeft)
    #expect(JournalEntry(line: entry.line) == entry)
    // What fails afterwards does not undo it.
    session.run("scale deployment/\(incident.shop.theme.front) --replicas=0")
    session.run("advance 2m")
    #expect(session.incidentState?.isSolved == true)
    #expect(session.incidentState?.isObjectiveMet == false)
  }

  @Test func whoNamesEverythingLoses() throws {
    for level in Level.allCases {
      var session = session(IncidentStage(seed: 8, level: level))
      let incident = try #require(session.incidentRoom?.incident)
      let all = incident.candidates.map(\.id).joined(separator: " ")
      #expect(session.reply(to: "incident cause \(all)").status == 1)
      _ = mend(&session)
      let state = try #require(session.incidentState)
      #expect(state.isObjectiveMet && state.isEveryCauseNamed)
      #expect(!state.isSolved && state.budgetLeft == 0, "\(level)")
    }
  }

  /// Restarting everything is what people try first; it mends what is only stale, and no more.
  @Test(arguments: [
    "wrong-image-tag", "selector-mismatch", "wrong-target-port", "missing-config-key",
    "name-server-gone", "taint-left-behind", "quota-used-up", "cpu-limit-too-small",
  ])
  func restartingEverythingIsNoRepair(_ id: String) throws {
    let fault = try #require(Fault.all.first { $0.kind.id == id })
    var session = session(IncidentStage(seed: 4, level: .senior, faults: [fault]))
    _ = session.reply(to: "kubectl rollout restart deployment; advance 4m")
    #expect(session.incidentState?.isObjectiveMet == false)
  }

  @Test func whatWasThereBeforeComesBack() {
    var session = session(IncidentStage(seed: 1, level: .junior))
    let own = Session(.standard(), manner: .script, host: Host())
    #expect(session.reply(to: "undo").status == 1)
    #expect(session.reply(to: "incident leave").status == 0)
    #expect(session.now == own.now)
    #expect(session.namespace == "default")
    #expect(session.reply(to: "why node/worker-1; add node more").status == 0)
    #expect(session.reply(to: "undo").status == 0)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
