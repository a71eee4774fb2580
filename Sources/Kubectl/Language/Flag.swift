/// A flag of a verb.
public struct Flag: Hashable, Sendable {
  /// What a flag takes.
  public enum Form: Hashable, Sendable {
    /// Nothing, or `=true` and `=false`.
    case toggle(standard: Bool)
    case text(standard: String)
    case integer(standard: Int)
    /// A duration as Go writes it.
    case duration(standard: String)
    /// May be given several times.
    case list
  }

  public var name: String
  public var shorthand: Character?
  public var form: Form
  /// What the bare flag means for one that may be given without a value: `--dry-run`.
  public var bareValue: String?

  public var takesValue: Bool {
    if case .toggle = form { false } else { bareValue == nil }
  }

  /// `-A, --all-namespaces`, as error messages name it.
  public var title: String { shorthand.map { "-\($0), --\(name)" } ?? "--\(name)" }
}

/// The flags of a verb, written compactly: one `name [shorthand] default` a line.
///
/// The default tells the form: `true` or `false` a toggle, a number an integer, `30s` a duration,
/// `[]` a list, anything else a text, `''` the empty one. `name=bare` names what the bare flag
/// means.
public struct FlagTable: Sendable {
  public private(set) var flags: [Flag] = []

  public init(_ text: String) {
    for line in text.split(separator: "\n") {
      if let flag = Self.flag(line.split(separator: " ").map(String.init)) { flags.append(flag) }
    }
    flags.sort { $0.name < $1.name }
  }

  public func with(_ more: FlagTable) -> FlagTable {
    var both = self
    both.flags = (flags + more.flags).sorted { $0.name < $1.name }
    return both
  }

  public subscript(name: String) -> Flag? { flags.first { $0.name == name } }
  public subscript(shorthand letter: Character) -> Flag? {
    flags.first { $0.shorthand == letter }
  }

  private static func flag(_ words: [String]) -> Flag? {
    guard let first = words.first, let standard = words.last, words.count > 1 else { return nil }
    let parts = first.split(separator: "=", maxSplits: 1).map(String.init)
    return Flag(
      name: parts[0], shorthand: words.count > 2 ? words[1].first : nil, form: form(of: standard),
      bareValue: parts.count > 1 ? parts[1] : nil)
  }

  private static func form(of standard: String) -> Flag.Form {
    if standard == "true" || standard == "false" { return .toggle(standard: standard == "true") }
    if standard == "[]" { return .list }
    if let number = Int(standard) { return .integer(standard: number) }
    if standard.first?.isNumber == true, standard.last == "s" {
      return .duration(standard: standard)
    }
    return .text(standard: standard.replacing("'", with: ""))
  }
}

extension FlagTable {
  /// Flags that every verb takes.
  public static let global = FlagTable(
    """
    as ''
    as-group []
    as-uid ''
    as-user-extra []
    cache-dir ''
    certificate-authority ''
    client-certificate ''
    client-key ''
    cluster ''
    context ''
    disable-compression false
    help h false
    insecure-skip-tls-verify false
    kubeconfig ''
    kuberc ''
    log-flush-frequency 5s
    match-server-version false
    namespace n ''
    password ''
    profile none
    profile-output ''
    request-timeout text
    server s ''
    tls-server-name ''
    token ''
    user ''
    username ''
    v v 0
    vmodule ''
    warnings-as-errors false
    """)
}
