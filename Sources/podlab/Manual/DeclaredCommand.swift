import Objects

/// A command of the program as its declaration says it.
struct DeclaredCommand {
  /// A word or flag that it takes.
  struct Argument: Equatable {
    enum Kind: Equatable {
      case word
      case option
      case flag
    }

    var kind: Kind
    /// `-h`, `--help`; empty for a word.
    var names: [String]
    var valueName: String
    var isOptional: Bool
    var isRepeating: Bool
    var abstract: String
    var defaultValue: String?
    /// All it can be, where that is few.
    var choices: [String]
  }

  var name: String
  var abstract: String
  var discussion: String
  var arguments: [Argument]
  /// Those that help shows.
  var subcommands: [DeclaredCommand]
  /// What runs when no subcommand is named, whether help shows it or not.
  var usual: [DeclaredCommand]

  init(_ document: APIValue) {
    name = document["commandName"]?.string ?? ""
    abstract = document["abstract"]?.string ?? ""
    discussion = document["discussion"]?.string ?? ""
    arguments = (document["arguments"]?.array ?? [])
      .filter { $0["shouldDisplay"] != false }.map(Argument.init)
    let all = document["subcommands"]?.array ?? []
    subcommands = all.filter { $0["shouldDisplay"] != false && $0["commandName"] != "help" }
      .map(DeclaredCommand.init)
    let usualName = document["defaultSubcommand"]
    usual = all.filter { usualName != nil && $0["commandName"] == usualName }
      .map(DeclaredCommand.init)
  }
}

extension DeclaredCommand.Argument {
  fileprivate init(_ document: APIValue) {
    switch document["kind"]?.string {
    case "option": kind = .option
    case "flag": kind = .flag
    default: kind = .word
    }
    names = (document["names"]?.array ?? []).compactMap { entry in
      entry["name"]?.string.map { (entry["kind"] == "short" ? "-" : "--") + $0 }
    }
    valueName = document["valueName"]?.string ?? ""
    isOptional = document["isOptional"]?.bool ?? false
    isRepeating = document["isRepeating"]?.bool ?? false
    abstract = document["abstract"]?.string ?? ""
    defaultValue = document["defaultValue"]?.string
    choices = (document["allValues"]?.array ?? []).compactMap(\.string)
  }
}
