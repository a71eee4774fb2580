import Engine
import Kubectl
import Nodes
import Simulation

/// Where a program in a container gets its input from.
enum Feed {
  /// Nothing is passed on.
  case nothing
  /// All there is, from a pipe or a here-document.
  case text(String)
  /// Lines that somebody types, one when the program waits for one.
  case typed
}

/// A program in a container and the session that stays with it: the lines that are typed are the
/// program's until it ends.
struct JoinedCommand {
  let command: ContainerCommand
  let feed: Feed
  /// Whether keys and output go over a terminal.
  let isTerminal: Bool
  /// The log to show, where the program prints into none of our streams.
  var log: FollowedLog?
  /// Whether the end of what is typed is the end of the program's input.
  var passesEnd = true
  /// Printed, but not shown yet: what stands before the line that is asked for.
  var prompt = ""
  /// When a line was last typed.
  var typedAt: SimTime?
  /// Ctrl-C was pressed so often, and nothing came of it.
  var unheardInterrupts = 0
  /// The editor has gone to a new row already: the program need not.
  var isAtNewRow = false
  var hasEndedInput = false
  /// When it last printed or read something.
  var heardAt: SimTime
  /// How long it may be silent.
  var patience = Session.patience
  var bytesShown = 0

  init(_ command: ContainerCommand, _ feed: Feed, isTerminal: Bool, at now: SimTime) {
    self.command = command
    self.feed = feed
    self.isTerminal = isTerminal
    heardAt = now
  }
}

extension Session {
  /// How the stay with a program has come to its end.
  enum Departure {
    case ended(Int)
    /// The connection broke.
    case lost
    /// It goes on without us; the status to leave with.
    case left(Int32)
  }

  /// More than anybody reads; whoever prints on is interrupted.
  private static let mostOutput = 16_000_000

  /// Whether whoever types for programs in containers sits at a terminal.
  var isTypedAtTerminal: Bool { typedBefore.map { !$0.isEmpty } ?? host.isTerminal }

  /// Stays with a program until it ends: shows what it prints as it comes, and gives it what is
  /// typed.
  mutating func stay(with joined: inout JoinedCommand) -> Departure {
    feedAtOnce(&joined)
    while true {
      world.settle()
      show(&joined)
      switch world.machines.state(of: joined.command) {
      case .ended(let status):
        flush(&joined)
        return .ended(status)
      case .lost:
        flush(&joined)
        return .lost
      case .waitingForInput where !joined.hasEndedInput && joined.feed.isOpen:
        if let departure = ask(&joined) { return departure }
      case .waitingForInput, .running:
        if let departure = wait(for: &joined) { return departure }
      }
    }
  }

  /// Hands over what is there from the beginning.
  private mutating func feedAtOnce(_ joined: inout JoinedCommand) {
    switch joined.feed {
    case .typed: return
    case .text(let text): if !text.isEmpty { world.type(text, to: joined.command) }
    case .nothing: if joined.command.isMain { return }
    }
    joined.hasEndedInput = true
    if joined.passesEnd { world.endInput(of: joined.command) }
  }

  // MARK: - Output

  private mutating func show(_ joined: inout JoinedCommand) {
    if joined.log != nil { showLog(&joined) }
    for chunk in world.takeOutput(of: joined.command) where !chunk.text.isEmpty {
      joined.heardAt = now
      joined.unheardInterrupts = 0
      joined.bytesShown += chunk.text.utf8.count
      guard joined.isTerminal else {
        emit(chunk.stream == .out ? .out : .err, chunk.text)
        continue
      }
      var text = joined.prompt + chunk.text.replacing("\r\n", with: "\n")
      if joined.isAtNewRow, text.hasPrefix("\n") { text.removeFirst() }
      joined.isAtNewRow = false
      let end = text.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
      joined.prompt = String(text[end...])
      put(String(text[..<end]))
    }
  }

  private mutating func showLog(_ joined: inout JoinedCommand) {
    guard var log = joined.log else { return }
    for line in news(of: &log) {
      joined.heardAt = now
      joined.bytesShown += line.text.utf8.count
      emit(line.stream == .out ? .out : .err, line.text + "\n")
    }
    joined.log = log
  }

  private mutating func flush(_ joined: inout JoinedCommand) {
    put(joined.prompt)
    joined.prompt = ""
  }

  // MARK: - Input

