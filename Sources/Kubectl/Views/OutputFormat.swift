import Objects

/// What `-o` may ask for.
public enum OutputFormat: Hashable, Sendable {
  case wide
  case name
  case document(DocumentFormat)
  case customColumns(String)
}

/// A machine's form of an object.
public enum DocumentFormat: Hashable, Sendable {
  case yaml
  case json
  /// The template.
  case jsonPath(String)

  func render(_ value: APIValue) -> String {
    switch self {
    case .yaml, .json, .jsonPath: ""
    }
  }
}
