import CLibEdit
import Testing

@testable import Terminal

/// From bytes to characters, from characters to keys, from Tab to text.
struct KeyTests {
  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA9], "aé"), ([0xE6, 0x97, 0xA5], "日"), ([0xF0, 0x9F, 0x9A, 0x80], "🚀"),
      ([0xFF, 0x61], "a"), ([0xE6, 0x61], "a"), ([0xC0, 0x80, 0x62], "b"),
      ([0xE0, 0x80, 0x80, 0x62], "b"), ([0xED, 0xA0, 0x80, 0x62], "b"),
      ([0xF4, 0x90, 0x80, 0x80, 0x62], "b"), ([0xE6, 0xC3, 0xA9], "é"),
    ] as [([UInt8], String)])
  func bytesBecomeCharacters(bytes: [UInt8], text: String) {
    var decoder = ScalarDecoder()
    var result = String.UnicodeScalarView()
    for byte in bytes { if let scalar = decoder.feed(byte) { result.append(scalar) } }
    #expect(String(result) == text)
  }

  @Test(
    arguments: [
      ("[", .unfinished), ("[A", .key(0x80)), ("OA", .key(0x80)), ("[1;5", .unfinished),
      ("[1;5C", .key(0x87)), ("[200~", .key(0x89)), ("[15~", .unknown), ("b", .separate),
      ("[[", .unfinished), ("[[A", .unknown), ("[Z", .key(0x8A)), ("[1111111111111111", .unknown),
    ] as [(String, KeySequences.Reading)])
  func sequencesBecomeKeys(text: String, reading: KeySequences.Reading) {
    #expect(KeySequences.reading(Array(WideText.terminated(text).dropLast())) == reading)
  }

  @Test func everyKeyHasItsOwnCodeAndSpelling() {
    let codes = KeySequences.keys.map(\.code) + KeySequences.others.map(\.code)
    let spellings = KeySequences.keys.flatMap(\.spellings)
    #expect(Set(codes).count == codes.count)
    #expect(Set(spellings).count == spellings.count)
    #expect(codes.allSatisfy { (0x80..<0xA0).contains($0) })
  }

  private func tab(
    _ left: String, _ start: Int, _ candidates: [Candidate], right: String = ""
  ) -> String? {
    let completion = Completion(start: start, candidates: candidates)
    guard let step = CompletionStep(left: left, right: right, completion: completion) else {
      return nil
    }
    return step.isListing ? "…" : "-\(step.removed)+\(step.inserted)|"
  }

  @Test func tabInsertsWhatIsCertain() {
    #expect(tab("get no", 4, [Candidate("nodes")]) == "-0+des |")
    #expect(tab("get no", 4, [Candidate("nodes")], right: " -A") == "-0+des|")
    #expect(tab("get ", 4, [Candidate("web-1"), Candidate("web-2")]) == "-0+web-|")
    #expect(tab("get web-", 4, [Candidate("web-1"), Candidate("web-2")]) == "…")
    #expect(tab("cat m", 4, [Candidate("manifests/", isPartial: true)]) == "-0+anifests/|")
    #expect(tab("get PO", 4, [Candidate("pods")]) == "-2+pods |")
    #expect(tab("get 日", 4, [Candidate("日本")]) == "-0+本 |")
    #expect(tab("get pods", 4, [Candidate("pods"), Candidate("pods/log")]) == "…")
    #expect(tab("get wfn", 4, [Candidate("web-fn-1"), Candidate("web-fn-2")]) == "-3+web-fn-|")
    #expect(tab("get wfn", 4, [Candidate("web-fn"), Candidate("wfan")]) == "…")
    #expect(tab("x", 0, []) == nil)
    #expect(tab("x", 99, [Candidate("y")]) == "-0+y |")
  }

  @Test func theMenuGoesRound() {
    var menu = CompletionMenu([Candidate("a-1"), Candidate("a-2"), Candidate("a-3")], typed: "a")
    var words: [String] = []
    for step in [1, 1, 1, 1, -1, -1] {
      menu.go(step)
      words.append(menu.word)
    }
    #expect(words == ["a-1", "a-2", "a-3", "a-1", "a-3", "a-2"])
    menu.giveUp()
    #expect(menu.word == "a")
    menu.go(-1)
    #expect(menu.word == "a-3")
  }

  @Test(arguments: [
    ("", true), ("get ", true), ("get pods ", true), ("get po", false), ("worker-", false),
    ("echo 'a ", false), ("echo \"a ", false), ("echo \"a\" ", true), ("echo a\\ ", false),
    ("cat <<E\na ", false), ("echo \"\\\" ", false), ("  ", true),
  ])
  func questionsStandBetweenWords(text: String, isQuestion: Bool) {
    #expect(QuestionPlace.isBetweenWords(text) == isQuestion)
  }

  @Test(arguments: [
    ("get pods web", "web"), ("echo 'a b'", "'a b'"), ("x \"c d\"e  ", "\"c d\"e"), ("", nil),
  ])
  func theLastWordIsFound(text: String, word: String?) {
    #expect(LineReader.lastWord(of: text) == word)
  }

  @Test func hintsAreTakenWordByWord() {
    #expect(LineReader.firstWord(of: " pods -n web") == " pods")
    #expect(LineReader.firstWord(of: "/web-1 x") == "/web-1")
    #expect(LineReader.firstWord(of: "  ") == "  ")
  }

  @Test func ownKeysAreReadFromEditrc() {
    let text = "bind -v\nbind ^A ed-insert\npodlab:bind -a x y\nbind\nbind -l\nedit on\n"
    #expect(Editrc.bindings(in: text) == ["bind ^A ed-insert", "podlab:bind -a x y"])
  }
}
