import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A person at a real terminal types, and sees what they should.
@Suite(.serialized) struct EditingTests {
  private let bench: Workbench
  private let pty: Pty
  private let prompt = "12:00:50 default>"

  init() throws {
    bench = try Workbench()
    pty = try bench.podlab()
    #expect(pty.expectLast(prompt), "\(pty.screenText)")
  }

  @Test func tabCompletesAndLists() {
    pty.send("get no\t")
    #expect(pty.expectLast("\(prompt) get nodes"), "\(pty.screenText)")
    pty.send("\t")
    #expect(pty.expect("get nodes\ncontrol-plane"), "\(pty.screenText)")
    #expect(pty.expect("worker-3"), "\(pty.screenText)")
    pty.send("\t\t")
    #expect(pty.expect("\(prompt) get nodes worker-1\n"), "\(pty.screenText)")
    pty.send("\u{1B}[Z")
    #expect(pty.expect("\(prompt) get nodes control-plane\n"), "\(pty.screenText)")
    pty.send("\u{7}")
    #expect(pty.expectLast("\(prompt) get nodes"), "given up\n\(pty.screenText)")
    pty.send("\t\t\t -o name")
    #expect(pty.expectLast("\(prompt) get nodes worker-1 -o name"), "\(pty.screenText)")
  }

  @Test func aQuestionListsWhatMayFollow() {
    pty.send("get nodes ?")
    #expect(pty.expect("worker-3       Ready\n\(prompt) get nodes"), "\(pty.screenText)")
    pty.send("\u{15}echo a? 'b ?' \u{16}?\r")
    #expect(pty.expect("\na? b ? ?\n"), "\(pty.screenText)")
  }

  /// What somebody says in their own words is no command line.
  @Test func speechMayAskAndCallOut() {
    pty.send("say why is it ready ?\r")
    #expect(
      pty.expect("\(prompt) say why is it ready ?\nerror: there is no question"),
      "\(pty.screenText)")
    pty.send("say it works!!\r")
    #expect(
      pty.expect("say it works!!\nerror: there is no question"), "\(pty.screenText)")
  }

  @Test func marksAndJoinersAreShownByNumber() {
    pty.send("echo e\u{301}x")
    #expect(pty.expectLast("\(prompt) echo e\\U+00301x"), "\(pty.screenText)")
    pty.send("\u{1B}[D\u{7F}\u{301}y\r")
    #expect(pty.expect("\ne\u{301}yx\n"), "\(pty.screenText)")
  }

  @Test func theLastArgumentComesBack() {
    pty.send("echo one two\recho three\r")
    #expect(pty.expect("\nthree\n"))
    pty.send("echo \u{1B}.")
    #expect(pty.expectLast("\(prompt) echo three"), "\(pty.screenText)")
    pty.send("\u{1B}.")
    #expect(pty.expectLast("\(prompt) echo two"), "\(pty.screenText)")
  }

  /// Bytes a tenth of a second apart, as a slow link brings them.
  @Test func slowLinksTypeNoGarbage() {
    pty.send("echo ab")
    for byte in "\u{1B}[D\u{1B}[3~日\u{1B}OHx".utf8 {
      pty.send([byte])
      usleep(100_000)
    }
    pty.send("\u{1B}[F1\r")
    #expect(pty.expect("xecho a日1\n"), "\(pty.screenText)")
  }

  @Test func linesOfOneBufferAreGoneThrough() {
    pty.send("\u{1B}[200~echo 'one\ntwo'\u{1B}[201~")
    #expect(pty.expectLast("two'"), "\(pty.screenText)")
    pty.send("\u{1B}[A\u{1B}[C\u{1B}[Cz\u{1B}[B\u{1B}[Dy\r")
    #expect(pty.expect("\nzone\ntwoy\n"), "\(pty.screenText)")
  }

  @Test func controlCGivesALineUp() {
    pty.send("delete everything\u{3}")
    #expect(pty.expect("delete everything^C"))
    #expect(pty.expectLast(prompt), "\(pty.screenText)")
    pty.send("echo on\r")
    #expect(pty.expect("\non\n"), "\(pty.screenText)")
  }

  @Test func controlDLeavesOnAnEmptyLineOnly() {
    pty.send("ab\u{4}\u{8}\u{8}\u{4}")
    #expect(pty.awaitExit() == 0)
    #expect(pty.isInOrder)
  }

  @Test func aPasteIsOneBufferUntilEnter() {
    pty.send("\u{1B}[200~cat <<EOF\na: 1\n\tb: 2\nEOF\n\u{1B}[201~")
    #expect(pty.expectLast("EOF"), "\(pty.screenText)")
    #expect(pty.screenText.contains("\(prompt) cat <<EOF\na: 1\n"), "\(pty.screenText)")
    pty.send("\r")
    #expect(pty.expect("EOF\na: 1\n"), "\(pty.screenText)")
    #expect(pty.expectLast(prompt), "\(pty.screenText)")
  }

  @Test func aHereDocumentGoesOn() {
    pty.send("cat <<EOF\r")
    #expect(pty.expectLast(">"))
    pty.send("two words\rEOF\r")
    #expect(pty.expect("> EOF\ntwo words\n"), "\(pty.screenText)")
    pty.send("\u{1B}[A")
    #expect(pty.expect("\(prompt) cat <<EOF\ntwo words\nEOF"), "\(pty.screenText)")
  }

  @Test func theLineSurvivesAResize() {
    let words = String(repeating: "word ", count: 14)
    pty.send("echo \(words)")
    #expect(pty.expect("word word"))
    pty.resize(rows: 24, columns: 50)
    pty.send("end\r")
    // Fourteen words and the end, wrapped at the new width by the terminal itself.
    #expect(pty.expect("word word end\n\(prompt)"), "\(pty.screenText)")
  }

  @Test func wideCharactersTakeTwoColumns() {
    pty.send("echo 日本語")
    #expect(pty.expectLast("\(prompt) echo 日本語"), "\(pty.screenText)")
    pty.send("\u{7F}\u{1B}[D\u{1B}[Dx\r")
    #expect(pty.expect("\nx日本\n"), "\(pty.screenText)")
  }

  @Test func unknownKeysTypeNothing() {
    pty.send("echo \u{1B}[15~a\u{1B}[24;2~b\r")
    #expect(pty.expect("\nab\n"), "\(pty.screenText)")
  }

  @Test func earlierCommandsAreFound() {
    pty.send("echo first\recho second\r")
    #expect(pty.expect("\nsecond\n"))
    pty.send("\u{12}fir")
    #expect(pty.expect("bck:fir"), "\(pty.screenText)")
    pty.send("\r")
    #expect(pty.expect("echo first\nfirst\n\(prompt)"), "\(pty.screenText)")
  }
}
