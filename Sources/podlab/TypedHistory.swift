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
    load()
    return entries.map { entry in
      HistoryLine(entry.text, at: entry.seconds.map { SimTime(milliseconds: $0 * 1000) })
    }
  }

  var texts: [String] {
    load()
    return entries.map(\.text)
  }

  private func load() {
    guard !isLoaded else { return }
    isLoaded = true
    entries = file.load(&mark)
  }

  /// What other shells have added since the last time.
  func news() -> [String] {
    guard isLoaded, isKept else { return [] }
    let news = file.news(since: &mark)
    entries += news
    return news.map(\.text)
  }

  /// Adds a line, unless it is the last one again or begins with a space.
  /// Why it could not be kept is told once.
  func add(_ text: String) -> (isNew: Bool, problem: String?) {
    load()
    guard !text.isEmpty, !text.hasPrefix(" "), text != entries.last?.text else {
      return (false, nil)
    }
    let entry = HistoryEntry(text, seconds: Clock.wallMilliseconds / 1000)
    entries.append(entry)
    guard isKept else { return (true, nil) }
    do throws(HostError) {
      try file.append(entry, &mark)
      return (true, nil)
    } catch {
      isKept = false
      return (true, error.message)
    }
  }

  /// Forgets everything, also what is in the file; why it could not.
  func clear() -> String? {
    load()
    entries = []
    do throws(HostError) {
      try file.clear(&mark)
      return nil
    } catch {
      return error.message
    }
  }
}
