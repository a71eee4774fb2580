import Engine
import Lessons
import Manifests
import Objects
import Scheduling
import Simulation

/// A session as it is kept in a file: where it began and what was done.
///
/// The text has one thing a line, told by its first word, so that it can be read, compared and,
/// with care, edited.
public struct SavedSession: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    public var time: SimTime
    public var command: String
    /// What was typed for a program in a container while it ran.
    public var typed: [TypedKey] = []
  }

  /// Why a text is no saved session.
  public enum Problem: Error, Equatable, Sendable {
    case notASession
    case line(Int, why: String)

    public var message: String {
      switch self {
      case .notASession: "this is not a saved session of podlab"
      case .line(let number, let why): "line \(number): \(why)"
      }
    }
  }

  private static let heading = "podlab-session 1"

  public var version = PodlabVersion.text
  public var seed: UInt64 = 1
  public var ties = TieBreak.first
  /// Nil for the cluster that podlab brings.
  public var nodes: [Node]?
  public var namespace = "default"
  public var commands: [Entry] = []
  public var now: SimTime?

  init(_ session: Session) {
    seed = session.start.seed
    ties = session.start.ties
    nodes = session.start.isDefault ? nil : session.start.nodes
    namespace = session.namespace
    let timeline = session.timeline
    commands =
      timeline.forgotten.map { Entry(time: $0.time, command: $0.command, typed: $0.typed) }
      + timeline.past.map { Entry(time: $0.world.now, command: $0.command, typed: $0.typed) }
    now = session.now
  }

  var start: ClusterStart {
    var start = nodes.map { ClusterStart(seed: seed, nodes: $0) } ?? .standard(seed: seed)
    start.ties = ties
    return start
  }

  // MARK: - Text

  public var text: String {
    var lines = [Self.heading, "version \(version)", "seed \(seed)"]
    if ties != .first { lines.append("ties \(ties.rawValue)") }
    lines += (nodes ?? []).map { "node " + JSON.encode($0.document, pretty: false) }
    lines.append("namespace \(namespace)")
    for entry in commands {
      lines.append("at \(entry.time.milliseconds) " + JSON.quoted(entry.command))
      lines += entry.typed.map(Self.text)
    }
    if let now { lines.append("now \(now.milliseconds)") }
    return Lines.text(lines)
  }

  private static func text(of key: TypedKey) -> String {
    switch key.kind {
    case .line(let line): "typed \(key.time.milliseconds) " + JSON.quoted(line)
    case .interrupt: "pressed \(key.time.milliseconds) interrupt"
    case .end: "pressed \(key.time.milliseconds) end"
    }
  }

  public init(_ text: String) throws(Problem) {
    let lines = Lines(text).lines
    guard lines.first == Self.heading else { throw .notASession }
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard read(line) else { throw .line(number + 1, why: "cannot be read") }
    }
  }

  private mutating func read(_ line: String) -> Bool {
    let parts = line.split(separator: " ", maxSplits: 1).map { String($0) }
    guard parts.count == 2 else { return false }
    switch parts[0] {
    case "version": version = parts[1]
    case "namespace": namespace = parts[1]
    case "seed":
      guard let number = UInt64(parts[1]) else { return false }
      seed = number
    case "ties":
      guard let known = TieBreak(rawValue: parts[1]) else { return false }
      ties = known
    case "now":
      guard let time = Self.time(parts[1]) else { return false }
      now = time
    case "node": return readNode(parts[1])
    case "at": return readCommand(parts[1])
    case "typed", "pressed": return readKey(parts[1], isLine: parts[0] == "typed")
    default: return false
    }
    return true
  }

  private mutating func readNode(_ text: String) -> Bool {
    guard let found = try? NodeFile.nodes(in: text) else { return false }
    nodes = (nodes ?? []) + found
    return true
  }

  private mutating func readKey(_ text: String, isLine: Bool) -> Bool {
    let parts = text.split(separator: " ", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let time = Self.time(parts[0]), !commands.isEmpty else { return false }
    let kind: TypedKey.Kind
    if isLine {
      guard let line = (try? JSON.decode(parts[1]))?.string else { return false }
      kind = .line(line)
    } else if parts[1] == "interrupt" || parts[1] == "end" {
      kind = parts[1] == "end" ? .end : .interrupt
    } else {
      return false
    }
    commands[commands.count - 1].typed.append(TypedKey(time: time, kind: kind))
    return true
  }

  private mutating func readCommand(_ text: String) -> Bool {
    let parts = text.split(separator: " ", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let time = Self.time(parts[0]),
      let command = (try? JSON.decode(parts[1]))?.string
    else { return false }
    commands.append(Entry(time: time, command: command))
    return true
  }

  private static func time(_ text: String) -> SimTime? {
    Int64(text).flatMap { SimTime(kept: $0) }
  }
}

extension Session {
  /// Does everything again that a saved session has done, and goes on from there.
  mutating func resume(_ saved: SavedSession) {
    start = saved.start
    timeline = Timeline(start.world())
    namespace = "default"
    // The file may come from anybody: what it says shows nothing, writes no files and runs no
    // programs.
    let own = host
    host = HostDiary().repeating(host)
    // Done again as fast as it goes; a file may name any time, so Ctrl-C is heard.
    let pace = clock
    clock = .stepped
    for entry in saved.commands {
      guard pass(until: entry.time) == nil else { break }
      typedBefore = entry.typed
      _ = reply(to: entry.command)
      if isCutShort { break }
    }
    typedBefore = nil
    if let now = saved.now, !isCutShort { _ = pass(until: now) }
    clock = pace
    host = own
    namespace = saved.namespace
    exitStatus = nil
    walkedTimeline = true
    anchorClock()
  }
}
