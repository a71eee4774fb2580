/// What the API says about its types and their fields.
///
/// It is written once, in the texts under `Text/`; decoding and its strictness, defaults, the words
/// that a field takes, how patches and server-side apply treat lists, `explain` and completion all
/// read it from here.
public struct Schema: Sendable {
  /// A type with named fields.
  public struct Fields: Sendable {
    public var name: String
    /// The group and version when this is a kind: `apps/v1`.
    public var apiVersion: String?
    /// What it is written as when it has no fields: `string(date-time)` for `Time`.
    public var plainForm: String?
    /// Whether it is owned and replaced as one, as a selector is.
    public var isAtomic: Bool
    /// In the order of their names.
    public var fields: [Field]

    public subscript(name: String) -> Field? { fields.first { $0.name == name } }
  }

  public struct Field: Sendable {
    public var name: String
    public var form: Form
    public var isRequired = false
    public var isDeprecated = false
    /// What the API server fills in where nothing is said, as text; `{}` is an empty object. Where
    /// it depends on other fields, this is the usual one.
    public var defaultText: String?
    /// The words it takes, or its items do, in the order in which the API server tells them;
    /// empty when it takes any.
    public var words: [String] = []
    /// Whether the API publishes the words; of some it only says so once a wrong one is given.
    public var publishesWords = false
    /// How a strategic merge patch treats a list: nil replaces it, empty merges it as a set, a key
    /// merges its items by that field.
    public var patchMergeKey: String?
    /// Whether a strategic merge patch of apply takes the fields away that it does not name.
    public var patchRetainsKeys = false
    /// Whether a strategic merge patch puts a new object in place of the old one.
    public var patchReplaces = false
    var listMark: String?
    var mapMark: String?
    var keysMark: String?
  }

  /// What server-side apply takes as one: who can own which part of a value.
  public enum Structure: Hashable, Sendable {
    /// The whole value has one owner.
    case atomic
    /// Each member of an object or a map has its own owners.
    case granular
    /// Each item of a list of plain values has its own owners.
    case set
    /// Each item of a list has its own owners; these fields tell the items apart.
    case map(keys: [String])
  }

  private let types: [String: Fields]
  private let wordLists: [String: [String]]

  /// The schema of the version that is simulated.
  public static let current = Schema(SchemaText.all)

  /// The type of this name; nil for plain values and for what is not described.
  public func type(_ name: String) -> Fields? { types[name] }

  /// The field at `Type.field`.
  public func field(_ name: String, of type: String) -> Field? { types[type]?[name] }

  /// A list of words that fields share, such as `Protocol`, in the API server's order; empty when
  /// there is no such list.
  public func words(_ name: String) -> [String] { wordLists[name] ?? [] }

  /// All types, in the order of their names.
  public var allTypes: [Fields] { types.values.sorted { $0.name < $1.name } }

  /// All lists of words, in the order of their names.
  public var allWordLists: [(name: String, words: [String])] {
    wordLists.sorted { $0.key < $1.key }.map { (name: $0.key, words: $0.value) }
  }

  /// How server-side apply takes the value of this field apart.
  public func structure(of field: Field) -> Structure {
    switch field.form {
    case .list:
      switch field.listMark {
      case "set": .set
      case "map": .map(keys: (field.keysMark ?? "").split(separator: ",").map(String.init))
      default: .atomic
      }
    case .map: field.mapMark == "atomic" ? .atomic : .granular
    case .plain(let name):
      if field.mapMark == "granular" {
        .granular
      } else if let type = types[name], type.plainForm == nil, !type.isAtomic {
        .granular
      } else {
        .atomic
      }
    }
  }

  init(_ texts: [String]) {
    var reader = SchemaReader()
    for text in texts { reader.read(text) }
    types = reader.finished()
    wordLists = reader.wordLists
  }
}
