import Testing

@testable import Kubectl

/// The full name of every verb.
let verbNames: [String] = Kubectl.verbs.map { type in type.name }

/// Every verb has the flags of kubectl 1.36, with their letters and defaults, and no others.
@Suite struct FlagTableTests {
  private struct Row: Hashable, CustomStringConvertible {
    var name: String
    var shorthand: String
    var standard: String

    var description: String { "--\(name) -\(shorthand) \(standard)" }
  }

  private static let wanted: [String: Set<Row>] = {
    var wanted: [String: Set<Row>] = [:]
    let files = ["kubectl-flags.tsv", "further-flags.tsv"].map(ReferenceTable.init)
    for row in files.flatMap(\.rows) where row.count == 4 {
      wanted[row[0], default: []].insert(Row(name: row[1], shorthand: row[2], standard: row[3]))
    }
    return wanted
  }()

  private static func rows(_ table: FlagTable) -> Set<Row> {
    Set(
      table.flags.map {
        Row(
          name: $0.name, shorthand: $0.shorthand.map(String.init) ?? "",
          standard: $0.shownDefault)
      })
  }

  @Test(arguments: verbNames) func flagsAreThoseOfKubectl(verb: String) throws {
    let type = try #require(Kubectl.verb(named: verb))
    let have = Self.rows(type.flags)
    let want = Self.wanted[verb] ?? []
    #expect(have.subtracting(want).sorted { $0.name < $1.name } == [], "not in kubectl")
    #expect(want.subtracting(have).sorted { $0.name < $1.name } == [], "missing")
  }

  @Test func globalFlagsAreThoseOfKubectl() {
    #expect(Self.rows(.global) == Self.wanted["(global)"])
  }

  @Test func everyVerbIsThere() {
    let names = Set(ReferenceTable("kubectl-usage.tsv").rows.map { $0[0] })
      .union(Self.wanted.keys).subtracting(["(global)"])
    for name in names.sorted() {
      #expect(Kubectl.verb(named: name)?.name == name, "\(name)")
    }
  }

  @Test func usageIsThatOfKubectl() {
    for row in ReferenceTable("kubectl-usage.tsv").rows {
      #expect(Kubectl.verb(named: row[0])?.usage == row[1], "\(row[0])")
    }
  }

  /// A table of flags says what each takes: nothing, a number, a duration, a list or a text.
  @Test func everyFlagIsAcceptedInItsForm() throws {
    for type in Kubectl.verbs {
      for flag in type.flags.flags {
        let value: String
        switch flag.form {
        case .toggle: value = "true"
        case .integer: value = "1"
        case .duration: value = "1s"
        case .text, .list: value = "x"
        }
        var line = ["--\(flag.name)=\(value)"]
        if let letter = flag.shorthand { line.append("-\(letter)=\(value)") }
        let invocation = try FlagParser.parse(line, verb: type.name, flags: type.flags)
        #expect(invocation.isSet(flag.name), "\(type.name) --\(flag.name)")
        let wrong = ["--\(flag.name)=?"]
        switch flag.form {
        case .toggle, .integer, .duration:
          #expect(
            (try? FlagParser.parse(wrong, verb: type.name, flags: type.flags)) == nil,
            "\(type.name) --\(flag.name)=?")
        case .text, .list: break
        }
      }
    }
  }
}
