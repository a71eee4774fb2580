import Foundation
import Testing

@testable import Nodes

/// Shell scripts in a container of busybox against the busybox of this machine.
@Suite struct BusyboxTests {
  /// Where the scripts lie.
  static let folder = Bundle.module.bundleURL.appendingPathComponent("Scripts")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".sh") }.sorted()
  }()

  static let busybox: String? = ["/usr/bin/busybox", "/bin/busybox"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  struct Result: Equatable {
    var output: String
    var errors: String
    var status: Int
  }

  @Test func thereAreEnoughScripts() throws {
    #expect(Self.names.count >= 40)
    for name in Self.names {
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
      #expect(text.split(separator: "\n").count >= 10, "\(name) is short")
    }
  }

  @Test(
    .enabled(if: BusyboxTests.busybox != nil, "needs busybox: apt-get install busybox"),
    arguments: BusyboxTests.names)
  func agree(name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let theirs = try Self.reference(name, text)
    let ours = Self.simulated(name, text)
    #expect(ours.output == theirs.output, "\(name): standard output")
    #expect(ours.errors == theirs.errors, "\(name): standard error")
    #expect(ours.status == theirs.status, "\(name): status")
  }

  /// In a container, in a folder that holds nothing but the script.
  private static func simulated(_ name: String, _ text: String) -> Result {
    var bench = Bench.busybox
    bench.sandbox.containers["app"]?.changeRoot {
      $0.makeFolder("/scripts")
      $0.write(text, to: "/scripts/\(name)")
    }
    let result = bench.run(["sh", "-c", "cd /scripts && exec sh \(name)"])
    return Result(output: result.out, errors: result.errors, status: result.status)
  }

  /// With the programs of busybox alone, and nothing else in the environment.
  private static func reference(_ name: String, _ text: String) throws -> Result {
    let busybox = try #require(busybox)
    let manager = FileManager.default
    let place = manager.temporaryDirectory.appendingPathComponent("podlab-\(UUID().uuidString)")
    let programs = place.appendingPathComponent("bin")
    let folder = place.appendingPathComponent("work")
    try manager.createDirectory(at: programs, withIntermediateDirectories: true)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: place) }
    try text.write(
      to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    _ = try run(busybox, ["--install", "-s", programs.path], folder, [:])
    return try run(
      programs.appendingPathComponent("sh").path, [name], folder,
      ["PATH": programs.path, "HOME": "/root"])
  }

  private static func run(
    _ program: String, _ arguments: [String], _ folder: URL, _ environment: [String: String]
  ) throws -> Result {
    // Into files: pipes that nobody reads would fill up.
    let output = folder.deletingLastPathComponent().appendingPathComponent("output")
    let errors = folder.deletingLastPathComponent().appendingPathComponent("errors")
    let status = Spawned.run(
      [busybox ?? "", "sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, program] + arguments,
      environment: environment.map { "\($0.key)=\($0.value)" }.sorted(),
      output: output.path, errors: errors.path)
    return Result(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), status: status)
  }
}

/// A program of this machine. Foundation's own processes begin with signals blocked, which no
/// shell expects.
private enum Spawned {
  static func run(
    _ words: [String], environment: [String], output: String, errors: String
  ) -> Int {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o644)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let argumentPointers = words.map { strdup($0) } + [nil]
    let environmentPointers = environment.map { strdup($0) } + [nil]
    defer { (argumentPointers + environmentPointers).forEach { free($0) } }
    var pid = pid_t()
    guard
      posix_spawn(
        &pid, words[0], &actions, &attributes, argumentPointers, environmentPointers) == 0
    else { return -1 }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let signal = Int(status & 0x7f)
    return signal == 0 ? Int(status >> 8 & 0xff) : 128 + signal
  }
}
