import Kubectl

extension Session {
  /// `$0`, and `$1` and those after it, for a script that is about to run.
  public mutating func setArguments(_ arguments: [String], ofScript name: String) {
    script.name = name
    script.arguments = arguments
  }

  /// Does what the script wants done at its end; the status to leave with.
  public mutating func finish() -> Int32 {
    let status = finalStatus
    guard let trap = script.exitTrap else { return status }
    script.exitTrap = nil
    exitStatus = nil
    lastStatus = status
    run(trap)
    return exitStatus ?? status
  }

  // MARK: - Files that are commands

  /// Runs a file as a script of its own: it leaves variables and options as they were.
  mutating func runFile(_ path: String, _ arguments: [String]) -> Int32 {
    func refuse(_ why: String, _ status: Int32) -> Int32 {
      complain("podlab: \(path): \(why)")
      return status
    }
    let file: HostFile
    do throws(HostProblem) {
      file = try host.wholeFile(path)
    } catch {
      return refuse(error.message, error == .missing ? 127 : 126)
    }
    guard file.isExecutable else {
      return refuse("Permission denied (chmod +x, or source \(path))", 126)
    }
    guard let text = String(validating: file.bytes, as: UTF8.self), Self.isOurs(text) else {
      return refuse("is a program for the machine outside, not for this cluster", 126)
    }
    do throws(SyntaxProblem) {
      let parsed = try Parser.parse(text)
      let outer = (script, variables, aliases, lastStatus)
      script = ScriptFrame(name: path, arguments: arguments)
      lastStatus = 0
      _ = apart { $0.evaluate(parsed) }
      let status = apart { $0.finish() }
      (script, variables, aliases, lastStatus) = outer
      return status
    } catch {
      return refuse(error.message, 2)
    }
  }

  /// Whether a script asks for podlab, for a shell, or for nobody in particular.
  private static func isOurs(_ text: String) -> Bool {
    guard text.hasPrefix("#!") else { return true }
    let words = text.prefix { !$0.isNewline }.split { $0 == " " || $0 == "/" || $0 == "!" }
    return words.contains { ["podlab", "sh", "bash", "dash", "zsh"].contains($0) }
  }

  /// Runs something whose `exit` ends only itself, as `$(…)` and the commands of a pipe; its
  /// status.
  mutating func apart(_ work: (inout Session) -> Int32) -> Int32 {
    let status = work(&self)
    guard let ended = exitStatus else { return status }
    exitStatus = nil
    lastStatus = ended
    return ended
  }

  // MARK: - set -x

  mutating func show(_ words: [String], assigning values: [(name: String, value: String)]) {
    guard script.options.showsCommands else { return }
    let all = values.map { "\($0.name)=\(Self.quoted($0.value))" } + words.map(Self.quoted)
    if !all.isEmpty { complain("+ " + all.joined(separator: " ")) }
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      Tokenizer.continuesName(scalar) || "-./:=,@%+".unicodeScalars.contains(scalar)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
