/// Every type of the API with its fields, as text: facts to build ``Schema`` from.
///
/// A line begins a type, `Name:` or, for a kind, `Name group/version:`, and lists its fields as
/// `name type` separated by semicolons; indented lines go on. Behind the type of a field `!` says
/// that it is required, `?` that it is deprecated, ` @key` that patches merge its list by that key,
/// and ` @` that they merge it as a set.
enum SchemaText {
  static let all = [first, second]
}
