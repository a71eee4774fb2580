import Manifests
import Objects
import Testing

private let list: APIValue = [
  "kind": "List",
  "items": [
    ["metadata": ["name": "a", "labels": ["app.kubernetes.io/name": "x"]], "n": 1, "ready": true],
    ["metadata": ["name": "b"], "n": 5, "list": [["type": "Ready", "status": "True"]]],
  ],
]

@Test(arguments: [
  ("{.kind}", "List"),
  (".kind", "List"),
  ("kind", "List"),
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
  ("{.items[0].metadata.labels['app.kubernetes.io/name']}", "x"),
  ("{.items[0]['n','ready']}", "1 true"),
  ("{.items[?(@.list)].n}", "5"),
  ("{.missing}", ""),
  ("plain {.kind} text", "plain List text"),
])
func jsonPathFinds(template: String, expected: String) throws {
  #expect(try JSONPath(template).text(of: list) == expected)
}

@Test(arguments: ["{.a", "{range .items[*]}x", "{end}", "{.items[a:b]}", "{\"open}"])
func jsonPathRefuses(template: String) {
  #expect(throws: JSONPath.Problem.self) { try JSONPath(template) }
}
