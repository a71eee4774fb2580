import Kubectl
import Nodes

/// Commands that a text quotes: console fences, and `code` that begins with kubectl.
enum QuotedCommands {
  static func all(in markdown: String) -> [String] {
    var commands: [String] = []
    var fence: String?
    for line in Lines(markdown).lines {
      if line.hasPrefix("```") {
        fence = fence == nil ? String(line.dropFirst(3)) : nil
      } else if fence == "console" {
        if line.hasPrefix("$ ") || line.hasPrefix("% ") {
          commands.append(String(line.dropFirst(2)))
        }
      } else if fence == nil {
        let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
        commands += pieces.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
          .filter { $0.hasPrefix("kubectl ") && !$0.contains("…") && !isNameOfVerb($0) }
      }
    }
    return commands
  }

  /// `kubectl run` alone names a verb and asks nobody to run it.
  private static func isNameOfVerb(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count == 2 && Kubectl.isVerb(String(words[1]))
  }
}

extension Session {
  /// What is wrong with a command line, without running it; nil when it could be run.
  static func complaint(about text: String) -> String? {
    let script: Script
    do throws(SyntaxProblem) {
      script = try Parser.parse(text)
    } catch {
      return error.isIncomplete ? nil : error.message
    }
    for chain in script.chains {
      for pipeline in [chain.first] + chain.rest.map(\.pipeline) {
        for case .simple(let command) in pipeline.stages {
          if let problem = complaint(about: command) { return problem }
        }
      }
    }
    return nil
  }

  private static func complaint(about command: SimpleCommand) -> String? {
    let words = command.words.map { $0.plainText }
    guard let first = words.first ?? nil else { return nil }
    let rest = words.dropFirst().map { $0 ?? "" }
    if Shell.command(named: first, before: rest) != nil
      || TextFilter.all.contains(where: { $0.name == first })
    {
      return nil
    }
    let isNamed = first == "kubectl" || first == "k"
    guard isNamed || Kubectl.isVerb(first) else { return "unknown command \(first)" }
    // Words that are filled in later cannot be judged now.
    let known = words.compactMap { $0 }
    guard known.count == words.count else { return nil }
    do throws(UsageError) {
      _ = try Kubectl.parse(isNamed ? Array(known.dropFirst()) : known)
      return nil
    } catch {
      return error.message
    }
  }
}
