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
    if let flag = awaitedFlag(of: type) { return values(of: flag, rest) }
    if word.hasPrefix("--"), let sign = word.firstIndex(of: "=") {
      let name = String(word[..<sign].dropFirst(2))
      return values(of: name, rest).map {
        Completion("--\(name)=\($0.text)", note: $0.note, endsWord: $0.endsWord)
      }
    }
    if word.hasPrefix("-") { return flags(of: type) }
    let more = Self.verbs(after: plainWords)
    let arguments = plainArguments(of: type, rest)
    return (arguments.isEmpty ? more : []) + names(type.takes, arguments, rest)
  }

  // MARK: - Verbs

  private var plainWords: [String] { words.filter { !$0.hasPrefix("-") } }

  private var verb: (type: any Verb.Type, used: Int)? {
    for count in stride(from: min(3, words.count), to: 0, by: -1) {
      if let type = Kubectl.verb(named: words.prefix(count).joined(separator: " ")) {
        return (type, count)
      }
    }
    return nil
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

  private func table(of type: any Verb.Type) -> FlagTable { type.flags.with(.global) }

  private func flags(of type: any Verb.Type) -> [Completion] {
    type.flags.with(FlagTable("namespace n ''\nhelp h false")).flags.map { flag in
      Completion("--\(flag.name)", note: flag.shorthand.map { "-\($0)" } ?? "")
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

  private func values(of flag: String, _ rest: [String]) -> [Completion] {
    switch flag {
    case "namespace": state.keys(.namespace).map { Completion($0.name) }
    case "output":
      ["yaml", "json", "wide", "name", "jsonpath=", "custom-columns="]
        .map { Completion($0, endsWord: !$0.hasSuffix("=")) }
    case "filename", "from-file", "patch-file": session.files(word)
    case "container": containers(rest)
    case "from": state.keys(.cronJob, in: namespace).map { Completion("cronjob/\($0.name)") }
    case "schedule":
      ["@hourly", "@daily", "@weekly", "@monthly", "@yearly"].map { Completion($0) }
    case "image": []
    default: []
    }
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

  private func names(
    _ meaning: WordMeaning, _ arguments: [String], _ rest: [String]
  ) -> [Completion] {
    switch meaning {
    case .nothing, .text: []
    case .verbs: Self.verbs(after: arguments)
    case .kinds: arguments.isEmpty ? kinds : []
    case .nodes: state.keys(.node).map { Completion($0.name) }
    case .places: places(rest)
    case .pods:
      word.contains("/") ? qualified : arguments.isEmpty ? objects(.pod) : []
    case .resources: resources(arguments)
    }
  }

  private func resources(_ arguments: [String]) -> [Completion] {
    if word.contains("/") { return qualified }
    guard let first = arguments.first, !first.contains("/") else {
      return arguments.isEmpty ? kinds : []
    }
    return (try? Kind(kubectlWord: first)).map(objects) ?? []
  }

  private var kinds: [Completion] {
    Kind.allCases.map { kind in
      let isTyped = word == kind.singular || word.hasPrefix(kind.singular)
      return Completion(
        isTyped && !word.hasPrefix(kind.facts.plural) ? kind.singular : kind.facts.plural,
        note: kind.facts.shortNames.joined(separator: ","))
    }
  }

  private func objects(_ kind: Kind) -> [Completion] {
    state.keys(kind, in: kind.isNamespaced ? namespace : nil).map { Completion($0.name) }
  }

  /// `pod/…`
  private var qualified: [Completion] {
    let type = String(word.prefix { $0 != "/" })
    guard let kind = try? Kind(kubectlWord: type) else { return [] }
    return objects(kind).map { Completion("\(type)/\($0.text)") }
  }
}
