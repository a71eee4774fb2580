import CLibEdit

/// The person's own keys, for every program with libedit.
enum Editrc {
  /// The lines of ~/.editrc that bind a key, as they stand there. Those that choose a whole map
  /// (`bind -v`) and those that list are none of them.
  static func bindings() -> [String] {
    let home = Environment.value("HOME").map { $0 + "/.editrc" }
    guard let path = Environment.value("EDITRC") ?? home, let text = try? HostFiles.read(path)
    else { return [] }
    return bindings(in: text)
  }

  static func bindings(in text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter { line in
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let first = words.first, first == "bind" || first.hasSuffix(":bind") else {
        return false
      }
      let choosing = ["-v", "-e", "-l", "-r"]
      return words.count > 2 && !words.contains { choosing.contains(String($0)) }
    }
  }

  /// Lets libedit read a line of that file once more.
  static func apply(_ line: String, to editor: OpaquePointer) {
    guard let reader = tok_init(nil) else { return }
    defer { tok_end(reader) }
    var count: Int32 = 0
    var words: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    guard tok_str(reader, line, &count, &words) == 0, count > 0, let words else { return }
    el_parse(editor, count, words)
  }
}
