import Engine
import Manifests
import Objects
import Shell
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// From the start of the program to its end, with nothing between.
enum StartupScene: BenchScene {
  static let name = "startup"
  static let summary = """
    starts podlab -c true, with podlab's own cluster of four nodes and with larger ones from \
    --nodes; beside that, how much of it makes the world
    """
  static let items = "nodes"
  static let sizes = BenchSizes(tiny: 4, 4, 400, 5_000)
  static let measures: [BenchMeasure] = [.milliseconds(), .milliseconds("world")]

  static func play(_ count: Int, on stage: BenchStage) -> BenchOutcome {
    var start = ClusterStart.standard()
    var words = [LessonFiles.program]
    if count != start.nodes.count {
      start = ClusterStart(nodes: (0..<count).map(BenchObjects.node))
      let list = Members([
        ("kind", .string("List")), ("items", .array(start.nodes.map(\.document))),
      ])
      let text = JSON.encode(.object(list), pretty: false)
      guard let path = try? HostFiles.temporaryFile(text, ending: ".json") else {
        return BenchOutcome(items: count, done: 0, wanted: 1, values: [0, 0])
      }
      words += ["--nodes", path]
    }
    defer { if words.count > 1 { HostFiles.remove(words[2]) } }
    var ended = 0
    var nanoseconds: Int64 = 0
    let rounds = 3
    for round in 0..<rounds {
      stage.show(round, of: rounds, "starts")
      guard let taken = Self.run(words + ["-c", "true"]) else { continue }
      ended += 1
      nanoseconds += taken
    }
    let world = BenchWatch.mean { _ in _ = start.world() }
    return BenchOutcome(
      items: count, done: ended, wanted: rounds,
      values: [Double(nanoseconds) / Double(max(1, ended)) / 1e6, world])
  }

  /// Nanoseconds for which a program and the system on its behalf kept a processor busy; nil when
  /// it did not end well.
  private static func run(_ words: [String]) -> Int64? {
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    guard posix_spawn(&child, words[0], nil, nil, &pointers, environ) == 0 else { return nil }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 {
      if errno != EINTR { return nil }
    }
    guard status == 0 else { return nil }
    return nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime)
  }

  private static func nanoseconds(_ time: timeval) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_usec) * 1000
  }
}
