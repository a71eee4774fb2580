import Manifests
import Objects

/// What is to be seen, before anybody knows how wide the screen is.
public enum View: Sendable {
  case table(Table)
  /// One object or list in a machine's form.
  case document(APIValue, DocumentFormat)
  case description(Description)
  /// Exactly this text.
  case text(String)

  public func render(_ style: Style = Style()) -> String {
    switch self {
    case .table(let table): table.render(style)
    case .document(let value, .yaml): YAML.encode(value)
    case .document(let value, .kyaml): KYAML.encode(value)
    case .document(let value, .json): JSON.encode(value, pretty: true) + "\n"
    case .document(let value, .declaredJSON):
      JSON.encode(DeclaredOrder.arranged(value), pretty: true, sorted: false) + "\n"
    case .description(let description): description.render()
    case .text(let text): text
    }
  }
}

/// A machine's form of an object.
public enum DocumentFormat: Hashable, Sendable {
  case yaml
  case kyaml
  case json
  /// JSON with the fields in the order of their declaration.
  case declaredJSON
}

/// How views are drawn.
public struct Style: Hashable, Sendable {
  /// Columns of the screen; nil for no limit, as when nobody watches.
  public var width: Int?
  public var usesColour: Bool
  /// Whether words have to do: whoever reads hears them, or has a terminal for plain letters only.
  public var isPlain: Bool

  public init(width: Int? = nil, usesColour: Bool = false, isPlain: Bool = false) {
    self.width = width
    self.usesColour = usesColour
    self.isPlain = isPlain
  }
}
