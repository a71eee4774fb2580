import Engine
import Kubectl
import Lessons
import Simulation

/// Practises being on call.
enum IncidentVerb: Answering {
  static let name = "incident"
  static let usage = [
    "incident [--seed N] [--level junior|mid|senior]", "incident --faults KIND[/PART],…",
    "incident status [--json]", "incident cause [ID…]", "incident review [--markdown FILE]",
    "incident give-up", "incident leave",
  ]
  static let summary = "be called to an outage: find what is wrong, mend it, say what it was"
  static let details = """
    A shop with users runs in a cluster of its own, and two or three things have gone wrong in it.
    You have what anybody on call has: kubectl, logs, exec. recover sends somebody to a machine.
    It is solved when users are served again, every part is at full strength and the root causes
    are named, before too many requests have failed. Each seed is another outage; --faults brings
    about faults of your choice, for drills, and --faults list lists them.
    incident leave brings your own cluster back.
    """
  static let examples = [
    "incident", "incident --seed 7 --level mid", "incident cause wrong-target-port-orders",
    "incident review --markdown review.md",
  ]
  static let section = CommandSection.learning

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .choices(["status", "cause", "review", "give-up", "leave"]) : .nothing
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    let arguments = try LabArguments(
      call.arguments, taking: ["seed", "level", "faults", "markdown"], for: self)
    guard let word = arguments.words.first else {
      if arguments.values.isEmpty, let state = session.incidentState {
        return answer(state, in: session)
      }
      try call.refuseJSON(of: self)
      return .done(try begin(arguments, in: &session))
    }
    guard arguments.words.count == 1 || word == "cause" else {
      throw .usage("too many words", of: self)
    }
    switch word {
    case "status", "cause", "review", "give-up", "leave": break
    default: throw .usage("unknown word \(word)", of: self)
    }
    guard let state = session.incidentState else {
      throw .failed("there is no incident; incident alone begins one")
    }
    if word == "status" { return answer(state, in: session) }
    try call.refuseJSON(of: self)
    switch word {
    case "cause": return .done(try name(Array(arguments.words.dropFirst()), in: &session))
    case "review": return .done(try review(arguments["markdown"], in: &session))
    case "give-up": return .done(giveUp(in: &session))
    default:
      session.leaveIncident()
      session.report("back on your own cluster, as you left it")
      return .done()
    }
  }

  // MARK: - In

  private static func begin(
    _ arguments: LabArguments, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    var level = Level.junior
    if let text = arguments["level"] {
      guard let found = Level(rawValue: text) else {
        throw .usage("a level is junior, mid or senior", of: self)
      }
      level = found
    }
    let seed = try seed(arguments["seed"], level, session)
    if arguments["faults"] == "list" {
      for kind in FaultKind.all { session.say(kind.id) }
      return 0
    }
    let faults = try faults(arguments.list("faults"))
    session.enterIncident(
      faults.isEmpty
        ? IncidentStage(seed: seed, level: level)
        : IncidentStage(seed: seed, level: level, faults: faults))
    guard session.manner == .interactive, let state = session.incidentState else { return 0 }
    let page = IncidentPage(state, in: session.world)
    for line in page.greeting + page.lines + ["", IncidentPage.help] { session.say(line) }
    return 0
  }

  /// The seed that is asked for, or the first of the level that has not been solved.
  private static func seed(
    _ text: String?, _ level: Level, _ session: Session
  ) throws(CommandProblem) -> UInt64 {
    if let text {
      guard let seed = UInt64(text) else { throw .usage("--seed is a number", of: self) }
      return seed
    }
    let solved = session.host.journal().compactMap { line -> UInt64? in
      guard case .incidentSolved(let seed, level, _, _)? = JournalEntry(line: line)?.event else {
        return nil
      }
      return seed
    }
    var seed: UInt64 = 1
    while solved.contains(seed) { seed += 1 }
    return seed
  }

  private static func faults(_ words: [String]) throws(CommandProblem) -> [Fault] {
    var faults: [Fault] = []
    for word in words {
      let sides = word.split(separator: "/", maxSplits: 1).map(String.init)
      guard let kind = FaultKind.named(sides.first ?? "") else {
        throw .failed("there is no fault \"\(word)\"; incident --faults list lists them")
      }
      let fitting = Fault.all.filter { fault in
        fault.kind.id == kind.id && (sides.count < 2 || fault.part.rawValue == sides[1])
          && faults.allSatisfy { IncidentDraw.go(fault, with: $0) }
      }
      guard let fault = fitting.first else {
        throw .failed("\"\(word)\" does not go with the rest")
      }
      faults.append(fault)
    }
    return faults
  }

  // MARK: - While it lasts

  private static func answer(_ state: IncidentState, in session: Session) -> Answer {
    Answer(state.document) {
      for line in IncidentPage(state, in: $0.world).lines { $0.say(line) }
    }
  }

  private static func name(
    _ ids: [String], in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    guard let incident = session.incidentRoom?.incident else { return 1 }
    if ids.isEmpty {
      session.say("What may be at the root of it; more than one is true:")
      for candidate in incident.candidates {
        session.say("  \(candidate.id)")
        session.say("      \(candidate.cause)")
      }
      session.say("A wrong one costs \(incident.priceOfWrongCause) requests of the budget.")
      return 0
    }
    for id in ids where incident.candidate(id) == nil {
      throw .failed("\"\(id)\" is not among the causes; incident cause lists them")
    }
    session.changedHardware = true
    let now = session.now
    for id in ids {
      session.incidentRoom?.name(id, at: now)
      session.say(incident.isTrue(id) ? "\(id): yes" : "\(id): no, that is not it")
    }
    return ids.allSatisfy(incident.isTrue) ? 0 : 1
  }

  // MARK: - Out

  private static func review(
    _ path: String?, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    guard let state = session.incidentState else { return 1 }
    guard state.isSolved || state.room.hasGivenUp else {
      throw .failed("a review is written when it is over: solved, or given up")
    }
    let text = IncidentReview(state, session.timeline).markdown
    guard let path else {
      session.showMarkdown(text)
      return 0
    }
    do throws(HostProblem) {
      try session.host.writeFile(path, text, false)
    } catch {
      throw .failed("\(path): \(error.message)")
    }
    session.report("written to \(path)")
    return 0
  }

  /// Tells the causes, and mends what they have done.
  private static func giveUp(in session: inout Session) -> Int32 {
    guard let room = session.incidentRoom else { return 1 }
    session.incidentRoom?.hasGivenUp = true
    session.changedHardware = true
    for fault in room.incident.faults {
      session.say("\(fault.id): \(fault.story.cause).")
      for command in fault.story.repair {
        session.say("$ \(command)")
        let (chunks, _) = session.capturing { $0.run(command) }
        for chunk in chunks { session.emit(chunk.stream, chunk.text) }
      }
    }
    let limit = session.now + .minutes(10)
    while session.now < limit, !(session.incidentState?.isObjectiveMet ?? true) {
      if let ended = session.pass(until: session.now + .seconds(10)) { return ended }
    }
    session.say("Given up, and mended: users are served again at \(session.now.clockText).")
    return 0
  }
}
