import Shell
import Terminal

/// What somebody has chosen, kept across starts: a line each, `name=value`.
final class SettingsFile {
  private let path: String
  private lazy var values = (try? read()) ?? []

  init(path: String) {
    self.path = path
  }

  private func value(_ name: String) -> String? { values.last { $0.name == name }?.value }

  /// Keeps a choice, or forgets it when there is no value. Why it could not be kept, or nil; the
  /// choice counts in any case until the program ends.
  private func set(_ name: String, _ value: String?) -> String? {
    values.removeAll { $0.name == name }
    if let value { values.append((name, value)) }
    let folder = LocalHost.folder(of: path)
    do throws(HostError) {
      try HostFiles.makeDirectory(folder)
      try HostFiles.alone(in: folder) { () throws(HostError) in
        // Another shell may have chosen something since; what cannot be read is not replaced.
        var kept = try read()
        kept.removeAll { $0.name == name }
        if let value { kept.append((name, value)) }
        try HostFiles.write(kept.map { "\($0.name)=\($0.value)\n" }.joined(), to: path)
        values = kept
      }
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

  private func read() throws(HostError) -> [(name: String, value: String)] {
    // A pipe might never say anything.
    guard HostFiles.plainSize(path) != nil else { return [] }
    let text = try HostFiles.read(path)
    return text.split(separator: "\n").compactMap { line in
      let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
    }
  }
}
