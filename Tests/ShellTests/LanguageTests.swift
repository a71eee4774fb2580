import Testing

@testable import Shell

@Suite struct LanguageTests {
  private func words(_ text: String) throws -> [[String]] {
    let script = try Parser.parse(text)
    return script.chains.flatMap { [$0.first] + $0.rest.map(\.pipeline) }.flatMap(\.stages)
      .compactMap { stage in
        if case .simple(let command) = stage {
          command.words.map { $0.plainText ?? "?" }
        } else {
          nil
        }
      }
  }

  @Test(arguments: [
    ("get pods", [["get", "pods"]]),
    ("  get   pods  # a comment", [["get", "pods"]]),
    ("echo 'a b' \"c d\" e\\ f", [["echo", "a b", "c d", "e f"]]),
    ("a 'it''s' \"say \\\"hi\\\"\"", [["a", "its", "say \"hi\""]]),
    ("kubectl port-forward a 80 &", [["kubectl", "port-forward", "a", "80"]]),
    ("port-forward a 80 & b", [["port-forward", "a", "80"], ["b"]]),
    ("a | b; c && d || e", [["a"], ["b"], ["c"], ["d"], ["e"]]),
    ("get pods \\\n  -o wide", [["get", "pods", "-o", "wide"]]),
    (
      "get -o jsonpath='{.items[*].metadata.name}'",
      [["get", "-o", "jsonpath={.items[*].metadata.name}"]]
    ),
    ("get -o jsonpath={.status.podIP}", [["get", "-o", "jsonpath={.status.podIP}"]]),
    ("a \"\" b", [["a", "", "b"]]),
    ("x#y", [["x#y"]]),
    ("a\nb\n\n;c", [["a"], ["b"], ["c"]]),
  ])
  func splitsIntoWords(_ text: String, _ expected: [[String]]) throws {
    #expect(try words(text) == expected)
  }

  @Test(arguments: [
    ("echo 'a", "syntax error: the quote ' at column 6 is not closed", true),
    ("echo \"a", "syntax error: the quote \" at column 6 is not closed", true),
    ("echo $(get pods", "syntax error: the $( at column 6 is not closed", true),
    ("a |", "syntax error: something is missing after column 4", true),
    ("a &&\n", "syntax error: something is missing after line 2, column 1", true),
    ("for x in a b; do echo", "syntax error: something is missing after column 22", true),
    ("cat <<EOF\na\n", "syntax error: the here-document at column 7 has no line EOF", true),
    ("a | | b", "syntax error: unexpected | at column 6", false),
    ("; )", "syntax error: unexpected ) at column 4", false),
    (
      "a && port-forward x 80 &",
      "syntax error: running in the background (&) at column 24 is not supported here", false
    ),
    ("a &", "syntax error: running in the background (&) at column 3 is not supported here", false),
    ("echo `a`", "syntax error: ` (use $(…)) at column 6 is not supported here", false),
    ("a > ", "syntax error: something is missing after column 5", true),
  ])
  func saysWhatIsWrong(_ text: String, _ message: String, _ isIncomplete: Bool) {
    #expect {
      try Parser.parse(text)
    } throws: { error in
      let problem = error as? SyntaxProblem
      return problem?.message == message && problem?.isIncomplete == isIncomplete
    }
    #expect(Session.isIncomplete(text) == isIncomplete)
  }

  @Test func refusesHostileInput() {
    let nested = String(repeating: "$(", count: 500) + "a" + String(repeating: ")", count: 500)
    #expect(throws: SyntaxProblem.self) { try Parser.parse(nested) }
    let loops = String(repeating: "for x in a; do ", count: 500)
    #expect(throws: SyntaxProblem.self) { try Parser.parse(loops) }
    #expect(throws: SyntaxProblem.tooLong(limit: Tokenizer.lengthLimit)) {
      try Parser.parse(String(repeating: "a", count: Tokenizer.lengthLimit + 1))
    }
  }

  /// Whatever is typed, the parser answers with a script or a problem.
  @Test(arguments: 0..<300)
  func survivesAnything(_ seed: UInt64) {
    let pieces = [
      "'", "\"", "\\", "$(", ")", "${", "}", "$x", "|", "&&", "||", ";", "\n", " ", "<<E", "E",
      "<", ">", "2>&1", "for x in", "do", "done", "#", "a", "`", "é", "\u{0}", "{", "!",
    ]
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    var text = ""
    for _ in 0..<40 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int((state >> 33) % UInt64(pieces.count))]
    }
    _ = try? Parser.parse(text)
    _ = CompletionWords(text)
  }
}
