import Foundation
import Manifests
import Objects
import Testing

@Suite struct KustomizeTests {
  @Test(arguments: KustomizeCase.all)
  func `A kustomization comes out as kubectl builds it`(of example: KustomizeCase) {
    let built = example.built(in: "/lab")
    #expect(built.output == example.output)
    #expect(built.errors == example.errors)
  }

  @Test func `There are cases to try`() {
    #expect(KustomizeCase.all.count > 20)
  }

  /// Where the machine has a kubectl, it builds the same folders.
  @Test(.enabled(if: RealKubectl.path != nil, "there is no kubectl here to compare with"))
  func `The real kubectl agrees`() throws {
    let kubectl = try #require(RealKubectl.path)
    for example in KustomizeCase.all where example.errors.isEmpty {
      let home = FileManager.default.temporaryDirectory.appendingPathComponent(
        "kustomize-\(ProcessInfo.processInfo.processIdentifier)-\(example.name)")
      defer { try? FileManager.default.removeItem(at: home) }
      for (path, text) in example.files {
        let file = home.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      let real = try RealKubectl.run(kubectl, ["kustomize", example.folder], in: home)
      #expect(example.built(in: home.path).output == real, "\(example.name)")
    }
  }

  @Test func `Nothing is looked at but what was gathered`() throws {
    let files = [
      "/a/kustomization.yaml": "resources: [x.yaml]\n",
      "/a/x.yaml": "{apiVersion: v1, kind: ConfigMap, metadata: {name: x}}\n",
      "/a/secret.yaml": "{}",
    ]
    let tree = Kustomize.gather("a", from: "/") { path in
      path == "/a" ? .folder : files[path].map { .file(Array($0.utf8)) } ?? .missing
    }
    #expect(tree.entries["/a/secret.yaml"] == nil)
    #expect(try Kustomize.build("a", in: tree).count == 1)
  }

  @Test(arguments: [
    ("resources: [https://github.com/x/y]", "podlab has no network"),
    ("resources: [..]", "cycle detected"),
    ("helmCharts: [{name: x}]", "does not build 'helmCharts'"),
    ("resources: [../b/c.yaml]", "security; file '/b/c.yaml' is not in or below '/a'"),
    ("images: [{name: x, newTag: 1.25}]", "Go struct field Image.images.newTag of type string"),
  ])
  func `What cannot be built is told`(_ text: String, _ message: String) {
    let tree = Kustomize.gather("/a", from: "/") { path in
      switch path {
      case "/", "/a", "/b": .folder
      case "/a/kustomization.yaml": .file(Array(text.utf8))
      case "/b/c.yaml": .file([])
      default: .missing
      }
    }
    let error = #expect(throws: KustomizeProblem.self) { try Kustomize.build("/a", in: tree) }
    #expect(error?.message.contains(message) == true)
  }
}

/// The kubectl of this machine.
enum RealKubectl {
  static let path = ["/usr/bin/kubectl", "/usr/local/bin/kubectl"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static func run(_ path: String, _ words: [String], in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = words
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
