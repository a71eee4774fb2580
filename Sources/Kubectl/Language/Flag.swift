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
  /// The default as help shows it: `''`, `'none'`, `[]`, `500`.
  public var shownDefault: String

  public var takesValue: Bool {
    if case .toggle = form { false } else { bareValue == nil }
  }

  /// `-A, --all-namespaces`, as error messages name it.
  public var title: String { shorthand.map { "-\($0), --\(name)" } ?? "--\(name)" }
}

/// The flags of a verb, written compactly: one `name [shorthand] default` a line.
///
/// The default tells the form: `true` or `false` a toggle, a number an integer, `30s` a duration,
/// `[]` a list, anything else a text, `''` the empty one and `nil` one that help shows as nothing.
/// `name=bare` names what the bare flag means.
public struct FlagTable: Sendable {
  public private(set) var flags: [Flag] = []

  public init(_ text: String) {
    for line in text.split(separator: "\n") {
      if let flag = Self.flag(line.split(separator: " ").map(String.init)) { flags.append(flag) }
    }
    flags.sort { $0.name < $1.name }
  }

  /// Both tables; where both have a flag, that of `more`.
  public func with(_ more: FlagTable) -> FlagTable {
    var both = self
    let kept = flags.filter { more[$0.name] == nil }
    both.flags = (kept + more.flags).sorted { $0.name < $1.name }
    return both
  }

  public func without(_ names: String...) -> FlagTable {
    var rest = self
    rest.flags.removeAll { names.contains($0.name) }
    return rest
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
      bareValue: parts.count > 1 ? parts[1] : nil, shownDefault: shown(standard))
  }

  private static func shown(_ standard: String) -> String {
    if standard == "nil" { return "" }
    guard case .text(let text) = form(of: standard) else { return standard }
    return "'\(text)'"
  }

  private static func form(of standard: String) -> Flag.Form {
    if standard == "true" || standard == "false" { return .toggle(standard: standard == "true") }
    if standard == "nil" { return .text(standard: "") }
    if standard.first == "[" { return .list }
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
    cache-dir $HOME/.kube/cache
    certificate-authority ''
    client-certificate ''
    client-key ''
    cluster ''
    context ''
    disable-compression false
    insecure-skip-tls-verify false
    kubeconfig ''
    kuberc ''
    log-flush-frequency 5s
    match-server-version false
    namespace n ''
    password ''
    profile none
    profile-output profile.pprof
    request-timeout '0'
    server s ''
    tls-server-name ''
    token ''
    user ''
    username ''
    v v 0
    vmodule nil
    warnings-as-errors false
    """)

  /// What cobra adds to every verb, and no list of flags shows.
  public static let help = FlagTable("help h false")
}
