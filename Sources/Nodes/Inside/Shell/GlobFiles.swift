/// Files whose paths match a pattern.
struct GlobFiles {
  let system: SystemCalls

  /// Paths as they are written, sorted; none when nothing matches.
  func matches(of pattern: String) -> [String] {
    let isAbsolute = pattern.hasPrefix("/")
    let parts = pattern.split(separator: "/").map(String.init)
    var found = [isAbsolute ? "/" : ""]
    for (place, part) in parts.enumerated() {
      // A slash at the end is only for folders.
      let isLast = place + 1 == parts.count && !pattern.hasSuffix("/")
      found = found.flatMap { step(into: $0, part, isLast: isLast) }
    }
    return pattern.hasSuffix("/") ? found.map { $0 + "/" } : found
  }

  private func step(into folder: String, _ part: String, isLast: Bool) -> [String] {
    let place = system.absolute(folder.isEmpty ? "." : folder)
    let glob = GlobPattern(part)
    if !part.contains(where: { "*?[".contains($0) }) {
      let name = part.replacing("\\", with: "")
      let path = folder.isEmpty || folder == "/" ? folder + name : folder + "/" + name
      let isThere = system.sandbox.node(system.absolute(path), in: system.container) != nil
      return isThere ? [path] : []
    }
    let names = system.sandbox.names(in: place, of: system.container).filter {
      glob.matches($0) && ($0.first != "." || part.first == ".")
    }
    return names.compactMap { name in
      let path = folder.isEmpty || folder == "/" ? folder + name : folder + "/" + name
      if isLast { return path }
      let node = try? system.sandbox.find(system.absolute(path), in: system.container)
      return node?.isFolder ?? false ? path : nil
    }
  }
}
