import Manifests
import Objects

/// The table of contents of a pack: its parts, and the lessons of each in the order to be taught.
public struct LessonIndex: Sendable, Equatable {
  public struct Part: Sendable, Equatable {
    public var title: String
    /// The folder that holds its lessons.
    public var folder: String
    public var lessons: [Entry]
  }

  public struct Entry: Sendable, Equatable {
    public var id: String
    /// The line of the index that names it.
    public var line: Int
  }

  public var title: String
  public var parts: [Part]

  /// Where a lesson stands: its part and its place there, both counted from 0.
  public func place(of id: String) -> (part: Int, place: Int)? {
    for (part, place) in parts.enumerated() {
      if let found = place.lessons.firstIndex(where: { $0.id == id }) { return (part, found) }
    }
    return nil
  }
}

extension LessonIndex {
  public init(_ text: String, file: String) throws(LessonError) {
    let documents: [ManifestDocument]
    do throws(ManifestError) {
      documents = try YAML.documents(in: text, dialect: .plain)
    } catch {
      throw LessonError(file: file, line: error.line ?? 1, problem: error.problem)
    }
    guard documents.count == 1 else {
      throw LessonError(file: file, line: 1, problem: "an index has title: and parts:")
    }
    let reader = IndexReader(file: file, document: documents[0])
    title = try reader.text(["title"])
    parts = try reader.parts()
  }
}

/// Reads an index out of its document; every mistake names its line.
private struct IndexReader {
  let file: String
  let document: ManifestDocument

  func parts() throws(LessonError) -> [LessonIndex.Part] {
    var parts: [LessonIndex.Part] = []
    var seen: [String: Int] = [:]
    for position in try items(FieldPath().member("parts")).indices {
      let path = FieldPath().member("parts").index(position)
      var part = LessonIndex.Part(
        title: try text(path.member("title")), folder: try text(path.member("folder")), lessons: [])
      guard !part.folder.isEmpty, !part.folder.hasPrefix("/"), !part.folder.hasPrefix(".") else {
        throw mistake(path.member("folder"), "a part's folder lies in the pack")
      }
      for (number, item) in try items(path.member("lessons")).enumerated() {
        let place = path.member("lessons").index(number)
        guard let id = item.string, !id.isEmpty else { throw mistake(place, "a lesson's id") }
        if let earlier = seen[id] {
          throw mistake(place, "\(id) stands here and on line \(earlier)")
        }
        seen[id] = line(of: place)
        part.lessons.append(LessonIndex.Entry(id: id, line: line(of: place)))
      }
      parts.append(part)
    }
    return parts
  }

  func text(_ names: [String]) throws(LessonError) -> String {
    try text(names.reduce(FieldPath()) { $0.member($1) })
  }

  private func text(_ path: FieldPath) throws(LessonError) -> String {
    guard let text = value(at: path)?.string, !text.isEmpty else {
      throw mistake(path, "\(path) must be a text")
    }
    return text
  }

  private func items(_ path: FieldPath) throws(LessonError) -> [APIValue] {
    guard let items = value(at: path)?.array else { throw mistake(path, "\(path) must be a list") }
    return items
  }

  private func value(at path: FieldPath) -> APIValue? {
    var value: APIValue? = document.value
    for step in path.steps {
      switch step {
      case .member(let name), .key(let name): value = value?[name]
      case .index(let position):
        let items = value?.array ?? []
        value = items.indices.contains(position) ? items[position] : nil
      }
    }
    return value
  }

  private func mistake(_ path: FieldPath, _ problem: String) -> LessonError {
    LessonError(file: file, line: line(of: path), problem: problem)
  }

  /// The line of a value, or of what it lies in.
  private func line(of path: FieldPath) -> Int {
    var steps = path.steps[...]
    while true {
      if let mark = document.marks[FieldPath(Array(steps))] { return mark.line }
      if steps.popLast() == nil { return 1 }
    }
  }
}
