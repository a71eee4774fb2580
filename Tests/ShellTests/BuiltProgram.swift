import Foundation
import Testing

/// podlab itself, as a program: it is built beside the tests.
enum BuiltProgram {
  struct Run {
    /// What it wrote for whoever reads, and what it complained of.
    var output: String
    var status: Int32
  }

  private static let program: URL? = {
    var folder = Bundle.allBundles.map(\.bundleURL).map { $0.deletingLastPathComponent() }
    folder.append(URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent())
    return folder.map { $0.appending(path: "podlab") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Runs it, or another program, with these words.
  static func run(
    _ words: [String], _ other: URL? = nil, input: String = "", complaints: Bool = true
  ) throws -> Run {
    let process = Process()
    let url: URL = try #require(other ?? Self.program)
    process.executableURL = url
    process.arguments = words
    let (fed, read) = (Pipe(), Pipe())
    process.standardInput = fed
    process.standardOutput = read
    process.standardError = complaints ? read : FileHandle.nullDevice
    try process.run()
    // More than a pipe holds must be read while it is written.
    DispatchQueue.global().async {
      fed.fileHandleForWriting.write(Data(input.utf8))
      try? fed.fileHandleForWriting.close()
    }
    let output = read.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      output: String(decoding: output, as: UTF8.self), status: process.terminationStatus)
  }
}
