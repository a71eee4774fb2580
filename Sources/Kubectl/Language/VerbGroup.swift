/// The first word of several verbs, such as `rollout`: alone it shows what may follow.
public protocol VerbGroup: LocalVerb {
  init()
  /// How the word alone ends.
  static var statusAlone: Int32 { get }
}

extension VerbGroup {
  public static var flags: FlagTable { FlagTable("") }
  public static var takes: WordMeaning { .verbs }
  public static var statusAlone: Int32 { 1 }

  public init(_ invocation: Invocation) throws(UsageError) {
    // A group whose word alone is no mistake has none with other words either.
    if !invocation.words.isEmpty, Self.statusAlone != 0 {
      let words = invocation.words.joined(separator: " ")
      throw .misuse("unknown command \"\(words)\"", verb: Self.name)
    }
    self.init()
  }

  public func plan(in context: Context) throws(Failure) -> Plan {
    .show([.out(.text(HelpPage(Self.self).text))], status: Self.statusAlone)
  }
}
