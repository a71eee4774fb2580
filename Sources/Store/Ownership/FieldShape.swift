import Descriptions
import Objects

/// How the API treats a value when several writers share an object.
indirect enum FieldShape: Hashable, Sendable {
  /// One piece: a plain value, or a list or map that is only replaced as a whole.
  case whole
  /// Named fields, each for itself, as the type of this name has them.
  case fields(type: String)
  /// Entries under free names, each for itself.
  case map(FieldShape)
  /// Items told apart by keys, each for itself.
  case items(keys: [Key], FieldShape)
  /// Values, each for itself.
  case values

  /// A field that tells the items of a list apart.
  struct Key: Hashable, Sendable {
    var name: String
    /// What is meant where the field is missing.
    var standard: APIValue?
  }

  /// The shape of a field of a type; `whole` for what is not described. The types at the top are
  /// called as the kinds are.
  static func shape(of name: String, in type: String) -> FieldShape {
    guard let field = Schema.current.field(name, of: type) else { return .whole }
    switch (Schema.current.structure(of: field), field.form) {
    case (.atomic, _): return .whole
    case (.granular, .map(let inner)): return .map(plain(inner))
    case (.granular, let form): return .fields(type: form.element)
    case (.set, _): return .values
    case (.map(let keys), .list(let inner)):
      let standards = keys.map { key in
        Schema.current.field(key, of: inner.element)?.defaultText.map(APIValue.string)
      }
      return .items(
        keys: zip(keys, standards).map { Key(name: $0, standard: $1) }, plain(inner))
    case (.map, _): return .whole
    }
  }

  /// The shape of the values in a list or a map.
  private static func plain(_ form: Schema.Form) -> FieldShape {
    guard case .plain(let name) = form, let type = Schema.current.type(name), !type.isAtomic,
      type.plainForm == nil
    else { return .whole }
    return .fields(type: name)
  }
}
