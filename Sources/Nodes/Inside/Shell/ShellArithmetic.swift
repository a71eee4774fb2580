/// `$(( … ))`: whole numbers, with the usual operators.
struct ShellArithmetic {
  private let characters: [Character]
  private var position = 0
  private let variable: (String) -> Int

  static func value(of text: String, variable: @escaping (String) -> Int) -> Int? {
    var reader = ShellArithmetic(text, variable)
    let value = reader.either()
    reader.skip()
    return reader.position >= reader.characters.count ? value : nil
  }

  private init(_ text: String, _ variable: @escaping (String) -> Int) {
    characters = Array(text)
    self.variable = variable
  }

  private mutating func skip() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    skip()
    guard characters.dropFirst(position).starts(with: Array(text)) else { return false }
    position += text.count
    return true
  }

  private mutating func either() -> Int? {
    guard var left = both() else { return nil }
    while take("||") {
      guard let right = both() else { return nil }
      left = left != 0 || right != 0 ? 1 : 0
    }
    return left
  }

  private mutating func both() -> Int? {
    guard var left = comparison() else { return nil }
    while take("&&") {
      guard let right = comparison() else { return nil }
      left = left != 0 && right != 0 ? 1 : 0
    }
    return left
  }

  private mutating func comparison() -> Int? {
    guard let left = sum() else { return nil }
    for (sign, holds) in Self.comparisons where take(sign) {
      return sum().map { holds(left, $0) ? 1 : 0 }
    }
    return left
  }

  private static let comparisons: [(String, @Sendable (Int, Int) -> Bool)] = [
    ("==", { $0 == $1 }), ("!=", { $0 != $1 }), ("<=", { $0 <= $1 }), (">=", { $0 >= $1 }),
    ("<", { $0 < $1 }), (">", { $0 > $1 }),
  ]

  private mutating func sum() -> Int? {
    guard var left = product() else { return nil }
    while true {
      if take("+") {
        guard let right = product() else { return nil }
        left = left &+ right
      } else if take("-") {
        guard let right = product() else { return nil }
        left = left &- right
      } else {
        return left
      }
    }
  }

  private mutating func product() -> Int? {
    guard var left = factor() else { return nil }
    while true {
      if take("*") {
        guard let right = factor() else { return nil }
        left = left &* right
      } else if take("/") {
        guard let right = factor(), right != 0 else { return nil }
        left /= right
      } else if take("%") {
        guard let right = factor(), right != 0 else { return nil }
        left %= right
      } else {
        return left
      }
    }
  }

  private mutating func factor() -> Int? {
    skip()
    if take("(") {
      let value = either()
      return take(")") ? value : nil
    }
    if take("-") { return factor().map { 0 &- $0 } }
    if take("!") { return factor().map { $0 == 0 ? 1 : 0 } }
    _ = take("$")
    var text = ""
    while position < characters.count,
      characters[position].isLetter || characters[position].isNumber || characters[position] == "_"
    {
      text.append(characters[position])
      position += 1
    }
    if text.isEmpty { return nil }
    return Int(text) ?? variable(text)
  }
}
