import Patterns

/// What kubectl makes of the names of images.
enum ImageText {
  /// `registry/team/web_app:1.2` gives `web-app`.
  static func containerName(for image: String) -> String {
    String(bareName(of: image).map { "_.".contains($0) ? "-" : $0 })
  }

  /// Whether a container's name cannot be as the image's is: then others may come to the same, and
  /// something made up is put behind it.
  static func makesPoorName(_ image: String) -> Bool {
    bareName(of: image).contains { "_.".contains($0) }
  }

  private static func bareName(of image: String) -> String {
    let last = image.split(separator: "/").last.map(String.init) ?? image
    return last.split(whereSeparator: { ":@".contains($0) }).first.map(String.init) ?? last
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
