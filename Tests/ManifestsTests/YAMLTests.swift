import Manifests
import Objects
import Testing

@Test(arguments: [
  ("a: 1", #"{"a":1}"#),
  ("a: '1'", #"{"a":"1"}"#),
  ("a: yes\nb: off\nc: y", #"{"a":true,"b":false,"c":true}"#),
  ("a: 1.5\nb: 0x10\nc: 010", #"{"a":1.5,"b":16,"c":8}"#),
  ("a: 2026-01-01", #"{"a":"2026-01-01"}"#),
  ("a: ~\nb:", #"{"a":null,"b":null}"#),
  ("a: 100m\nb: 64Mi\nc: 1e3", #"{"a":"100m","b":"64Mi","c":1000}"#),
  ("- a\n- [b, 3]", #"["a",["b",3]]"#),
  (#"{"a": [true, null]}"#, #"{"a":[true,null]}"#),
  ("a: |\n  one\n  two\n", #"{"a":"one\ntwo\n"}"#),
  ("x: &x {n: 1}\ny: *x", #"{"x":{"n":1},"y":{"n":1}}"#),
])
func yamlReads(text: String, json: String) throws {
  #expect(JSON.encode(try YAML.value(in: text), pretty: false) == json)
}

@Test func yamlTellsWhereThingsAre() throws {
  let document = try #require(try YAML.documents(in: "a:\n  b:\n  - c: 1\n").first)
  let path = FieldPath().member("a").member("b").index(0).member("c")
  #expect(document.marks[path]?.line == 3)
  #expect(document.marks[path]?.column == 5)
}

@Test(arguments: [("a: b: c", 1), ("a:\n  - b\n c: d", 3), ("a: [1, 2", 1), ("a: 'x", 1)])
func yamlErrorsNameTheirLine(text: String, line: Int) {
  #expect { try YAML.documents(in: text) } throws: { error in
    ((error as? ManifestError)?.line ?? 0) >= line
  }
}

@Test func yamlRefusesBombs() {
  var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
  for level in 1..<12 {
    let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
    text += "a\(level): &a\(level) [\(uses)]\n"
  }
  #expect(throws: ManifestError.self) { try YAML.documents(in: text) }
}

@Test(arguments: [
  (#"{"b":1,"a":["x",{"k":"v","j":[]}]}"#, "a:\n- x\n- j: []\n  k: v\nb: 1\n"),
  (#"{"s":"True","t":"","u":"80","v":"a: b"}"#, "s: \"True\"\nt: \"\"\nu: \"80\"\nv: 'a: b'\n"),
  (#"{"t":"2026-11-21T03:13:46Z","e":{}}"#, "e: {}\nt: \"2026-11-21T03:13:46Z\"\n"),
  (#"{"d":"one\ntwo\n"}"#, "d: |\n  one\n  two\n"),
  (#"{"d":"one\ntwo"}"#, "d: |-\n  one\n  two\n"),
  (#"{"e":null}"#, "e: null\n"), (#"{"n":1}"#, "\"n\": 1\n"),
  (#""one\n\ntwo""#, "|-\n  one\n\n  two\n"), (#""\n two\n""#, "|2\n\n   two\n"),
])
func yamlWrites(json: String, yaml: String) throws {
  let value = try JSON.decode(json)
  #expect(YAML.encode(value) == yaml)
  #expect(try YAML.value(in: yaml) == value)
}

@Test func jsonRoundTrips() throws {
  let value: APIValue = [
    "a": [1, "two\n\"x\"", true, .null, .number(1.5)], "b": .object(Members()),
  ]
  #expect(try JSON.decode(JSON.encode(value, pretty: true)) == value)
  #expect(
    JSON.encode(["b": 1, "a": [2]], pretty: true)
      == "{\n    \"a\": [\n        2\n    ],\n    \"b\": 1\n}")
}
