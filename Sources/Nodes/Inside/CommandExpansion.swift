/// Kubernetes' own expansion of `$(NAME)` in commands and arguments; `$$` stands for one `$`.
struct CommandExpansion {
  let environment: [(name: String, value: String)]

  /// Names can stand for names: what no program could be given is not written out to its end.
  func expanded(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while result.utf8.count <= ArgumentSpace.mostBytesOfOne, let character = rest.popFirst() {
      guard character == "$", let next = rest.first else {
        result.append(character)
        continue
      }
      if next == "$" {
        rest.removeFirst()
        result.append("$")
      } else if next == "(", let end = rest.firstIndex(of: ")") {
        let name = rest[rest.index(after: rest.startIndex)..<end]
        let value = environment.last { $0.name == name }?.value
        // An unknown name stays as it was written.
        result += value ?? "$(\(name))"
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("$")
      }
    }
    return result
  }
}
