import Engine
import Shell
import Terminal

/// What is typed at the prompt, here and in other shells: what `history` lists and Up finds.
/// A class because the conversation, the keyboard and the session share it.
final class TypedHistory {
  private let file: HistoryFile
  private var mark = HistoryFile.Mark()
  private var isLoaded = false
  private var entries: [HistoryEntry] = []
  /// False once the file could not be written: work goes on without.
  private var isKept = true

  init(_ file: HistoryFile) {
    self.file = file
  }

  /// All of it, oldest first.
  var lines: [HistoryLine] {
    refresh()
    return entries.map { entry in
      HistoryLine(entry.text, at: entry.seconds.map(SimTime.init(seconds:)))
    }
  }

  /// The commands from this place on.
  func texts(from place: Int = 0) -> [String] {
    refresh()
    return entries.dropFirst(place).map(\.text)
  }

  /// Takes up what there is, and later what other shells have added.
  private func refresh() {
    if isLoaded {
      entries += file.news(since: &mark)
    } else {
      isLoaded = true
      entries = file.load(&mark)
    }
  }

  /// Adds a line, unless it is the last one again or begins with a space. Why it could not be
  /// kept is told once.
  func add(_ text: String) -> String? {
    refresh()
    guard !text.isEmpty, !text.hasPrefix(" "), text != entries.last?.text else { return nil }
    let entry = HistoryEntry(text, seconds: Clock.wallMilliseconds / 1000)
    entries.append(entry)
    guard isKept else { return nil }
    do throws(HostError) {
      try file.append(entry, &mark)
      return nil
    } catch {
      isKept = false
      return error.message
    }
  }

  /// Forgets everything, also what is in the file; why it could not.
  private func clear() -> String? {
    refresh()
    entries = []
    do throws(HostError) {
      try file.clear(&mark)
      return nil
    } catch {
      return error.message
    }
  }

  /// Lets a session list it and forget it.
  func serve(_ host: inout Shell.Host, _ keyboard: Keyboard) {
    host.history = { self.lines }
    host.calendar = { CalendarTime.local($0.milliseconds / 1000) }
    host.forgetHistory = {
      let problem = self.clear()
      keyboard.forget()
      return problem
    }
  }
}
