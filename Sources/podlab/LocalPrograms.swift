import Foundation
import Shell

/// Other programs of this machine, behind a pipe.
enum LocalPrograms {
  /// Nil when there is no such program.
  static func run(_ words: [String], input: String) -> HostRun? {
    guard let name = words.first, let path = find(name) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = Array(words.dropFirst())
    let feed = Pipe()
    let output = Pipe()
    process.standardInput = feed
    process.standardOutput = output
    do {
      try process.run()
    } catch {
      return HostRun(output: "", errors: "\(name): cannot be run\n", status: 126)
    }
    let data = Data(input.utf8)
    DispatchQueue.global().async {
      // A program that reads only the beginning closes its end; that is no failure.
      try? feed.fileHandleForWriting.write(contentsOf: data)
      try? feed.fileHandleForWriting.close()
    }
    let result = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return HostRun(
      output: String(decoding: result, as: UTF8.self), errors: "",
      status: process.terminationStatus)
  }

  private static func find(_ name: String) -> String? {
    if name.contains("/") {
      return FileManager.default.isExecutableFile(atPath: name) ? name : nil
    }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}
