import Engine
import Kubectl
import Objects
import Simulation
import Store

/// Somebody at work on a cluster: a line in, a reply out.
///
/// It holds the worlds and everything that is not in them: the current namespace, the clock's
/// mode, variables. All it does to the outside goes through its ``Host``.
public struct Session {
  /// Who gives the commands.
  public enum Manner: Hashable, Sendable {
    /// A person: every command of kubectl takes a second.
    case interactive
    /// A file or a pipe: time moves only where a command says so.
    case script
  }

  /// What moves the clock.
  public enum Clock: Hashable, Sendable {
    case stepped
    /// The wall clock, this many times as fast.
    case live(speed: Int64)
  }

  public internal(set) var timeline: Timeline
  public internal(set) var clock = Clock.stepped
  public let manner: Manner
  /// The cluster it began with, for `reset` and `save`.
  public internal(set) var start: ClusterStart
  public internal(set) var host: Host
  /// Set by `exit`.
  public internal(set) var exitStatus: Int32?
  /// How the last command ended: `$?`.
  public internal(set) var lastStatus: Int32 = 0
  /// How the first `expect` that did not hold ended.
  public internal(set) var failedExpectStatus: Int32?

  /// The lesson or interview under way.
  var classroom: Classroom?
  /// The outage that they are called to.
  var incidentRoom: IncidentRoom?
  var library: Library?
  /// Whether a person is told between commands what has come about by itself.
  var tellsNotices = true
  /// What they have been told, of what comes again and again.
  var toldNotices: Set<String> = []
  /// Which nodes and pods are unwell, for the prompt of a person.
  var health = HealthWatch()
  /// How many lessons have been begun, for their names in the journal.
  var runsBegun = 0
  /// What has been shown of a text since the last key.
  var reading = ReadingProgress()
  /// What the host answers while a line runs.
  let diary = HostDiary()
  /// Files that a lesson or scenario brings, by name.
  var lessonFiles: [String: String] = [:]
  var variables: [String: String] = [:]
  /// What the script in hand is given and has chosen.
  var script = ScriptFrame()
  /// How many commands around the one in hand ask how it goes: `set -e` does not mind it then.
  var questions = 0
  /// How the last `$(…)` of the command in hand ended.
  var substitutionStatus: Int32?
  /// What the command in hand asks for that was never set, where that is an error.
  var unsetProblem: String?
  /// Words that stand for the beginning of a command.
  var aliases: [String: String] = [:]
  /// Aliases that are being filled in: none stands for itself.
  var aliasesInUse: [String] = []
  /// What `read` has not taken yet of what runs into the loop in hand.
  var unread: Substring?
  /// How many loops are running, and how one of them is to be left.
  var loopDepth = 0
  var jump: LoopJump?
  /// What the command in hand had to say that may need a hint.
  var failuresShown: [ShownFailure] = []
  /// The files that `<(…)` made for the command in hand.
  var processFiles: [String] = []
  /// Output that is being collected instead of shown; the innermost last.
  var captures: [[Reply.Chunk]] = []
  /// How many of these, counted from the outside, will be shown on the screen as they are.
  var capturesForScreen = 0
  /// How far the command in hand is, for whoever waits for it.
  var progressNote: ((World) -> String)?
  /// When `timeout` ends the command that is running.
  var deadline: SimTime?
  /// For whom the command of kubectl's that runs speaks, and how it asks for what it is about.
  var requester = Requester.administrator
  var lookUp = LookUp()
  /// The kinds it speaks of: what is only found out when asked for has to be found out then.
  var spokenOf: Set<Kind> = []
  var updates = LookUp()
  /// Whether somebody watches what is drawn in place: commands take no time of their own then.
  var isWatching = false
  /// How many commands are running inside one another, as `source` does.
  var depth = 0
  /// Whether the line in hand has walked the timeline itself.
  var walkedTimeline = false
  /// Whether the line in hand has done something to machines, which is no write.
  var changedHardware = false
  /// Whether the line in hand has put another world in place of the one it found.
  var replacedWorld = false
  /// Whether Ctrl-C has ended the line in hand.
  var isCutShort = false
  /// What has been typed for programs in containers while the line in hand ran.
  var typed: [TypedKey] = []
  /// While a saved session is done again: what was typed then. Nobody is asked meanwhile.
  var typedBefore: [TypedKey]?
  /// While a line is done again that Ctrl-C once ended: when that was.
  var cutOff: SimTime?
  /// The wall clock and the world's when they last agreed, while the clock is live.
  var anchor: (wall: Int64, world: SimTime)?

  public var world: World {
    get { timeline.present }
    set { timeline.present = newValue }
  }

  public var now: SimTime { world.now }

  /// The namespace that is meant when none is named.
  public internal(set) var namespace: String {
    get { world.kubeconfig.namespace }
    set { world.kubeconfig.namespace = newValue }
  }

  /// How a script that ends now ends: with the first failed `expect`, or the last command.
  public var finalStatus: Int32 { failedExpectStatus ?? exitStatus ?? lastStatus }

  public init(_ start: ClusterStart, manner: Manner, host: Host) {
    self.init(start, in: start.world(), manner: manner, host: host)
  }

  /// A session in a world that `start` once led to.
  init(_ start: ClusterStart, in world: World, manner: Manner, host: Host) {
    self.start = start
    self.manner = manner
    self.host = manner == .interactive ? diary.listening(to: host) : host
    timeline = Timeline(world)
  }
}
