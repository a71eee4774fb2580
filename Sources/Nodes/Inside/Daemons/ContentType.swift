/// What kind of content a file holds, by its name.
enum ContentType {
  private static let types = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "txt": "text/plain",
    "js": "application/javascript", "json": "application/json", "xml": "text/xml",
    "png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml", "ico": "image/x-icon",
  ]

  static func of(_ path: String, otherwise other: String = "application/octet-stream") -> String {
    let name = FileTree.name(of: path)
    guard let dot = name.lastIndex(of: ".") else { return other }
    return types[name[name.index(after: dot)...].lowercased()] ?? other
  }
}
