import CLibEdit
import Testing

@testable import Terminal

/// What takes how much room, and where things stand.
struct LayoutTests {
  init() { TextWidth.useUTF8() }

  private func wide(_ text: String) -> [wchar_t] { Array(WideText.terminated(text).dropLast()) }

  @Test(arguments: [
    ("", 0, 0, 0, 2), ("abc", 1, 0, 0, 5), ("12345678", 8, 1, 1, 0), ("123456789", 0, 0, 1, 1),
    ("a\nb", 3, 1, 1, 1), ("a\nb", 1, 0, 1, 1), ("1234567日", 8, 1, 1, 2),
    ("a\tb", 3, 0, 0, 9), ("\u{1}", 1, 0, 0, 4), ("e\u{301}", 2, 1, 1, 1),
  ])
  func linesWrapAsLibeditWrapsThem(
    text: String, cursor: Int, cursorRow: Int, endRow: Int, endColumn: Int
  ) {
    let layout = ScreenLayout(promptWidth: 2, text: wide(text), cursor: cursor, columns: 10)
    #expect(layout.cursorRow == cursorRow)
    #expect(layout.endRow == endRow)
    #expect(layout.endColumn == endColumn)
  }

  @Test(arguments: [
    ("> ", true, "> ", 2), ("\u{1B}[2m12:00\u{1B}[0m> ", true, "|2m12:00|0m> ", 7),
    ("\u{1B}[2m12:00\u{1B}[0m> ", false, "12:00> ", 7),
    ("\u{1B}[1m\u{1B}[31m日\u{1B}[0m", true, "|1m|31m日|0m", 2),
    ("a\u{1B}]0;title\u{7}b", true, "a^[]0;title^Gb", 14), ("one\ntwo", true, "one\r\ntwo", 3),
  ])
  func promptsHideTheirColours(text: String, colour: Bool, shown: String, width: Int) {
    let prompt = Prompt(text, colour: colour)
    #expect(prompt.width == width)
    #expect(prompt.text.replacing("\u{1B}[", with: "|") == shown)
  }

  private func candidates(_ count: Int, note: String = "") -> [Candidate] {
    (0..<count).map { Candidate("pod-\($0)", note: note) }
  }

  @Test func listingsFitTheScreen() {
    for count in [1, 5, 12, 100, 5000] {
      for (width, height) in [(10, 3), (80, 24), (37, 2), (200, 50), (3, 2)] {
        for note in ["", "a note of several words, 日本 too"] {
          let listing = CompletionListing(
            candidates: candidates(count, note: note), width: width, height: height)
          let lines = listing.lines
          #expect(lines.count <= height)
          #expect(lines.dropLast().allSatisfy { TextWidth.of($0) <= width })
        }
      }
    }
  }

  @Test func listingsShowNotesWhereTheyFit() {
    let few = [Candidate("get", note: "show"), Candidate("describe", note: "show more")]
    #expect(
      CompletionListing(candidates: few, width: 80, height: 10).lines
        == ["get       show", "describe  show more"])
    #expect(
      CompletionListing(candidates: few, width: 19, height: 10).lines
        == ["get       show", "describe  show mo…"])
    #expect(
      CompletionListing(candidates: few, width: 15, height: 10).lines == ["get", "describe"])
    #expect(
      CompletionListing(candidates: few, width: 80, height: 1).lines
        == ["get       show         describe  show more"])
  }

  /// Each width has its own best form.
  @Test func listingsAreLegibleAtAnyWidth() {
    let pods = (1...12).map { Candidate("web-5d8f-\($0)", note: "Running  worker-\($0 % 3)") }
    func lines(_ width: Int) -> [String] {
      CompletionListing(candidates: pods, width: width, height: 20).lines
    }
    #expect(lines(20).count == 12)
    #expect(lines(20).first == "web-5d8f-1")
    #expect(lines(80).count == 6)
    #expect(
      lines(80).first
        == "web-5d8f-1   Running  worker-1    web-5d8f-7   Running  worker-1")
    #expect(lines(300).count == 2)
    #expect(lines(300).allSatisfy { TextWidth.of($0) < 300 })
  }

  @Test func theChosenOneIsMarkedAndShown() {
    for selected in [0, 7, 49] {
      var listing = CompletionListing(candidates: candidates(50), width: 24, height: 4)
      listing.selected = selected
      let marked = "\u{1B}[7mpod-\(selected)\u{1B}[0m"
      #expect(listing.lines.contains { $0.contains(marked) }, "\(listing.lines)")
      #expect(listing.lines.count <= 4)
    }
  }

  @Test func longListingsSayWhatIsMissing() {
    let lines = CompletionListing(candidates: candidates(50), width: 24, height: 4).lines
    #expect(lines.count == 4)
    #expect(lines.first == "pod-0   pod-3   pod-6")
    #expect(lines.last == "… and 41 more")
  }

  @Test func listingsCannotSteerTheTerminal() {
    let listing = CompletionListing(
      candidates: [Candidate("a\u{1B}[2J"), Candidate("b")], width: 80, height: 10)
    #expect(listing.lines == ["a^[[2J  b"])
  }

  @Test(arguments: [
    ("a\u{1B}[31mb\u{7}", false, "a^[[31mb^G"), ("\u{1B}[31mred\u{1B}[0m", true, nil),
    ("\u{1B}[2J\u{1B}]0;x\u{7}", true, "^[[2J^[]0;x^G"), ("a\tb\nc", false, nil),
    ("a\rb\u{8}\u{7F}", false, "a^Mb^H^?"), ("\u{9B}31m\u{85}", true, "?31m?"),
    ("日本 é 🚀", false, nil), ("\u{1B}[31", true, "^[[31"), ("\u{202E}txt", false, "?txt"),
  ])
  func textFromOutsideIsMadeHarmless(text: String, colours: Bool, shown: String?) {
    #expect(Screen.sanitized(text, keepingColours: colours) == shown ?? text)
  }
}
