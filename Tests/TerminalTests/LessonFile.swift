import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What somebody types who follows a lesson: its steps with their solutions, read off the file in
/// the simplest way, so that these tests do not trust the reader they test.
struct LessonFile: CustomTestStringConvertible, Sendable {
  struct Step: Sendable {
    var title: String
    /// Lines to type.
    var solution: [String] = []
  }

  /// The file's name, which is the lesson's.
  var id: String
  var steps: [Step] = []

  var testDescription: String { id }

  /// The lessons of the package.
  static let all: [LessonFile] = {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let parts = names(in: root + "/lessons").filter { $0.hasPrefix("part-") }
    return parts.flatMap { part in
      names(in: "\(root)/lessons/\(part)").filter { $0.hasSuffix(".md") }
        .map { LessonFile(path: "\(root)/lessons/\(part)/\($0)") }
    }
  }()

  private init(path: String) {
    id = String((path.split(separator: "/").last ?? "").dropLast(3))
    var isSolution = false
    var isFence = false
    for line in Self.text(of: path).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isFence.toggle()
      } else if isFence {
        guard isSolution, !steps.isEmpty else { continue }
        let hasPrompt = ["$ ", "% ", "> "].contains { line.hasPrefix($0) }
        steps[steps.count - 1].solution.append(String(hasPrompt ? line.dropFirst(2) : line))
      } else if line.hasPrefix("### ") {
        isSolution = line == "### Solution"
      } else if line.hasPrefix("## ") {
        isSolution = false
        steps.append(Step(title: line.dropFirst(3).filter { !"`*".contains($0) }))
      }
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let found = readdir(stream) {
      let name = withUnsafePointer(to: &found.pointee.d_name) { place in
        let capacity = MemoryLayout.size(ofValue: place.pointee)
        return place.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted()
  }

  private static func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 {
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
