extension Schema {
  /// What a field holds.
  public indirect enum Form: Hashable, Sendable {
    /// `string`, `integer(int32)`, `Quantity`, or the name of a type with fields.
    case plain(String)
    case list(Form)
    case map(Form)

    /// Reads `[]Container`, `map[string]string` and the like.
    public init(_ text: Substring) {
      if text.hasPrefix("[]") {
        self = .list(Form(text.dropFirst(2)))
      } else if text.hasPrefix("map[string]") {
        self = .map(Form(text.dropFirst(11)))
      } else {
        self = .plain(String(text))
      }
    }

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
}

extension Schema.Field {
  public typealias Form = Schema.Form
}
