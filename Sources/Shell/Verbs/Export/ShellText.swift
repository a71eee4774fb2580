import Engine
import Kubectl
import Manifests
import Objects
import Simulation
import Store

/// A command as it was typed here, in the words of a POSIX shell on a real cluster.
struct ShellText {
  private(set) var lines: [String] = []
  private(set) var needsBash = false

  private let aliases: [String: String]

  init(_ command: String, elapsed: SimSpan, aliases: [String: String]) {
    self.aliases = aliases
    guard let places = CommandPlaces(command) else {
      lines = Self.comment(command)
      return
    }
    needsBash = places.needsBash
    let isAlone = places.found.count == 1
    if isAlone, let found = places.found.first, isLabVerb(found.words[0]) {
      let translation = Translation(of: found.words, elapsed: elapsed)
      lines = translation.command.map { [$0] } ?? Self.comment(command, translation.advice)
      return
    }
    var scalars = Array(command.unicodeScalars)
    // From the end, so that places before stay where they are.
    for found in places.found.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      edit(&scalars, found, elapsed)
    }
    lines += Lines(Tokenizer.string(scalars)).lines
  }

  /// A text behind number signs, with what to do instead.
  private static func comment(_ text: String, _ advice: String? = nil) -> [String] {
    var lines = Lines(text).lines.map { "# " + $0 }
    if let advice, !lines.isEmpty { lines[lines.count - 1] += ": " + advice }
    return lines
  }

  private func isLabVerb(_ word: String) -> Bool {
    word == Watch.name || word != ExportVerb.name && labVerbs.contains { $0.name == word }
  }

  private mutating func edit(
    _ text: inout [Unicode.Scalar], _ found: CommandPlaces.Found, _ elapsed: SimSpan
  ) {
    if isLabVerb(found.words[0]) {
      let translation = Translation(of: found.words, elapsed: elapsed)
      let original = Tokenizer.string(text[found.range])
      if translation.command == nil { lines += Self.comment(original, translation.advice) }
      text.replaceSubrange(found.range, with: Array((translation.command ?? "true").unicodeScalars))
      return
    }
    let inner = found.inner
    let first = inner.words[0]
    let words = aliases[first]?.split(separator: " ").map(String.init) ?? [first]
    let isVerb = command(named: words[0]) == nil && Kubectl.isVerb(words[0])
    let isShort = words[0] == "k"
    if found.words.contains("port-forward"), !found.isInBackground,
      isVerb || isShort || words[0] == "kubectl"
    {
      // There it would keep the terminal until somebody ends it.
      text.insert(contentsOf: " &".unicodeScalars, at: found.range.upperBound)
    }
    let start = inner.starts[0]
    if isShort || aliases[first] != nil {
      let shown = isShort ? ["kubectl"] + words.dropFirst() : words
      let replacement = (isVerb ? ["kubectl"] : []) + shown
      text.replaceSubrange(
        start..<(start + first.unicodeScalars.count),
        with: Array(replacement.joined(separator: " ").unicodeScalars))
    } else if isVerb {
      text.insert(contentsOf: "kubectl ".unicodeScalars, at: start)
    }
  }

  // MARK: - What was done by hand

  /// What an editor has changed, as patches.
  init(editing before: World, _ after: World) {
    aliases = [:]
    for change in after.history.changes(after: before.history.revision)
    where change.actor == .user && change.verb == .updated {
      guard let old = change.before?.document, let new = change.after?.document else { continue }
      var patch = MergePatch.difference(from: old, to: new)
      for field in ["resourceVersion", "generation", "managedFields"] {
        patch?["metadata"]?[field] = nil
      }
      patch?["status"] = nil
      guard let patch else { continue }
      let place = change.key.namespace.isEmpty ? "" : " -n \(change.key.namespace)"
      let text = JSON.encode(patch, pretty: false).replacing("'", with: "'\\''")
      lines.append("kubectl patch \(change.key)\(place) --type=merge -p '\(text)'")
    }
  }

  /// What was typed for a program in a container, as its input.
  mutating func type(_ keys: [TypedKey]) {
    let typed = keys.compactMap { key -> String? in
      if case .line(let line) = key.kind { line } else { nil }
    }
    guard !typed.isEmpty, !lines.isEmpty, !lines.contains(where: { $0.contains("<<") }) else {
      return
    }
    let end = Self.endMark(for: typed)
    lines[lines.count - 1] += " <<'\(end)'"
    lines += typed + [end]
  }

  /// A file with this text.
  static func file(_ name: String, _ text: String) -> [String] {
    let inside = Lines(text).lines
    let end = endMark(for: inside)
    let folder = name.lastIndex(of: "/").map { "mkdir -p '\(name[..<$0])'" }
    return [folder].compactMap(\.self) + ["cat > '\(name)' <<'\(end)'"] + inside + [end]
  }

  /// A line that is not among these.
  private static func endMark(for lines: [String]) -> String {
    var mark = "EOF"
    while lines.contains(mark) { mark += "_" }
    return mark
  }
}
