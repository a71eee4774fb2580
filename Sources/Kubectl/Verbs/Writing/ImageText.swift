import Patterns

/// What kubectl makes of the names of images.
enum ImageText {
  /// `registry/team/web_app:1.2` gives `web-app`.
  static func containerName(for image: String) -> String {
    let last = image.split(separator: "/").last.map(String.init) ?? image
    let bare = last.split(whereSeparator: { ":@".contains($0) }).first.map(String.init) ?? last
    let name = bare.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    return String(name)
  }

  /// Whether the text can be an image at all: a repository, perhaps of a registry, and after it a
  /// tag, a digest or both.
  static func isValid(_ image: String) -> Bool { reference?.matches(image) ?? true }

  /// The grammar of references as the OCI distribution project gives it, which kubectl goes by.
  private static let reference: GoPattern? = {
    let label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
    let registry = "(?:\(label)(?:\\.\(label))*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?"
    let part = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
    let tag = "\\w[\\w.-]{0,127}"
    let algorithm = "[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*"
    let digest = "\(algorithm):[[:xdigit:]]{32,}"
    return try? GoPattern(
      whole: "(?:\(registry)/)?\(part)(?:/\(part))*(?::\(tag))?(?:@\(digest))?")
  }()
}
