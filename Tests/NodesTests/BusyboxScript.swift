import Foundation
import Testing

@testable import Nodes

/// A script that is run in a container of busybox and by the busybox of this machine.
struct BusyboxScript: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String

  var testDescription: String { name }

  /// All of them, by name.
  static let all: [BusyboxScript] = {
    let folder = Bundle.module.bundleURL.appendingPathComponent("Scripts")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".sh") }.sorted().compactMap { name in
      let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      return text.map { BusyboxScript(name: name, text: $0) }
    }
  }()

  static let busybox: String? = program("busybox")

  private static func program(_ name: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  struct Result: Equatable {
    var output: String
    var errors: String
    var status: Int
  }

  // MARK: - What it wants

  /// A command that fails where the machine cannot show what the script is about.
  var condition: String? { note("needs") }

  /// A program beside those of busybox.
  var program: String? { note("program") }

  /// `# name: value`
  private func note(_ name: String) -> String? {
    let mark = "# \(name): "
    return text.split(separator: "\n").first { $0.hasPrefix(mark) }
      .map { String($0.dropFirst(mark.count)) }
  }

  /// Why this machine cannot run it; nil when it can.
  func obstacle() throws -> String? {
    if let program, Self.program(program) == nil { return "needs \(program)" }
    guard let condition else { return nil }
    let isMet = try reference(of: "{ \(condition)\n} > /dev/null 2>&1").status == 0
    return isMet ? nil : "needs a machine where this is true: \(condition)"
  }

  // MARK: - Running it

  /// In a container, in a folder that holds nothing but the script.
  func simulated() -> Result {
    var bench = Bench()
    bench.start(
      "app", "busybox:1.36", ["sleep", "36000"], programs: program.map { [$0] } ?? [])
    bench.sandbox.containers["app"]?.changeRoot {
      $0.makeFolder("/scripts")
      $0.write(text, to: "/scripts/\(name)")
    }
    let result = bench.run(["sh", "-c", "cd /scripts && exec sh \(name)"])
    return Result(output: result.out, errors: result.errors, status: result.status)
  }

  /// With the programs of busybox alone, and nothing else in the environment.
  func reference() throws -> Result { try reference(of: text) }

  private func reference(of text: String) throws -> Result {
    let manager = FileManager.default
    let place = manager.temporaryDirectory.appendingPathComponent("podlab-\(UUID().uuidString)")
    let programs = place.appendingPathComponent("bin")
    let folder = place.appendingPathComponent("work")
    try manager.createDirectory(at: programs, withIntermediateDirectories: true)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: place) }
    try text.write(
      to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    _ = try run(Self.busybox ?? "", ["--install", "-s", programs.path], folder, [:])
    if let program, let path = Self.program(program) {
      try manager.createSymbolicLink(
        atPath: programs.appendingPathComponent(program).path, withDestinationPath: path)
    }
    return try run(
      programs.appendingPathComponent("sh").path, [name], folder,
      ["PATH": programs.path, "HOME": "/root"])
  }

  private func run(
    _ program: String, _ arguments: [String], _ folder: URL, _ environment: [String: String]
  ) throws -> Result {
    // Into files: pipes that nobody reads would fill up.
    let output = folder.deletingLastPathComponent().appendingPathComponent("output")
    let errors = folder.deletingLastPathComponent().appendingPathComponent("errors")
    let status = Spawned.run(
      [Self.busybox ?? "", "sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, program]
        + arguments,
      environment: environment.map { "\($0.key)=\($0.value)" }.sorted(),
      output: output.path, errors: errors.path)
    return Result(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), status: status)
  }
}
