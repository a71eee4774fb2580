import Objects
import Patterns

/// Which objects a patch or a replacement is for. What is left open fits everything.
struct KustomizeSelector: Sendable {
  var group = ""
  var version = ""
  var kind = ""
  var name = ""
  var namespace = ""
  var labels = ""
  var annotations = ""

  init(_ value: APIValue) {
    func text(_ field: String) -> String { value[field]?.string ?? "" }
    group = text("group")
    version = text("version")
    kind = text("kind")
    name = text("name")
    namespace = text("namespace")
    labels = text("labelSelector")
    annotations = text("annotationSelector")
  }

  /// Whether an identity has exactly these parts, as far as they are given.
  func isExactly(_ identity: KustomizeIdentity) -> Bool {
    identity.isOf(group: group, version: version, kind: kind)
      && (name.isEmpty || name == identity.name)
      && (namespace.isEmpty || namespace == identity.effectiveNamespace)
  }

  /// Whether an object's labels and annotations are those asked for.
  func acceptsMarks(of object: KustomizeObject) -> Bool {
    func accepts(_ text: String, _ field: String) -> Bool {
      guard !text.isEmpty else { return true }
      return (try? LabelSelector(text: text))?.matches(object.strings(field)) ?? false
    }
    return accepts(labels, "labels") && accepts(annotations, "annotations")
  }

  /// `Deployment.[noVer].[noGrp]/web.[noNs]`
  var text: String {
    KustomizeIdentity(
      group: group, version: version, kind: kind, name: name, namespace: namespace
    ).text
  }

  /// A selector whose parts are patterns that must fit whole words.
  struct Matcher {
    private let selector: KustomizeSelector
    private let patterns: [GoPattern?]

    init(_ selector: KustomizeSelector) throws(KustomizeProblem) {
      self.selector = selector
      var patterns: [GoPattern?] = []
      for text in [
        selector.group, selector.version, selector.kind, selector.name, selector.namespace,
      ] {
        patterns.append(try Self.pattern(text))
      }
      self.patterns = patterns
    }

    private static func pattern(
      _ text: String
    ) throws(KustomizeProblem) -> GoPattern? {
      if text.isEmpty { return nil }
      do { return try GoPattern(whole: text) } catch { throw .badPattern(error) }
    }

    private func fits(_ place: Int, _ text: String) -> Bool {
      guard let pattern = patterns[place] else { return true }
      return pattern.matches(text)
    }

    /// Names count as they were first written and as they are now.
    func accepts(_ object: KustomizeObject) -> Bool {
      let now = object.identity
      let first = object.first
      return fits(0, now.group) && fits(1, now.version) && fits(2, now.kind)
        && (fits(3, first.name) || fits(3, now.name))
        && (fits(4, first.effectiveNamespace) || fits(4, now.effectiveNamespace))
        && selector.acceptsMarks(of: object)
    }
  }
}
