/// What the API says about the fields of its types.
public struct Schema: Sendable {
  /// A type with named fields.
  public struct Fields: Sendable {
    public var name: String
    /// The group and version when this is a kind: `apps/v1`.
    public var apiVersion: String?
    /// In the order of their names.
    public var fields: [Field]

    public subscript(name: String) -> Field? { fields.first { $0.name == name } }
  }

  public struct Field: Sendable {
    /// What a field holds.
    public indirect enum Form: Hashable, Sendable {
      /// `string`, `integer(int32)`, `Quantity`, or the name of a type with fields.
      case plain(String)
      case list(Form)
      case map(Form)

      /// The name at its heart: `Container` for a list of containers.
      public var element: String {
        switch self {
        case .plain(let name): name
        case .list(let form), .map(let form): form.element
        }
      }

      /// As `explain` writes it: `<[]Container>` without the brackets around.
      public var text: String {
        switch self {
        case .plain(let name): Self.shown(name)
        case .list(let form): "[]" + form.text
        case .map(let form): "map[string]" + form.text
        }
      }

      private static func shown(_ name: String) -> String {
        let bare = name.split(separator: "(").first.map(String.init) ?? name
        return bare.split(separator: ".").last.map(String.init) ?? bare
      }
    }

    public var name: String
    public var form: Form
    public var isRequired: Bool
    public var isDeprecated: Bool
    /// How a strategic merge patch treats a list: nil replaces it, empty merges it as a set, a key
    /// merges its items by that field.
    public var patchMergeKey: String?
  }

  private let types: [String: Fields]

  /// The schema of the version that is simulated.
  public static let current = Schema(SchemaText.all)

  /// The type of this name; nil for plain values and for what is not described.
  public func type(_ name: String) -> Fields? { types[name] }

  init(_ texts: [String]) {
    var types: [String: Fields] = [:]
    for text in texts {
      var block = ""
      for line in (text + "\nend:").split(separator: "\n") {
        if line.hasPrefix(" ") {
          block += line
          continue
        }
        if let fields = Self.fields(block) { types[fields.name] = fields }
        block = String(line)
      }
    }
    self.types = types
  }

  private static func fields(_ block: String) -> Fields? {
    guard let colon = block.firstIndex(of: ":") else { return nil }
    let head = block[..<colon].split(separator: " ").map(String.init)
    guard let name = head.first else { return nil }
    let parts = block[block.index(after: colon)...].split(separator: ";")
    return Fields(
      name: name, apiVersion: head.count > 1 ? head[1] : nil,
      fields: parts.compactMap { field($0.split(separator: " ").map(String.init)) })
  }

  private static func field(_ words: [String]) -> Field? {
    guard words.count >= 2 else { return nil }
    var type = Substring(words[1])
    var isRequired = false
    var isDeprecated = false
    while let mark = type.last, mark == "!" || mark == "?" {
      if mark == "!" { isRequired = true } else { isDeprecated = true }
      type.removeLast()
    }
    return Field(
      name: words[0], form: form(type), isRequired: isRequired, isDeprecated: isDeprecated,
      patchMergeKey: words.count > 2 ? String(words[2].dropFirst()) : nil)
  }

  private static func form(_ text: Substring) -> Field.Form {
    if text.hasPrefix("[]") { return .list(form(text.dropFirst(2))) }
    if text.hasPrefix("map[string]") { return .map(form(text.dropFirst(11))) }
    return .plain(String(text))
  }
}
