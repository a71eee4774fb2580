import Shell
import Terminal

/// What somebody has chosen, kept across starts: a line each, `name=value`.
final class SettingsFile {
  private let path: String
  private lazy var values = read()

  init(path: String) {
    self.path = path
  }

  private func value(_ name: String) -> String? { values.last { $0.name == name }?.value }

  /// Keeps a choice, or forgets it when there is no value. Why it could not be kept, or nil; the
  /// choice counts in any case until the program ends.
  private func set(_ name: String, _ value: String?) -> String? {
    // Another shell may have chosen something since.
    values = read()
    values.removeAll { $0.name == name }
    if let value { values.append((name, value)) }
    let text = values.map { "\($0.name)=\($0.value)\n" }.joined()
    do throws(HostError) {
      try HostFiles.makeDirectory(LocalHost.folder(of: path))
      try HostFiles.write(text, to: path)
      return nil
    } catch {
      return error.message
    }
  }

  /// Lets a session ask for choices and keep them.
  func serve(_ host: inout Shell.Host) {
    host.setting = { self.value($0) }
    host.keepSetting = { self.set($0, $1) }
  }

  private func read() -> [(name: String, value: String)] {
    guard let text = try? HostFiles.read(path) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
    }
  }
}
