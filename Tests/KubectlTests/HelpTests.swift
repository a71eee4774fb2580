import Testing

@testable import Kubectl

/// Every verb's help is there, in kubectl's shape.
@Suite struct HelpTests {
  private static let text = HelpPage(Scale.self).text

  @Test(arguments: verbNames) func everyVerbIsToldAbout(verb: String) throws {
    let type = try #require(Kubectl.verb(named: verb))
    let help = try #require(VerbText.all[verb], "no text for \(verb)")
    #expect(!help.paragraphs.isEmpty)
    for flag in type.flags.flags {
      let note = try #require(FlagNotes.note(on: flag.name, of: verb), "\(verb) --\(flag.name)")
      #expect(note.hasSuffix("."), "\(verb) --\(flag.name)")
    }
    #expect(!help.examples.isEmpty || type.takes == .verbs || verb == "proxy")
  }

  @Test func globalFlagsAreToldAbout() {
    for flag in FlagTable.global.flags {
      #expect(FlagNotes.note(on: flag.name, of: "options") != nil, "--\(flag.name)")
    }
  }

  /// A heading stands once, and something uses it.
  @Test func notesAreAboutFlags() {
    #expect(FlagNotes.table.repeated == [])
    let names = Set(
      (Kubectl.verbs.flatMap { type in type.flags.flags } + FlagTable.global.flags).map { $0.name }
        + ["kubectl-flags.tsv", "further-flags.tsv"].flatMap {
          ReferenceTable($0).rows.map { $0[1] }
        })
    for heading in FlagNotes.table.headings {
      let flag = heading.split(separator: " ").last.map(String.init) ?? heading
      #expect(names.contains(flag), "\(heading)")
    }
  }

  /// Examples are lines of kubectl that can be understood.
  @Test(arguments: VerbText.all.keys.sorted()) func examplesAreCommands(verb: String) throws {
    guard let type = Kubectl.verb(named: verb) else { return }
    let lines = VerbText.all[verb]?.examples ?? []
    for line in lines where line.hasPrefix("kubectl \(type.name) ") && !line.contains("'") {
      let words = line.split(separator: " ").map(String.init).filter { $0 != "\\" }
      let first = type.name.split(separator: " ").count + 1
      let rest = Array(words.dropFirst(first))
      #expect((try? FlagParser.parse(rest, verb: type.name, flags: type.flags)) != nil, "\(line)")
    }
  }

  @Test func partsStandWhereKubectlPutsThem() {
    let start = """
      Set how many pods a deployment, replica set, stateful set or replication controller keeps.

       It can be made to depend on the present size or version: then nothing happens if those are \
      not as expected.

      Examples:
        # Five
        kubectl scale deployment/web --replicas=5
        

      """
    #expect(Self.text.hasPrefix(start))
    #expect(
      Self.text.contains("\n\nOptions:\n    --all=false:\n\tTake every object of the given types"))
    #expect(Self.text.contains("\n\n    -f, --filename=[]:\n\t"))
    let end = """
      (-f FILENAME | TYPE NAME) [options]

      Use "kubectl options" for a list of global command-line options (applies to all commands).

      """
    #expect(Self.text.hasSuffix(end))
  }

  @Test func groupsListTheirVerbs() {
    let text = HelpPage(Rollout.self).text
    #expect(
      text.contains(
        """


        Available Commands:
          history       View rollout history
          pause         Mark the provided resource as paused
          restart       Restart a resource
          resume        Resume a paused resource
          status        Show the status of the rollout
          undo          Undo a previous rollout

        Usage:
          kubectl rollout SUBCOMMAND [options]

        Use "kubectl rollout <command> --help" for more information about a given command.

        """.dropLast()))
  }

  @Test func aliasesAreNamed() {
    #expect(HelpPage(CreateService.self).text.contains("\n\nAliases:\nservice, svc\n\n"))
  }
}
