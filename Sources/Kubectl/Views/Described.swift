import Objects
import Store

/// A kind with a description of its own for `describe`; others are shown field by field.
protocol Described: APIObject {
  /// Everything but the events.
  func describe(in context: Context) -> Description
  /// Whether the description ends with the events.
  static var endsWithEvents: Bool { get }
}

extension Described {
  static var endsWithEvents: Bool { true }
}

extension APIObject {
  /// What `describe` prints about this object.
  func description(in context: Context, showingEvents: Bool) -> Description {
    guard let described = self as? any Described else {
      var description = GenericDescription.of(self)
      if showingEvents { description.events(about: self, in: context) }
      return description
    }
    var description = described.describe(in: context)
    if showingEvents, type(of: described).endsWithEvents {
      description.events(about: self, in: context)
    }
    return description
  }
}
