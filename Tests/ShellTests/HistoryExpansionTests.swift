import Testing

@testable import Shell

@Suite struct HistoryExpansionTests {
  private static let lines = [
    "get pods -o wide", "describe pod 'my web'", "apply -f web.yaml", "get nodes",
  ]

  @Test(arguments: [
    ("!!", "get nodes"), ("!! -o wide", "get nodes -o wide"), ("!1", "get pods -o wide"),
    ("!-2", "apply -f web.yaml"), ("!apply", "apply -f web.yaml"), ("!?my?", Self.lines[1]),
    ("!?yaml", Self.lines[2]), ("echo !$", "echo nodes"), ("echo !^ x", "echo nodes x"),
    ("k !*", "k nodes"), ("!1:0 x", "get x"), ("x !1:$ y", "x wide y"),
    ("x !2:*", "x pod 'my web'"),
    ("!get; !!", "get nodes; get nodes"), ("echo \"!!\"", "echo \"get nodes\""),
    ("^nodes^svc", "get svc"), ("^nodes^svc^ -A", "get svc -A"), ("^get ^", "nodes"),
    ("!get | wc", "get nodes | wc"), ("echo !?pod?:0", "echo describe"),
    ("echo \"\\!x\"", "echo \"!x\""), ("!!\necho", "get nodes\necho"),
  ])
  func fillsIn(_ text: String, _ expected: String) throws {
    #expect(try HistoryExpansion.expanded(text, from: Self.lines) == expected)
  }

  @Test(arguments: [
    "echo hi", "echo '!!'", "echo \\!\\!", "[ ! -f x ]", "! false", "echo hello!",
    "echo \"hello!\"", "[ a != b ]", "get po -o jsonpath='{.items[?(@.a!=\"b\")]}'",
    "get po -o jsonpath=\"{.items[?(@.a!='b')]}\"", "get pods -l app!=web", "echo a # see !foo",
    "say what!now", "cat <<E\n!foo\nE", "! ", "!", "echo ${!x}", "ls [!a]", "x=!; echo $x",
  ])
  func leavesAlone(_ text: String) throws {
    #expect(try HistoryExpansion.expanded(text, from: Self.lines) == nil)
  }

  @Test(arguments: [
    ("!foo", "!foo: event not found"), ("!9", "!9: event not found"),
    ("!-9 x", "!-9: event not found"), ("!?nothing?", "!?nothing?: event not found"),
    ("!0", "!0: event not found"), ("^a^", "^a^: substitution failed"),
    ("^zzz^b", "^zzz^b: substitution failed"), ("!!:7", ":7: bad word specifier"),
    ("!get:^ !99999999999999999999", "!99999999999999999999: event not found"),
  ])
  func refuses(_ text: String, _ message: String) {
    #expect {
      try HistoryExpansion.expanded(text, from: Self.lines)
    } throws: { error in
      (error as? HistoryExpansion.Problem)?.message == message
    }
  }

  @Test func withoutHistoryNothingIsFound() {
    for text in ["!!", "!$", "^a^b"] {
      #expect(throws: HistoryExpansion.Problem.self) {
        try HistoryExpansion.expanded(text, from: [])
      }
    }
  }
}
