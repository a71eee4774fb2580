import Foundation
import Kubectl
import Testing

@testable import Shell

/// What kubectl does on its own side, compared with the kubectl of this machine, byte by byte.
///
/// Nothing here asks a cluster: objects are made but not sent, files are changed but not written.
/// Where no kubectl is installed the tests are skipped.
@Suite(.enabled(if: RealKubectl.isInstalled, "no kubectl is installed here"))
struct KubectlDifferentialTests {
  @Test(arguments: DifferentialCases.all)
  func doesAsKubectl(_ line: String) throws {
    let folder = try DifferentialCases.folder()
    let real = try RealKubectl.run(line, in: folder)
    var session = try GoldenSession.session(for: folder.appending(path: "session"))
    let reply = session.reply(to: "kubectl \(line)")
    let output = VersionDifferences.ofPodlab.normal(reply.text(.out))
    #expect(output == VersionDifferences.ofMachine.normal(real.output))
    #expect((reply.status == 0) == (real.status == 0), "\(real.error)")
  }
}

/// The differences between the kubectl that may be installed and the one that is simulated. All
/// of them are here; a new one needs a line and the version that brought it.
struct VersionDifferences {
  var changes: [(pattern: String, replacement: String)]

  static let ofMachine = VersionDifferences(changes: [
    // Until 1.34 a time that is not set was printed as null: in YAML a line of its own, and what
    // was left of an object with nothing else is empty since.
    (
      #"(?m)^( *)metadata:\n *creationTimestamp: null\n(?! *(?:name|labels|annotations):)"#,
      "$1metadata: {}\n"
    ),
    (#"(?m)^ *creationTimestamp: null\n"#, ""),
    (#""creationTimestamp":null,?"#, ""),
  ])

  static let ofPodlab = VersionDifferences(changes: [])

  func normal(_ text: String) -> String {
    changes.reduce(text) { text, change in
      text.replacingOccurrences(
        of: change.pattern, with: change.replacement, options: .regularExpression)
    }
  }
}

/// The kubectl of this machine.
enum RealKubectl {
  private static let place: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(filePath: "\($0)/kubectl") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  static var isInstalled: Bool { place != nil }

  struct Answer {
    var output: String
    var error: String
    var status: Int32
  }

  /// Runs a line in a folder, without a configuration and so without a cluster.
  static func run(_ line: String, in folder: URL) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" \(line)", try #require(place).path]
    process.currentDirectoryURL = folder
    process.environment = [
      "HOME": folder.path, "KUBECONFIG": folder.appending(path: "none").path, "TZ": "UTC",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
    ]
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      output: String(decoding: printed, as: UTF8.self),
      error: String(decoding: complaint, as: UTF8.self), status: process.terminationStatus)
  }
}
