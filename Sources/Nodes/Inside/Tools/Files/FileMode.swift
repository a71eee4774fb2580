/// Rights as `chmod` reads them: `755`, `u+x,go=r`.
enum FileMode {
  /// Nil when a text means no rights. `folder` is for `X`, which means folders and what may be
  /// executed already.
  static func changed(_ mode: Int, by text: String, isFolder: Bool) -> Int? {
    if let number = Int(text, radix: 8), number <= 0o7777, !text.hasPrefix("+"),
      !text.hasPrefix("-")
    {
      return number
    }
    var mode = mode
    for clause in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let next = changed(mode, clause: clause, isFolder) else { return nil }
      mode = next
    }
    return mode
  }

  private static func changed(_ mode: Int, clause: Substring, _ isFolder: Bool) -> Int? {
    let who = clause.prefix { "ugoa".contains($0) }
    var rest = clause.dropFirst(who.count)
    guard !rest.isEmpty else { return nil }
    var shifts: [Int] = []
    if who.isEmpty || who.contains("a") || who.contains("u") { shifts.append(6) }
    if who.isEmpty || who.contains("a") || who.contains("g") { shifts.append(3) }
    if who.isEmpty || who.contains("a") || who.contains("o") { shifts.append(0) }
    var mode = mode
    while let sign = rest.popFirst() {
      guard "+-=".contains(sign) else { return nil }
      let letters = rest.prefix { "rwxXstugo".contains($0) }
      rest = rest.dropFirst(letters.count)
      let bits = bits(letters, mode, isFolder, shifts)
      // Without a letter in front, the usual mask holds back the rights to write.
      let allowed = who.isEmpty ? bits & ~0o022 : bits
      switch sign {
      case "+": mode |= allowed
      case "-": mode &= ~allowed
      default:
        for shift in shifts { mode &= ~(7 << shift) }
        mode |= allowed
      }
    }
    return mode
  }

  private static func bits(
    _ letters: Substring, _ mode: Int, _ isFolder: Bool, _ shifts: [Int]
  ) -> Int {
    var bits = 0
    var rights = 0
    for letter in letters {
      switch letter {
      case "r": rights |= 4
      case "w": rights |= 2
      case "x": rights |= 1
      case "X": if isFolder || mode & 0o111 != 0 { rights |= 1 }
      case "s": bits |= (shifts.contains(6) ? 0o4000 : 0) | (shifts.contains(3) ? 0o2000 : 0)
      case "t": bits |= 0o1000
      case "u": rights |= mode >> 6 & 7
      case "g": rights |= mode >> 3 & 7
      default: rights |= mode & 7
      }
    }
    for shift in shifts { bits |= rights << shift }
    return bits
  }

  /// `rwxr-xr-x`
  static func text(_ mode: Int) -> String {
    var letters = (0..<9).map { mode >> (8 - $0) & 1 == 1 ? Array("rwxrwxrwx")[$0] : "-" }
    if mode & 0o4000 != 0 { letters[2] = letters[2] == "x" ? "s" : "S" }
    if mode & 0o2000 != 0 { letters[5] = letters[5] == "x" ? "s" : "S" }
    if mode & 0o1000 != 0 { letters[8] = letters[8] == "x" ? "t" : "T" }
    return String(letters)
  }

  /// `d` in front of the rights of a folder.
  static func letter(_ node: FileTree.Node) -> String {
    switch node.content {
    case .folder: "d"
    case .link: "l"
    case .file, .zeros: "-"
    }
  }
}

/// Sizes as they are written with `-h`.
enum HumanSize {
  /// `4.0K`; whole numbers below one kibibyte.
  static func text(_ bytes: Int) -> String {
    guard bytes >= 1024 else { return String(bytes) }
    var tenths = bytes * 10
    var units = Substring("KMGTP")
    repeat {
      tenths = (tenths + 512) / 1024
      if tenths < 10_240 || units.count == 1 { break }
      units.removeFirst()
    } while true
    return "\(tenths / 10).\(tenths % 10)\(units.prefix(1))"
  }
}
