import Terminal

/// Every line that was run, in a file: begun anew with every life, and written day by day, so that
/// a life that breaks off leaves what led there.
final class SoakNotebook {
  private let path: String?
  private var unsaved = ""

  /// Empties the file, so that one that cannot be written is known before the life begins.
  init(path: String?) throws {
    self.path = path
    guard let path else { return }
    try Self.complaining { () throws(HostError) in try HostFiles.write("", to: path) }
  }

  func add(_ line: String) {
    if path != nil { unsaved += line + "\n" }
  }

  func save() throws {
    guard let path else { return }
    let text = unsaved
    try Self.complaining { () throws(HostError) in try HostFiles.append(text, to: path) }
    unsaved = ""
  }

  private static func complaining(_ write: () throws(HostError) -> Void) throws {
    do throws(HostError) {
      try write()
    } catch {
      throw CommonOptions.refusal(error.message)
    }
  }
}
