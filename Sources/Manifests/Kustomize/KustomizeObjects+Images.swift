import Objects
import Patterns

extension KustomizeObjects {
  /// Gives images other names, tags or digests, in every list of containers there is.
  mutating func change(_ rule: ImageRule) throws(KustomizeProblem) {
    let pattern: GoPattern
    do { pattern = try GoPattern("^\(rule.pattern)$") } catch { throw .badPattern(error) }
    func changed(_ value: APIValue) -> APIValue {
      guard let image = value.string, pattern.matches(image) else {
        return value
      }
      return .string(rule.changed(image))
    }
    for place in all.indices {
      if all[place].kind != "CustomResourceDefinition" {
        Self.changeContainers(in: &all[place].document, changed)
      }
      // Kustomize goes over the usual places a second time: a suffix is put on twice.
      for field in FieldTables.images {
        try field.change(&all[place].document) { changed($0 ?? .null) }
      }
    }
  }

  private static func changeContainers(
    in value: inout APIValue, _ change: (APIValue) -> APIValue
  ) {
    switch value {
    case .array(var items):
      for index in items.indices { changeContainers(in: &items[index], change) }
      value = .array(items)
    case .object(var members):
      for (name, member) in members {
        var member = member
        changeContainers(in: &member, change)
        if ["containers", "initContainers"].contains(name), var items = member.array {
          for index in items.indices {
            if let image = items[index]["image"] { items[index]["image"] = change(image) }
          }
          member = .array(items)
        }
        members[name] = member
      }
      value = .object(members)
    case .null, .bool, .integer, .number, .string: return
    }
  }

  /// Sets how many pods there shall be, wherever the name fits.
  mutating func setReplicas(of name: String, _ count: Int64) throws(KustomizeProblem) {
    var isFound = false
    for field in FieldTables.replicas {
      for place in places(ever: { $0.name == name && field.isFor($0) }) {
        isFound = true
        try field.change(&all[place].document) { _ in .integer(count) }
      }
    }
    if !isFound { throw .transformer(.noReplicas(name: name)) }
  }
}

extension ImageRule {
  /// What an image must look like to be meant: the name with any tag and digest.
  fileprivate var pattern: String {
    name + "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?"
  }

  fileprivate func changed(_ image: String) -> String {
    var (name, tag, digest) = Self.split(image)
    if !newName.isEmpty { name = newName }
    if !newTag.isEmpty {
      (tag, digest) = (newTag, self.digest)
    } else if !self.digest.isEmpty {
      (tag, digest) = ("", self.digest)
    } else if !tagSuffix.isEmpty {
      (tag, digest) = (tag + tagSuffix, "")
    }
    return name + (tag.isEmpty ? "" : ":" + tag) + (digest.isEmpty ? "" : "@" + digest)
  }

  /// A colon before the first slash belongs to the registry's address.
  private static func split(_ image: String) -> (name: String, tag: String, digest: String) {
    let halves = image.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let digest = halves.count > 1 ? String(halves[1]) : ""
    let place = halves[0]
    let slash = place.firstIndex(of: "/") ?? place.startIndex
    guard let colon = place[slash...].firstIndex(of: ":") else {
      return (String(place), "", digest)
    }
    return (String(place[..<colon]), String(place[place.index(after: colon)...]), digest)
  }
}