  /// Asks for a line and hands it over.
  private mutating func ask(_ joined: inout JoinedCommand) -> Departure? {
    // Typing takes a second, as a command of kubectl does.
    if joined.isTerminal, let typedAt = joined.typedAt, typedAt == now, clock == .stepped,
      manner == .interactive
    {
      joined.typedAt = nil
      return pass(joined, until: now + .seconds(1)) { !$0.machines.state(of: $1).isGoingOn }
    }
    switch key(for: &joined) {
    case .line(let text):
      joined.unheardInterrupts = 0
      world.type(text + "\n", to: joined.command)
    case .interrupt:
      joined.isAtNewRow = true
      return interrupt(&joined)
    case .end:
      joined.hasEndedInput = !joined.isTerminal
      if joined.isTerminal {
        // Whoever does not mind the key is left to itself when nobody can press another one.
        joined.unheardInterrupts += 1
        if joined.unheardInterrupts > 3 { return .left(0) }
      }
      if joined.isTerminal || joined.passesEnd { world.endInput(of: joined.command) }
    }
    joined.heardAt = now
    joined.typedAt = now
    return nil
  }

  private mutating func key(for joined: inout JoinedCommand) -> TypedKey.Kind {
    var prompt = joined.prompt
    joined.prompt = ""
    if !captures.isEmpty {
      // Only keys come from the terminal; what is printed goes where the command's output goes.
      put(prompt)
      prompt = ""
    }
    if typedBefore != nil {
      guard let next = typedBefore?.first else { return .end }
      typedBefore?.removeFirst()
      world.run(until: next.time)
      put(prompt)
      typed.append(TypedKey(time: now, kind: next.kind))
      return next.kind
    }
    guard let readLine = host.readLine else {
      put(prompt)
      return .end
    }
    let session = self
    let command = joined.command
    let kind = readLine(
      LineRequest(prompt: prompt) { session.completions(of: $0, inside: command) })
    catchUpWithWallClock()
    typed.append(TypedKey(time: now, kind: kind))
    return kind
  }

  /// Ctrl-C. Over a terminal it is the program's; without one it ends kubectl.
  private mutating func interrupt(_ joined: inout JoinedCommand) -> Departure? {
    guard joined.isTerminal else {
      complain(host.isTerminal ? "" : "^C")
      isCutShort = true
      return .left(Self.interrupted)
    }
    joined.unheardInterrupts += 1
    joined.heardAt = now
    world.interrupt(joined.command)
    if joined.unheardInterrupts > 3 {
      flush(&joined)
      complain("podlab: it does not listen to Ctrl-C; left it to itself")
      return .left(Self.interrupted)
    }
    return nil
  }

  // MARK: - Time

  /// Lets time pass until the program has something to show, or wants something.
  private mutating func wait(for joined: inout JoinedCommand) -> Departure? {
    let before = now
    if joined.isTerminal {
      if host.isInterrupted(), typedBefore == nil {
        host.forgetInterrupt()
        typed.append(TypedKey(time: now, kind: .interrupt))
        return interrupt(&joined)
      }
      if let next = typedBefore?.first, next.kind == .interrupt, next.time <= now {
        typedBefore?.removeFirst()
        typed.append(TypedKey(time: now, kind: .interrupt))
        return interrupt(&joined)
      }
    }
    if joined.bytesShown > Self.mostOutput || now - joined.heardAt > joined.patience {
      flush(&joined)
      complain(
        joined.bytesShown > Self.mostOutput
          ? "podlab: it has printed more than anybody reads; giving up"
          : "podlab: \(joined.patience.goText) of virtual time without a word from it; giving up")
      return .left(Self.interrupted)
    }
    flush(&joined)
    let step = joined.log == nil ? glance : .milliseconds(500)
    let limit = min(typedBefore?.first?.time ?? now + step, now + step)
    let departure = pass(joined, until: max(limit, now + .milliseconds(1))) {
      $0.machines.hasNews(of: $1)
    }
    let reads = joined.heardAt == before
    if joined.isTerminal || reads { linger(after: now - before, reading: reads) }
    return departure
  }

  private mutating func pass(
    _ joined: JoinedCommand, until time: SimTime, orWhen isEnough: (World, ContainerCommand) -> Bool
  ) -> Departure? {
    let command = joined.command
    guard let status = pass(until: time, orWhen: { isEnough($0, command) }) else { return nil }
    // Over a terminal Ctrl-C is handed on at the next look.
    guard joined.isTerminal, status == Self.interrupted, cutOff == nil else {
      return .left(status)
    }
    isCutShort = false
    return nil
  }
}

extension CommandState {
  /// Whether it has neither ended nor been lost.
  fileprivate var isGoingOn: Bool { self == .running || self == .waitingForInput }
}

extension Feed {
  /// Whether it can be asked for more.
  fileprivate var isOpen: Bool {
    if case .typed = self { true } else { false }
  }
}
