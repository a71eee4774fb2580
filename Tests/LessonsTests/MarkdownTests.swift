import Lessons
import Testing

/// What readers see of a lesson's text.
@Suite struct MarkdownTests {
  private func plain(_ text: String, width: Int = 40) -> [String] {
    MarkdownText.lines(text, width: width, colour: false)
  }

  @Test(arguments: [
    ("one\ntwo", ["one two"]),
    ("one\n\n\ntwo", ["one", "", "two"]),
    ("# Title #\ntext", ["Title", "-----", "", "text"]),
    ("a **b c** *d* _e_ f", ["a b c d e f"]),
    ("`a b` and ``c ` d``", ["`a b` and `c ` d`"]),
    ("3 * 4 * 5, a*b, snake_case_name, **open", ["3 * 4 * 5, a*b, snake_case_name, **open"]),
    ("`**not bold**` \\*kept\\*", ["`**not bold**` *kept*"]),
    ("[text](https://x.io/y) <https://z.io>", ["text (https://x.io/y) https://z.io"]),
    ("[text](page.md) ![picture](a.png)", ["text picture"]),
    ("- a\n- b\n  more\n- c", ["- a", "- b more", "- c"]),
    ("* a\n  - b\n    1. c\n* d", ["- a", "  - b", "    1. c", "- d"]),
    ("9. nine\n10. ten", [" 9. nine", "10. ten"]),
    ("1. a\n\n   second\n\n2. b", ["1. a", "", "   second", "2. b"]),
    ("- a\n\nnot in it", ["- a", "", "not in it"]),
    ("> said\n> more\n>\n> - item", ["| said more", "|", "| - item"]),
    ("```\n$ a  b\n  **c**\n```", ["    $ a  b", "      **c**"]),
    ("```yaml web.yaml\nkind: Pod\n```", ["web.yaml:", "    kind: Pod"]),
    ("- a\n  ```\n  code\n  ```", ["- a", "", "      code"]),
    ("~~~\nopen to the end", ["    open to the end"]),
    ("a\n***\nb", ["a", "", String(repeating: "-", count: 60), "", "b"]),
    ("seen <!-- a note -->\n<!-- hidden\nstill -->\nshown", ["seen <!-- a note -->", "", "shown"]),
    ("#hashtag", ["#hashtag"]),
    ("", []),
  ])
  func blocksAreShown(_ markdown: String, _ lines: [String]) {
    #expect(plain(markdown, width: 60) == lines)
  }

  @Test(arguments: [
    ("| a | bb |\n|---|---:|\n| ccc | d |\n| e |", ["a    bb", "---  --", "ccc   d", "e"]),
    ("a|b\n:-:|-\nxxx|y \\| z", [" a   b", "---  -----", "xxx  y | z"]),
    ("| `a|b` |\n|---|\n| c |", ["`a|b`", "-----", "c"]),
    (
      "| Kind | What it does |\n|--|--|\n| Pod | runs containers together on one node |",
      [
        "Kind  What it does", "----  ----------------------------------",
        "Pod   runs containers together on one", "      node",
      ]
    ),
    ("| a | b\nno table", ["| a | b no table"]),
  ])
  func tablesAreAligned(_ markdown: String, _ lines: [String]) {
    #expect(plain(markdown) == lines)
  }

  /// Where columns would be too narrow to read, rows become lists.
  @Test func narrowTablesBecomeLists() {
    let table = "| one | two | three |\n|-|-|-|\n| aaaaaaaaaa | bbbbbbbbbb | cccccccccc |"
    #expect(plain(table, width: 20) == ["one: aaaaaaaaaa", "two: bbbbbbbbbb", "three: cccccccccc"])
  }

  private static let everything = """
    # 見出し **bold** heading that is long enough to be wrapped somewhere
    A paragraph with `some code that is long`, *emphasis*, 日本語のテキストが入っています and an
    unbreakablewordthatislongerthananyscreenthatsomebodymighthaveontheirdeskatall🚀🚀🚀🚀.

    1. first item with enough text to be wrapped at least once, maybe twice
       - nested item with `code` and enough text to be wrapped at least once
    > a quote that is long enough to be wrapped, with **bold** text in it

    | 列 | Column of text | Third |
    |:--|:-:|--:|
    | 一二三 | words that are many and have to be wrapped in a narrow cell | 42 |
    """

  @Test(arguments: [20, 33, 40, 66, 80, 200], [false, true])
  func nothingIsWiderThanTheScreen(width: Int, colour: Bool) {
    for line in MarkdownText.lines(Self.everything, width: width, colour: colour) {
      #expect(ColumnWidth.of(line) <= min(width, 80), "\(line)")
      #expect(line.last != " ")
    }
  }

  /// Colour changes the colours and the marks of code and headings, and nothing else.
  @Test func colourOnlyAddsColours() {
    let coloured = MarkdownText.lines("a **b** *c* d", width: 40, colour: true)
    #expect(coloured == ["a \u{1B}[1mb\u{1B}[22m \u{1B}[3mc\u{1B}[23m d"])
    #expect(
      MarkdownText.lines("`ls -l`", width: 40, colour: true) == ["\u{1B}[36mls -l\u{1B}[39m"])
  }

  @Test(arguments: ["text", "- item", "> quote", "```\ncode\n```", "# title", "|a|\n|-|\n|b|"])
  func nothingSteersTheTerminal(_ frame: String) {
    let nasty = "\u{1B}[31m\u{7}\u{8}\u{9B}2J\u{202E}\r\u{0}"
    for word in ["text", "item", "quote", "code", "title", "b"] where frame.contains(word) {
      let text = frame.replacing(word, with: nasty + word)
      for line in plain(text) {
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
        #expect(!line.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) })
        #expect(!line.unicodeScalars.contains { $0.value == 0x202E })
      }
    }
    #expect(MarkdownText.plainLine("a\u{1B}[1m `b`\nc") == "a?[1m b c")
  }

  @Test(arguments: [
    ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("🚀", 2), ("\u{1B}[1mx\u{1B}[0m", 1), ("✓", 1),
    ("한국", 4), ("ｆ", 2), ("", 0),
  ])
  func columnsAreCounted(_ text: String, _ columns: Int) {
    #expect(ColumnWidth.of(text) == columns)
  }

  @Test func longTitlesAreCut() {
    #expect(ColumnWidth.fitted("日本語の題", columns: 6) == "日本…")
    #expect(ColumnWidth.fitted("short", columns: 5) == "short")
  }

  /// Quotes within quotes within quotes: nobody writes that, and it must end.
  @Test func deepNestingEnds() {
    let deep = String(repeating: "> - ", count: 500) + "text"
    #expect(!plain(deep).isEmpty)
  }
}

@Suite struct InterviewNoteTests {
  @Test(arguments: [
    ("Why.\n\n> Interview question: *Who\n> places?* The scheduler.", "Who places?"),
    ("Why.\n\n> Interview question: **Who places?** The scheduler.\n", "Who places?"),
    ("Why.\n\n> Interview question: Who places? The scheduler.", "Who places?"),
  ])
  func theQuestionIsTakenOut(_ text: String, _ question: String) {
    let (rest, note) = InterviewNote.split(text)
    #expect(rest == "Why.")
    #expect(note?.question == question)
    #expect(note?.answer == "The scheduler.")
  }

  @Test func otherQuotesStay() {
    let (rest, note) = InterviewNote.split("a\n\n> b")
    #expect(rest == "a\n\n> b")
    #expect(note == nil)
  }
}
