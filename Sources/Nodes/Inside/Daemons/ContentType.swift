/// What kind of content a file holds, by its name.
enum ContentType {
  private static let types = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "txt": "text/plain",
    "js": "application/javascript", "json": "application/json", "xml": "text/xml",
    "png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml", "ico": "image/x-icon",
  ]

  /// As busybox's httpd names the types that it knows; others it does not name.
  private static let pageTypes = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "txt": "text/plain",
    "text": "text/plain", "log": "text/plain", "c": "text/plain", "js": "application/javascript",
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "svg": "image/svg+xml", "wav": "audio/wav", "avi": "video/x-msvideo", "mpeg": "video/mpeg",
    "mp3": "audio/mpeg",
  ]

  static func ofPage(_ path: String) -> String? {
    let name = FileTree.name(of: path)
    return name.lastIndex(of: ".").flatMap { pageTypes[String(name[name.index(after: $0)...])] }
  }

  static func of(_ path: String, otherwise other: String = "application/octet-stream") -> String {
    let name = FileTree.name(of: path)
    guard let dot = name.lastIndex(of: ".") else { return other }
    return types[name[name.index(after: dot)...].lowercased()] ?? other
  }
}
