import Objects
import Testing

@testable import Manifests

private let list: APIValue = [
  "kind": "List",
  "items": [
    ["metadata": ["name": "a", "labels": ["app.kubernetes.io/name": "x"]], "n": 1, "ready": true],
    ["metadata": ["name": "b"], "n": 5, "list": [["type": "Ready", "status": "True"]]],
  ],
]

@Test(arguments: [
  ("{.kind}", "List"),
  (".kind", ".kind"),
  ("kind\\n{.kind}", "kind\\nList"),
  ("{.items[*].metadata.name}", "a b"),
  ("{.items[0].metadata.name}{\"\\n\"}", "a\n"),
  ("{range .items[*]}{.metadata.name}={.n};{end}", "a=1;b=5;"),
  ("{.items[?(@.n>2)].metadata.name}", "b"),
  ("{.items[?(@.metadata.name==\"a\")].n}", "1"),
  ("{.items[-1:].metadata.name}", "b"),
  ("{.items[0:1].metadata.name}", "a"),
  ("{..name}", "a b"),
  ("{.items[1].list[?(@.type==\"Ready\")].status}", "True"),
  ("{.items[0].metadata.labels.app\\.kubernetes\\.io/name}", "x"),
  ("{.items[0].metadata.labels['app\\.kubernetes\\.io/name']}", "x"),
  ("{.items[0].metadata.labels['app.kubernetes.io/name']}", ""),
  ("{.items[].metadata.name}", "a"),
  ("{.items[::2].metadata.name}", "a"),
  ("{.items[:-1].metadata.name}", "a"),
  ("{.items[2:2].metadata.name}", ""),
  ("{range .items[*]}{.metadata.name},", "a,b,,"),
  ("{range .items[*]}{$.metadata.name}{end}!", "ab!"),
  ("{range .nothing[*]}{.x}{end}!", "!"),
  ("{.items[?(@.n>=5)].list[*].type}", "Ready"),
  ("{.items[?(@.ready==true)].metadata.name}", "a"),
  ("{.items[?(@.metadata.labels)].n}", "1"),
  ("{1}{-2}{1.5}{true}{\"\\u0041\\\"\"}{'x'}", "1-21.5trueA\"x"),
  ("{.items[0]['n','ready']}", "1 true"),
  ("{.items[?(@.list)].n}", "5"),
  ("{.missing}", ""),
  ("plain {.kind} text", "plain List text"),
])
func jsonPathFinds(template: String, expected: String) throws {
  #expect(try JSONPath(template).text(of: list) == expected)
}

@Test(arguments: [
  ("{.a", "unclosed action"),
  ("{.items[a:b]}", "invalid array index a:b"),
  ("{.items[0}", "unterminated array"),
  ("{\"open}", "unterminated quoted string"),
  ("{.items[?(@.n==1].x}", "unterminated filter"),
  ("{.items[?(@.n==1).x}", "unclosed array expect ]"),
  ("{.items[?(@.a==\"x\" && @.b==\"y\")]}", "unrecognized character in action: U+0026 '&'"),
])
func jsonPathRefuses(template: String, message: String) {
  #expect(throws: JSONPath.Problem(message: message)) { try JSONPath(template) }
}

@Test(arguments: [
  ("{end}", "not in range, nothing to end"),
  ("{kind}", "unrecognized identifier kind"),
  ("{.items[7]}", "array index out of bounds: index 7, length 2"),
  ("{.items[-7]}", "array index out of bounds: index -5, length 2"),
  ("{.items[0:9]}", "array index out of bounds: index 8, length 2"),
  ("{.items[1:0]}", "starting index 1 is greater than ending index 0"),
  ("{.items[0]['metadata'][0]}", "map[string]interface {} is not array or slice"),
  ("{.items[?(@.n==\"1\")]}", "incompatible types for comparison"),
])
func jsonPathFails(template: String, message: String) throws {
  let path = try JSONPath(template)
  #expect(throws: JSONPath.Problem(message: message)) { try path.text(of: list) }
}

@Test func relaxedPathsLeaveBracesOut() throws {
  for text in [".items[1].n", "items[1].n", "{.items[1].n}", "{items[1].n}"] {
    #expect(try JSONPath(relaxed: text).text(of: list) == "5")
  }
  #expect(throws: JSONPath.Problem.self) { try JSONPath(relaxed: "{.a}{.b}") }
}
