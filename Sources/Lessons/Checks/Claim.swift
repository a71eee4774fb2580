import Manifests
import Objects
import Patterns

/// What a check says of one document, ready to be tried on many.
struct Claim {
  enum Kind {
    case exists
    case compares(Comparison, Wanted)
    case matches(GoPattern)
    case count(Comparison, Int)
  }

  var kind: Kind
  /// As it was written; nil where the claim is about the target itself.
  var path: String?
  private var place: JSONPath?

  init(_ kind: Kind, path: String?) {
    self.kind = kind
    self.path = path
    // Paths have been read once by the parser of checks.
    place = path.flatMap { try? JSONPath(relaxed: $0) }
  }

  func values(in document: APIValue) -> [APIValue] {
    place?.values(in: document) ?? []
  }

  /// How many values there are at the path; a list that is the only one is counted itself.
  func count(in document: APIValue) -> Int {
    let values = values(in: document)
    if values.count == 1, let items = values[0].array { return items.count }
    return values.count
  }

  func holds(for document: APIValue, _ share: Wanted.Share) -> Bool {
    switch kind {
    case .exists: return true
    case .compares(let comparison, let wanted):
      return wanted.holds(comparison, values(in: document), share)
    case .matches(let pattern):
      let texts = values(in: document).flatMap(\.scalarTexts)
      guard !texts.isEmpty else { return false }
      return share == .every
        ? texts.allSatisfy(pattern.matches) : texts.contains(where: pattern.matches)
    case .count(let comparison, let number):
      return comparison.compare(count(in: document), number)
    }
  }
}
