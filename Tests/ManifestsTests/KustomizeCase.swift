import Foundation
import Manifests
import Objects
import Testing

/// A small kustomization with what the real kubectl makes of it: files behind `=== PATH`, then
/// `=== errors` and `=== output`.
struct KustomizeCase: CustomTestStringConvertible, Sendable {
  var name: String
  var folder: String
  var files: [String: String] = [:]
  var errors = ""
  var output = ""

  var testDescription: String { name }

  static let all: [KustomizeCase] = {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Kustomize")
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }
    return (names ?? []).sorted().compactMap { name in
      let text = folder.flatMap {
        try? String(contentsOf: $0.appendingPathComponent(name), encoding: .utf8)
      }
      return text.map { KustomizeCase(String(name.dropLast(4)), $0) }
    }
  }()

  private init(_ name: String, _ text: String) {
    self.name = name
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    folder = lines.popFirst()?.split(separator: " ").last.map(String.init) ?? "."
    var section = ""
    for line in lines {
      if line.hasPrefix("=== ") {
        section = String(line.dropFirst(4))
        if section != "errors", section != "output" { files[section] = "" }
        continue
      }
      switch section {
      case "errors": errors += line + "\n"
      case "output": output += line + "\n"
      default: files[section, default: ""] += line + "\n"
      }
    }
  }

  /// The files as they lie below a folder.
  func entry(_ path: String, below home: String) -> FileTree.Entry {
    if path == home { return .folder }
    guard path.hasPrefix(home + "/") else { return .missing }
    let way = String(path.dropFirst(home.count + 1))
    if let text = files[way] { return .file(Array(text.utf8)) }
    return files.keys.contains { $0.hasPrefix(way + "/") } ? .folder : .missing
  }

  /// What podlab makes of it, in a folder called `home`.
  func built(in home: String) -> (output: String, errors: String) {
    let tree = Kustomize.gather(folder, from: home) { entry($0, below: home) }
    let warnings = tree.warnings.map { $0 + "\n" }.joined()
    do throws(KustomizeProblem) {
      return (Kustomize.text(of: try Kustomize.build(folder, in: tree)), warnings)
    } catch {
      return ("", warnings + "error: \(error.message)\n")
    }
  }
}
