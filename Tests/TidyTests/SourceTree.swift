import Foundation

/// The package's own source files, read as text.
struct SourceTree {
  struct File {
    /// From the package's root: `Sources/Engine/SimTime.swift`.
    var path: String
    var lines: [String]

    /// The module's folder: `Engine`, `Tests` files have their target's name.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var isTest: Bool { path.hasPrefix("Tests/") }
  }

  let files: [File]

  /// Every Swift file below `Sources` and `Tests`, in the order of their paths.
  static let package: SourceTree = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var files: [File] = []
    for folder in ["Sources", "Tests"] {
      let paths = FileManager.default.subpaths(atPath: root.path + "/" + folder) ?? []
      for path in paths.sorted() where path.hasSuffix(".swift") {
        let whole = root.path + "/" + folder + "/" + path
        guard let data = FileManager.default.contents(atPath: whole) else { continue }
        let text = String(decoding: data, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        files.append(File(path: folder + "/" + path, lines: lines))
      }
    }
    return SourceTree(files: files)
  }()
}

extension SourceTree.File {
  /// A function of the file: where it begins and how many lines its body has.
  struct Function {
    var line: Int
    var length: Int
  }

  /// Functions, initialisers and computed members with a body, found by their indentation: the
  /// formatter sees to it that a body ends with a brace below its beginning.
  var functions: [Function] {
    var found: [Function] = []
    for (start, line) in lines.enumerated() where Self.beginsFunction(line) {
      let indent = String(line.prefix { $0 == " " })
      guard let open = opening(from: start, indent: indent) else { continue }
      let end = lines[(open + 1)...].firstIndex { $0 == indent + "}" }
      if let end { found.append(Function(line: start + 1, length: end - open - 1)) }
    }
    return found
  }

  /// The line that opens the body of what is declared on line `start`; nil without a body, or with
  /// one that ends on the line it begins on.
  private func opening(from start: Int, indent: String) -> Int? {
    var line = start
    let isWrapped = lines[start].count { $0 == "(" } > lines[start].count { $0 == ")" }
    if isWrapped {
      guard let close = lines[start...].firstIndex(where: { $0.hasPrefix(indent + ")") }) else {
        return nil
      }
      line = close
    }
    if lines[line].hasSuffix("{") { return line }
    // What follows the parameters may stand on lines of its own.
    for next in lines.indices.dropFirst(line + 1).prefix(3) {
      let text = lines[next].drop { $0 == " " }
      guard ["->", "where", "{", "throws"].contains(where: text.hasPrefix) else { return nil }
      if text.hasSuffix("{") { return next }
    }
    return nil
  }

  private static func beginsFunction(_ line: String) -> Bool {
    let words = line.split { " (<".contains($0) }
    guard let place = words.firstIndex(where: { $0 == "func" || $0 == "init" || $0 == "init?" })
    else { return false }
    let before: Set<Substring> = [
      "public", "private", "static", "mutating", "fileprivate", "internal", "nonisolated",
      "override", "convenience", "required", "final", "@discardableResult", "consuming",
    ]
    return words[..<place].allSatisfy { before.contains($0) }
  }
}
