/// What two runs of the same commands may print differently: chance, clocks, addresses.
enum Volatile {
  /// The lines with all of that replaced by what it stands for.
  static func normalised(_ lines: [String], of command: String) -> [String] {
    var kept = lines.filter { !$0.hasPrefix("Waiting for ") }
    while let last = kept.last, last.trimmed().isEmpty { kept.removeLast() }
    if command.contains("describe no"),
      let events = kept.firstIndex(where: { $0.hasPrefix("Events:") })
    {
      kept = Array(kept[..<events])
    }
    return ageless(kept).map { normalised($0, of: command) }
  }

  private static func normalised(_ line: String, of command: String) -> String {
    var line = line
    for (pattern, word) in substitutions { line.replace(pattern, with: { _ in word }) }
    line.replace(labelled) { "\($0.output.1)<…>" }
    if command.contains("--no-headers") {
      line.replace(looseAge, with: { "\($0.output.1)<age>" })
    }
    if command.contains("get"), line.contains("(<age> ago)") {
      // Which word stands there during a back-off depends on when the kubelet looked last.
      line.replace(endedWord, with: { _ in "<ended>" })
    }
    return squeezed(line)
  }

  /// Whether the order of these rows rests on random names or on equal times.
  static func orderIsChance(_ lines: [String], of command: String) -> Bool {
    if command.contains("--sort-by") { return false }
    let lists = ["get", "events", "describe", "delete", "drain", "apply", "top"]
    let words = command.split(whereSeparator: \.isWhitespace)
    guard words.contains(where: { lists.contains(String($0)) }) else { return false }
    return lines.contains { line in
      ["<rand>", "<hash>", "<age>"].contains { line.contains($0) }
    }
  }

  /// Runs of spaces as two, those at the beginning as they are.
  private static func squeezed(_ line: String) -> String {
    let indentation = line.prefix { $0 == " " }
    var result = String(indentation)
    var spaces = 0
    for character in line.dropFirst(indentation.count) {
      if character == " " {
        spaces += 1
        continue
      }
      result += String(repeating: " ", count: min(spaces, 2))
      spaces = 0
      result.append(character)
    }
    return result
  }

  // MARK: - Patterns

  nonisolated(unsafe) private static let substitutions: [(Regex<AnyRegexOutput>, String)] = [
    (#"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"#, "<uid>"),
    (#"\b(?:containerd|cri-o|docker)://[0-9a-f]+"#, "<container>"),
    (#"\bsha256:[0-9a-f]{12,64}"#, "<digest>"),
    (#"\b[0-9a-f]{32,64}\b"#, "<hex>"),
    (#"\.[0-9a-f]{16}\b"#, ".<hex>"),
    (
      #"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d| [+-]\d{4}(?: UTC)?)?"#,
      "<time>"
    ),
    (#"\[\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\]"#, "[<time>]"),
    (#"\b\d{4}/\d\d/\d\d \d\d:\d\d:\d\d\b"#, "<time>"),
    (#"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d [+-]\d{4}"#, "<time>"),
    (#"\b(?!127\.0\.0\.1\b)(?!0\.0\.0\.0\b)\d{1,3}(?:\.\d{1,3}){3}\b"#, "<ip>"),
    (#"\bin [\d.]+m?s \([\d.]+m?s including waiting\)"#, "in <duration>"),
    (#"Image size: \d+ bytes"#, "Image size: <bytes>"),
    (#":3[0-2]\d{3}\b"#, ":<port>"),
    // A CronJob names its Jobs after the minute.
    (#"-2\d{7}\b"#, "-<minute>"),
    (#"-[456789bcdf]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5}\b"#, "-<hash>-<rand>"),
    (#"-[456789bcdf]{8,10}\b"#, "-<hash>"),
    (#"-[bcdfghjklmnpqrstvwxz2456789]{5}\b"#, "-<rand>"),
    (#"\((?:\d+[ydhms])+ ago\)"#, "(<age> ago)"),
    (#"\(lasts (?:\d+[ydhms])+\)"#, "(lasts <age>)"),
  ].compactMap { source, word in
    // A comma between digits is a boundary too, as in a list of addresses with ports.
    (try? Regex(source)).map { ($0.wordBoundaryKind(.simple), word) }
  }

  nonisolated(unsafe) private static let labelled =
    #/
    ((?:resourceVersion|ResourceVersion|nodePort|pod-template-hash|controller-revision-hash)
    "?[=:]\s*)"?[-0-9a-z.]+"?
    /#
  nonisolated(unsafe) private static let looseAge = #/(\s)[1-9]\d*[ydhms](?:\d+[ydhms])*(?=\s|$)/#
  nonisolated(unsafe) private static let endedWord =
    #/\b(?:CrashLoopBackOff|Error|Completed|OOMKilled|RunContainerError)\b/#
}
