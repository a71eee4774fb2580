import Engine
import Kubectl
import Shell
import Terminal

/// This machine, as a session sees it.
enum LocalHost {
  /// Files below `folder`; absolute paths stay as they are.
  static func host(folder: String = ".") -> Shell.Host {
    func resolved(_ path: String) -> String {
      path.hasPrefix("/") || folder == "." ? path : folder + "/" + path
    }
    var host = Shell.Host()
    host.readFile = { path throws(HostProblem) in try read(resolved(path)) }
    host.look = { look(resolved($0)) }
    host.workingFolder = { HostFiles.real(folder) ?? "/" }
    host.writeFile = { path, text, appending throws(HostProblem) in
      do throws(HostError) {
        try appending
          ? HostFiles.append(text, to: resolved(path)) : HostFiles.write(text, to: resolved(path))
      } catch {
        throw .refused(reason(error))
      }
    }
    addWholeFiles(to: &host, resolved)
    host.isOwnPlace = { HostFiles.isInside(resolved($0), of: folder) }
    host.write = { Output.write($0) }
    host.lessonFiles = { LessonFiles.all() }
    host.journal = {
      // A line torn in the middle of a letter is no reason to lose the others.
      guard HostFiles.plainSize(journal) != nil, let bytes = try? HostFiles.readBytes(journal)
      else { return [] }
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    host.keepInJournal = { keep($0) }
    host.timeOfDay = { SimTime(milliseconds: Clock.wallMilliseconds) }
    return host
  }

  private static func addWholeFiles(
    to host: inout Shell.Host, _ resolved: @escaping (String) -> String
  ) {
    host.readBytes = { path throws(HostProblem) in
      let path = resolved(path)
      return HostFile(
        bytes: try reading(path) { path throws(HostError) in try HostFiles.readBytes(path) },
        isExecutable: HostFiles.isExecutable(path))
    }
    host.writeBytes = { path, bytes throws(HostProblem) in
      do throws(HostError) {
        try HostFiles.write(bytes, to: resolved(path))
      } catch {
        throw .refused(reason(error))
      }
    }
    host.makeFolder = { path throws(HostProblem) in
      do throws(HostError) {
        try HostFiles.makeDirectory(resolved(path), mode: 0o755)
      } catch {
        throw .refused(reason(error))
      }
    }
  }

  /// The same with a person before it: an editor, other programs, a clock, Ctrl-C.
  static func interactiveHost(_ keyboard: Keyboard, usesColour: Bool) -> Shell.Host {
    var host = host()
    addScreen(to: &host, keyboard, usesColour: usesColour)
    host.processNumber = Environment.processNumber
    host.takesShortcuts = keyboard.hasEditor
    host.take { keyboard }
    // Setting the machine's clock is no passing of time.
    host.wallClock = { Clock.monotonicMilliseconds }
    host.pause = { Clock.pause(milliseconds: $0.milliseconds) }
    host.isInterrupted = { Interrupt.isRaised }
    host.runProgram = { words, input in HostPrograms.run(words, input: input) }
    host.edit = { text throws(HostProblem) in
      do throws(HostError) {
        let path = try HostFiles.temporaryFile(text, ending: ".yaml")
        defer { HostFiles.remove(path) }
        try HostFiles.edit(path)
        let edited = try HostFiles.read(path)
        return edited == text ? nil : edited
      } catch {
        throw .refused(error.message)
      }
    }
    return host
  }

  private static func addScreen(
    to host: inout Shell.Host, _ keyboard: Keyboard, usesColour: Bool
  ) {
    host.style = {
      guard Screen.isTerminal(.output) else { return Style() }
      return Style(
        width: Screen.width, usesColour: usesColour,
        isPlain: !keyboard.hasEditor || !Environment.showsUnicode)
    }
    if Screen.hasKeyboard, Screen.isTerminal(.output) {
      host.pageHeight = { Screen.height }
      host.turnPage = { keyboard.turnsPage() }
      host.clearScreen = { Screen.clear() }
      if keyboard.hasEditor { host.openView = { TerminalView() } }
    }
    if keyboard.hasEditor, Screen.isTerminal(.output) {
      let line = ProgressLine()
      host.showProgress = { line.show($0) }
      host.endProgress = { line.end() }
      host.write = { chunk in
        line.erase()
        Output.write(chunk)
      }
    }
  }

  static func read(_ path: String) throws(HostProblem) -> String {
    try reading(path) { path throws(HostError) in try HostFiles.read(path) }
  }

  private static func reading<Result>(
    _ path: String, _ read: (String) throws(HostError) -> Result
  ) throws(HostProblem) -> Result {
    switch HostFiles.entry(path) {
    case .missing: throw .missing
    case .directory: throw .isFolder
    case .file: break
    }
    do throws(HostError) {
      return try read(path)
    } catch {
      throw .refused(reason(error))
    }
  }

  private static func look(_ path: String) -> HostEntry {
    switch HostFiles.entry(path) {
    case .missing: .missing
    case .file: .file
    case .directory: .folder((try? HostFiles.list(path)) ?? [])
    }
  }

  /// The sentence without the name of the file, which whoever shows it names.
  private static func reason(_ error: HostError) -> String {
    error.message.split(separator: ": ", maxSplits: 1).last.map { String($0) } ?? error.message
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  // MARK: - The journal

  /// Whether anything was ever learnt here.
  static var hasJournal: Bool { HostFiles.exists(journal) }

  private static var journal: String { Environment.stateDirectory + "/progress.jsonl" }

  /// Why the line could not be added; nil when it was.
  private static func keep(_ line: String) -> String? {
    do throws(HostError) {
      try HostFiles.makeDirectory(Environment.stateDirectory)
      try HostFiles.appendLine(line, to: journal)
      return nil
    } catch {
      return error.message
    }
  }
}

extension Shell.Host {
  /// Programs in containers are typed to with these keys.
  mutating func take(_ keyboard: @escaping () -> Keyboard) {
    readLine = { keyboard().readLine($0) }
    isTerminal = Screen.hasKeyboard
    isInterrupted = { Interrupt.isRaised }
    forgetInterrupt = { Interrupt.end() }
  }
}
