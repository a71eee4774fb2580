import Engine
import Kubectl
import Objects
import Simulation
import Store

/// What can stand next in a line of kubectl's.
struct KubectlCompletion {
  let session: Session
  /// The words so far, without `kubectl`.
  let words: [String]
  let word: String

  var state: ClusterState { session.world.state }

  var candidates: [Completion] {
    guard let (type, used) = verb else { return Self.verbs(after: plainWords) }
    let rest = Array(words.dropFirst(used))
    if rest.contains("--") { return inside(rest) }
    if let flag = awaitedFlag(of: type) { return values(of: flag, rest, verb: type.name) }
    if word.hasPrefix("--"), let sign = word.firstIndex(of: "=") {
      let name = String(word[..<sign].dropFirst(2))
      return values(of: name, rest, verb: type.name).map {
        Completion("--\(name)=\($0.text)", note: $0.note, endsWord: $0.endsWord)
      }
    }
    if word.hasPrefix("-") { return flags(of: type) }
    let more = Self.verbs(after: plainWords)
    let arguments = plainArguments(of: type, rest)
    return (arguments.isEmpty ? more : []) + names(of: type, arguments, rest)
  }

  // MARK: - Verbs

  private var plainWords: [String] {
    words.dropFirst(flagsInFront).filter { !$0.hasPrefix("-") }
  }

  private var verb: (type: any Verb.Type, used: Int)? {
    let start = flagsInFront
    let rest = words.dropFirst(start)
    for count in stride(from: min(3, rest.count), to: 0, by: -1) {
      if let type = Kubectl.verb(named: rest.prefix(count).joined(separator: " ")) {
        return (type, start + count)
      }
    }
    return nil
  }

  /// How many words stand before the verb: `-n team`.
  private var flagsInFront: Int {
    var count = 0
    while count < words.count, words[count].hasPrefix("-") {
      let word = words[count]
      let flag =
        word.hasPrefix("--")
        ? FlagTable.global[String(word.dropFirst(2))]
        : word.count == 2 ? word.last.flatMap { FlagTable.global[shorthand: $0] } : nil
      count += flag?.takesValue ?? false ? 2 : 1
    }
    return min(count, words.count)
  }

  /// The next words of the verbs that begin with these.
  static func verbs(after words: [String]) -> [Completion] {
    Kubectl.verbs.compactMap { type in
      let name = type.name.split(separator: " ").map { String($0) }
      guard name.count > words.count, Array(name.prefix(words.count)) == words else { return nil }
      return Completion(name[words.count], note: name.count == words.count + 1 ? type.summary : "")
    }
  }

  // MARK: - Flags

  private func table(of type: any Verb.Type) -> FlagTable { FlagTable.global.with(type.flags) }

  private func flags(of type: any Verb.Type) -> [Completion] {
    let known = FlagTable.global.with(.help).with(type.flags).flags
    // Of those that every verb takes only some are of use here, until more letters are typed.
    let common = ["namespace", "help", "as", "context"]
    return known.filter { flag in
      type.flags[flag.name] != nil || common.contains(flag.name) || word.count > 3
    }.map { flag in
      Completion("--\(flag.name)", note: Kubectl.note(on: flag, of: type.name))
    }
  }

  /// The flag whose value the word at the cursor is.
  private func awaitedFlag(of type: any Verb.Type) -> String? {
    guard let last = words.last, last.hasPrefix("-"), !last.contains("=") else { return nil }
    let flag =
      last.hasPrefix("--")
      ? table(of: type)[String(last.dropFirst(2))]
      : last.last.flatMap { table(of: type)[shorthand: $0] }
    guard let flag, flag.takesValue else { return nil }
    return flag.name
  }

  // MARK: - Names

  var namespace: String {
    for (place, word) in words.enumerated() {
      if word == "-n" || word == "--namespace", place + 1 < words.count { return words[place + 1] }
      if word.hasPrefix("--namespace=") { return String(word.dropFirst(12)) }
    }
    return session.namespace
  }

  /// The words of the verb that are neither flags nor values of flags.
  private func plainArguments(of type: any Verb.Type, _ rest: [String]) -> [String] {
    var result: [String] = []
    var isValue = false
    for word in rest {
      if isValue {
        isValue = false
      } else if word.hasPrefix("-") {
        let name = String(word.drop { $0 == "-" })
        let flag =
          word.hasPrefix("--")
          ? table(of: type)[name] : name.first.flatMap { table(of: type)[shorthand: $0] }
        isValue = !word.contains("=") && (flag?.takesValue ?? false)
      } else {
        result.append(word)
      }
    }
    return result
  }
}
