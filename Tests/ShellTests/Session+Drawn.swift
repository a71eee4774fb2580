import Kubectl

@testable import Shell

extension Session {
  /// What a line shows on a screen of this width; the session stays as it is.
  func drawn(_ line: String, width: Int) -> [String] {
    var shown = ""
    var session = self
    session.host.style = { Style(width: width) }
    session.host.write = { shown += $0.text }
    session.run(line)
    return Lines(shown).lines
  }
}
