import Objects

/// The keys and values that `create configmap` and `create secret` collect.
struct KeyedValues: Sendable {
  /// How each of the two words its refusals.
  enum Target: Sendable {
    case configMap(name: String)
    case secret

    func badKey(_ key: String, _ why: String) -> String {
      switch self {
      case .configMap: "\"\(key)\" is not a valid key name for a ConfigMap: \(why)"
      case .secret: "\"\(key)\" is not valid key name for a Secret \(why)"
      }
    }

    func twice(_ key: String) -> String {
      switch self {
      case .configMap(let name):
        "cannot add key \"\(key)\", another key by that name already exists in Data for ConfigMap "
          + "\"\(name)\""
      case .secret: "cannot add key \(key), another key by that name already exists"
      }
    }
  }

  private let target: Target
  private let literals: [(key: String, value: String)]
  private let files: [(key: String?, path: String)]
  private let environmentFiles: [String]

  /// Reads `--from-literal`, `--from-file` and `--from-env-file`; a file without a key is called
  /// `standardKey`, or by its own name where that is nil.
  init(
    _ invocation: Invocation, for target: Target, standardKey: String? = nil
  ) throws(UsageError) {
    self.target = target
    var literals: [(key: String, value: String)] = []
    for text in invocation.list("from-literal") {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw .error("invalid literal source \(text), expected key=value")
      }
      literals.append((String(sides[0]), String(sides[1])))
    }
    self.literals = literals
    var files: [(key: String?, path: String)] = []
    for text in invocation.list("from-file") {
      files.append(try Self.file(text, standardKey: standardKey))
    }
    self.files = files
    environmentFiles = invocation.list("from-env-file")
    if !environmentFiles.isEmpty, !literals.isEmpty || !files.isEmpty {
      throw .error("from-env-file cannot be combined with from-file or from-literal")
    }
  }

  var isEmpty: Bool { literals.isEmpty && files.isEmpty && environmentFiles.isEmpty }

  var fileNeeds: [FileNeed] {
    files.map { .fileOrFolder($0.path) } + environmentFiles.map { .file($0) }
  }

  /// Everything by its key, as plain text.
  func collect(in context: Context) throws(Failure) -> StringMap {
    var values = StringMap()
    for (key, value) in literals { try add(key, value, to: &values) }
    for file in files { try add(file, to: &values, in: context) }
    for path in environmentFiles {
      guard case .file(let text)? = context.files[.file(path)] else {
        throw .error("error reading \(path): no such file or directory")
      }
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        try add(String(sides[0]), sides.count > 1 ? String(sides[1]) : "", to: &values)
      }
    }
    return values
  }

  private func add(
    _ file: (key: String?, path: String), to values: inout StringMap, in context: Context
  ) throws(Failure) {
    switch context.files[.fileOrFolder(file.path)] {
    case .file(let text)?: try add(file.key ?? Self.name(of: file.path), text, to: &values)
    case .folder(let entries)?:
      if file.key != nil {
        throw .error("cannot give a key name for a directory path")
      }
      for entry in entries { try add(Self.name(of: entry.path), entry.text, to: &values) }
    case .unreadable(let why)?: throw .error("open \(file.path): \(why)")
    case .missing?, .tree?, nil:
      throw .error("error reading \(file.path): no such file or directory")
    }
  }

  private func add(
    _ key: String, _ value: String, to values: inout StringMap
  ) throws(Failure) {
    if let why = Self.problem(key) { throw .error(target.badKey(key, why)) }
    guard values[key] == nil else { throw .error(target.twice(key)) }
    values[key] = value
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Reads `path` or `key=path`.
  private static func file(
    _ text: String, standardKey: String?
  ) throws(UsageError) -> (key: String?, path: String) {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    if sides.count == 1 { return (standardKey, text) }
    if sides.count > 2 { throw .error("key names or file paths cannot contain '='") }
    if sides[0].isEmpty { throw .error("key name for file path \(sides[1]) missing") }
    if sides[1].isEmpty { throw .error("file path for key name \(sides[0]) missing") }
    return (sides[0], sides[1])
  }

  /// Why something can be no key; nil when it can.
  private static func problem(_ key: String) -> String? {
    let isValid =
      !key.isEmpty
      && key.unicodeScalars.allSatisfy { letter in
        letter.isASCII
          && (letter.properties.isAlphabetic || ("0"..."9").contains(letter)
            || "-_.".unicodeScalars.contains(letter))
      }
    if isValid { return nil }
    return "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. "
      + "'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is "
      + "'[-._a-zA-Z0-9]+')"
  }
}
