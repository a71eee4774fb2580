/// How much a program can be given to begin with: Linux refuses more.
enum ArgumentSpace {
  /// For one argument, or one variable with its name and its sign, and the byte that ends it.
  static let mostBytesOfOne = 131_072
  /// For all together.
  private static let mostBytes = 2_097_152

  static func fits(_ words: [String], _ environment: [(name: String, value: String)]) -> Bool {
    let sizes =
      words.map { $0.utf8.count + 1 }
      + environment.map { $0.name.utf8.count + $0.value.utf8.count + 2 }
    return sizes.allSatisfy { $0 <= mostBytesOfOne } && sizes.reduce(0, +) <= mostBytes
  }
}
