import Engine

/// A process of a container.
struct Process: Sendable {
  enum State: Hashable, Sendable {
    case ready
    case waiting(Wait)
    /// Its end, which its parent has not asked for yet.
    case ended(ProcessEnd)
  }

  let pid: Int
  /// 0 when it was started from outside of its container.
  var parent: Int
  /// The process that a terminal's keys, or the runtime, began: its descendants share it.
  var session: Int
  /// Its words, as `ps` shows them.
  var title: [String]
  var program: any Program
  var user: ProcessUser
  var environment: ProcessEnvironment
  var folder: String
  /// The rights that new files do not get, as `umask` counts them.
  var mask = 0o022
  /// Numbers of open files in its container's table, by descriptor.
  var descriptors: [Int: Int] = [:]
  /// Signals that do not do what they usually do to it.
  var dispositions: [ProcessSignal: SignalDisposition] = [:]
  /// Caught signals that its program has not looked at yet, oldest first.
  var pending: [ProcessSignal] = []
  var state = State.ready
  let startedAt: SimTime
  /// Whether it may not go on before its container's pause is over.
  var isHeld = false
  /// What it is sent when its parent has ended; nil when it goes on by itself.
  var signalWithoutParent: ProcessSignal?
  /// Whether what it takes of the machine is counted with another process.
  var isAccountedFor = false
  /// What its program takes of the machine beyond the usual.
  var work: ProcessDemand?
  /// Written, but not taken by a full pipe yet: it is not run before that has gone.
  var unwritten: [UnwrittenBytes] = []
  /// The server that answers on its ports.
  var server: Server?

  var isRunning: Bool {
    if case .ended = state { false } else { true }
  }

  /// When it wakes by itself; nil when something else has to happen first.
  var wakesAt: SimTime? {
    switch state {
    case .waiting(.until(let time)), .waiting(.readable(_, let time?)),
      .waiting(.children(_, let time?)):
      time
    case .ready, .waiting, .ended: nil
    }
  }
}

/// Bytes on their way into a pipe that is full.
struct UnwrittenBytes: Hashable, Sendable {
  var file: Int
  var bytes: ArraySlice<UInt8>
}

/// How a process ended.
struct ProcessEnd: Hashable, Sendable {
  /// As a shell counts it: 128 and the signal's number when a signal ended it.
  var status: Int
  var signal: ProcessSignal?
  var isOutOfMemory = false
}

/// What a signal does to a process.
enum SignalDisposition: Hashable, Sendable {
  case ignored
  /// Its program is told.
  case caught
}

/// Whose rights a process has.
struct ProcessUser: Hashable, Sendable {
  var id = 0
  var group = 0
  /// Groups besides its own.
  var more: [Int] = []
  /// Rights of root's that have been taken from it.
  var lacks: Set<Capability> = []

  static let root = ProcessUser()

  /// A right that root has, and that a container may be denied.
  enum Capability: String, CaseIterable, Sendable {
    case changeOwner = "CHOWN"
    case overrideAccess = "DAC_OVERRIDE"
  }

  func may(_ capability: Capability) -> Bool { id == 0 && !lacks.contains(capability) }
}

/// Variables that programs hand on to those they start, in the order in which they were set.
struct ProcessEnvironment: Sendable {
  private(set) var entries: [(name: String, value: String)] = []

  init(_ entries: [(name: String, value: String)] = []) {
    for entry in entries { self[entry.name] = entry.value }
  }

  subscript(name: String) -> String? {
    get { entries.first { $0.name == name }?.value }
    set {
      let place = entries.firstIndex { $0.name == name }
      if let newValue, let place {
        entries[place].value = newValue
      } else if let newValue {
        entries.append((name, newValue))
      } else if let place {
        entries.remove(at: place)
      }
    }
  }
}
