import Objects

/// What `set env` makes of a container's variables.
struct EnvironmentChange: Sendable {
  var assigned: [EnvironmentVariable] = []
  var removed: [String] = []
  var overwrites = true

  /// Reads `KEY=VALUE` and `KEY-`; a lone `-` reads more of the former from `stdin`.
  init(_ specifications: [String], stdin: String?) throws(Failure) {
    for text in specifications {
      if text == "-" {
        let lines = (stdin ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
        for line in lines where line.contains("=") { try assign(String(line)) }
      } else if text.contains("=") {
        try assign(text)
      } else {
        removed.append(String(text.dropLast()))
      }
    }
    if removed.contains(where: { name in assigned.contains { $0.name == name } }) {
      throw .error(
        "can not both modify and remove the same environment variable in the same command")
    }
  }

  private mutating func assign(_ text: String) throws(Failure) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(sides[0])
    if let why = Self.problem(with: name) {
      throw .error("\"\(name)\" is not a valid key name: \(why)")
    }
    var variable = EnvironmentVariable()
    variable.name = name
    variable.value = String(sides[1])
    assigned.append(variable)
  }

  /// What is wrong with a variable's name, in the API machinery's words.
  private static func problem(with name: String) -> String? {
    let isFine =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) && $0 != "=" }
    if isFine { return nil }
    return
      "a valid environment variable name must consist only of printable ASCII characters other "
      + "than '=', (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for "
      + "validation is '[ -<>-~]+')"
  }

  /// Takes in the keys of a ConfigMap or Secret, all of them or only `keys`, as references; what
  /// is to be said about their names.
  mutating func take(from object: any APIObject, keys: [String]) throws(Failure) -> [Part] {
    let map = object as? ConfigMap
    let secret = object as? Secret
    guard let data = map?.data ?? secret?.data else {
      throw .error("unsupported resource specified in --from")
    }
    var notes: [Part] = []
    for key in data.keys where keys.isEmpty || keys.contains(key) {
      var selector = KeySelector()
      selector.key = key
      selector.name = object.metadata.name
      var source = EnvironmentValueSource()
      if map == nil { source.secretKeyRef = selector } else { source.configMapKeyRef = selector }
      var variable = EnvironmentVariable()
      variable.name = Self.name(from: key)
      variable.valueFrom = source
      assigned.append(variable)
      if variable.name != key {
        notes.append(.note("Warning: key \(key) transferred to \(variable.name)"))
      }
    }
    return notes
  }

  /// `app.color-2` gives `APP_COLOR_2`.
  private static func name(from key: String) -> String {
    String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }).uppercased()
  }

  mutating func put(prefix: String) {
    for place in assigned.indices { assigned[place].name = prefix + assigned[place].name }
  }

  /// What stands against the change: a variable that is there already and shall not be replaced.
  func objection(to variables: [EnvironmentVariable]) -> String? {
    guard !overwrites else { return nil }
    for variable in assigned {
      if let current = variables.first(where: { $0.name == variable.name }) {
        return "'\(current.name)' already has a value (\(current.value ?? "")), and --overwrite is "
          + "false"
      }
    }
    return nil
  }

  /// New values stand where the old ones did; new variables behind them.
  func applied(to variables: [EnvironmentVariable]) -> [EnvironmentVariable] {
    var covered = Set(removed)
    var result: [EnvironmentVariable] = []
    for variable in variables where !covered.contains(variable.name) {
      if let newer = assigned.first(where: { $0.name == variable.name }) {
        covered.insert(variable.name)
        result.append(newer)
      } else {
        result.append(variable)
      }
    }
    for variable in assigned where covered.insert(variable.name).inserted {
      result.append(variable)
    }
    return result
  }
}
