import Terminal

extension Environment {
  /// Whether the screen shows letters beyond ASCII. Only a locale that says otherwise is believed:
  /// many machines have none at all.
  static var showsUnicode: Bool {
    guard let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") else { return true }
    let name = locale.lowercased().filter { $0 != "-" }
    return name.contains("utf8") || !(name.contains(".") || name == "c" || name == "posix")
  }
}
