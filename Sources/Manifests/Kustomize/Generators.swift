import Objects

extension KustomizeRun {
  /// Makes the ConfigMaps and Secrets that a file asks for.
  mutating func generate(
    _ file: KustomizationFile, at place: KustomizePlace, into objects: inout KustomizeObjects
  ) throws(KustomizeProblem) {
    let rules =
      file.configMaps.map { ($0, "ConfigMap") } + file.secrets.map { ($0, "Secret") }
    for (rule, kind) in rules {
      var made = try generated(rule, kind: kind, at: place)
      made.origin = place.generatedOrigin(by: file, kind)
      do throws(KustomizeProblem) {
        try objects.absorb(made)
      } catch {
        throw .on(.generator, error)
      }
    }
  }

  private mutating func generated(
    _ rule: GeneratorRule, kind: String, at place: KustomizePlace
  ) throws(KustomizeProblem) -> KustomizeObject {
    if rule.name.isEmpty { throw .generator(.nameless) }
    var metadata: APIValue = ["name": .string(rule.name)]
    if !rule.namespace.isEmpty { metadata["namespace"] = .string(rule.namespace) }
    if !rule.labels.isEmpty { metadata["labels"] = rule.labels.value }
    if !rule.annotations.isEmpty { metadata["annotations"] = rule.annotations.value }
    var document: APIValue = ["apiVersion": "v1", "kind": .string(kind), "metadata": metadata]
    if kind == "Secret" {
      document["type"] = .string(rule.type.isEmpty ? "Opaque" : rule.type)
      document["data"] = .object(Members())
    }
    for (key, bytes) in try pairs(rule, at: place) {
      let text = String(validating: bytes, as: UTF8.self)
      if kind == "Secret" {
        Self.add(key, .string(Self.wrapped(Base64.encode(bytes))), to: "data", of: &document)
      } else if let text {
        Self.add(key, .string(text), to: "data", of: &document)
      } else {
        Self.add(
          key, .string(Self.wrapped(Base64.encode(bytes))), to: "binaryData", of: &document)
      }
    }
    if rule.isImmutable { document["immutable"] = true }
    var object = KustomizeObject(document)
    object.behavior = rule.behavior
    object.needsHash = rule.hasHash
    return object
  }

  private static func add(
    _ key: String, _ value: APIValue, to field: String, of document: inout APIValue
  ) {
    var data = document[field] ?? .object(Members())
    data[key] = value
    document[field] = data
  }

  /// Long data comes in lines of seventy letters.
  private static func wrapped(_ text: String) -> String {
    let letters = Array(text)
    guard letters.count > 70 else { return text }
    return stride(from: 0, to: letters.count, by: 70).map { start in
      String(letters[start..<min(start + 70, letters.count)]) + "\n"
    }.joined()
  }

  private mutating func pairs(
    _ rule: GeneratorRule, at place: KustomizePlace
  ) throws(KustomizeProblem) -> [(key: String, bytes: [UInt8])] {
    var pairs: [(key: String, bytes: [UInt8])] = []
    do throws(KustomizeProblem) {
      for path in rule.environments {
        pairs += Self.lines(of: try bytes(of: path, at: place))
      }
    } catch {
      throw Self.loading("env source files:", rule.environments, error)
    }
    do throws(KustomizeProblem) {
      for source in rule.literals { pairs.append(try Self.literal(source)) }
    } catch {
      throw Self.loading("literal sources", rule.literals, error)
    }
    do throws(KustomizeProblem) {
      for source in rule.files {
        let (key, path) = try Self.fileSource(source)
        pairs.append((key, try bytes(of: path, at: place)))
      }
    } catch {
      throw Self.loading("file sources:", rule.files, error)
    }
    var known: Set<String> = []
    for (key, _) in pairs where !known.insert(key).inserted {
      throw .generator(.repeatedKey(name: rule.name, key: key))
    }
    return pairs
  }

  private static func loading(
    _ what: String, _ sources: [String], _ cause: KustomizeProblem
  ) -> KustomizeProblem {
    .on(.pairs("\(what) [\(sources.joined(separator: " "))]"), cause)
  }

  private static func lines(of bytes: [UInt8]) -> [(key: String, bytes: [UInt8])] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let line = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if line.isEmpty || line.hasPrefix("#") { return nil }
      let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(sides[0]), sides.count > 1 ? Array(sides[1].utf8) : [])
    }
  }

  private static func literal(
    _ source: String
  ) throws(KustomizeProblem) -> (key: String, bytes: [UInt8]) {
    let sides = source.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else { throw .generator(.invalidLiteral(source)) }
    var value = sides[1]
    if value.count > 1, let mark = value.first, mark == value.last, "\"'".contains(mark) {
      value = value.dropFirst().dropLast()
    }
    return (String(sides[0]), Array(value.utf8))
  }

  private static func fileSource(
    _ source: String
  ) throws(KustomizeProblem) -> (key: String, path: String) {
    let sides = source.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    if sides.count == 1 { return (FileTree.name(of: source), source) }
    if sides[0].isEmpty {
      throw .generator(.noKey(path: String(source.drop { $0 == "=" }), source: source))
    }
    guard sides.count == 2 else { throw .generator(.severalSigns(source: source)) }
    guard !sides[1].isEmpty else { throw .generator(.noPath(key: sides[0], source: source)) }
    return (sides[0], sides[1])
  }
}
