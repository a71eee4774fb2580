import Manifests
import Objects
import Testing

@Suite struct GoTemplateTests {
  static let document: APIValue = [
    "metadata": ["name": "web", "labels": ["tier": "front", "app": "shop"]],
    "spec": [
      "replicas": 3, "paused": false, "weight": 2_500_000, "nothing": .null,
      "containers": [["name": "a", "image": "nginx"], ["name": "b", "image": "redis"]],
    ],
    "data": ["password": "czNjcmV0"],
  ]

  @Test(arguments: [
    ("plain", "plain"),
    ("{{.metadata.name}}", "web"),
    ("{{.spec.replicas}} {{.spec.weight}} {{.spec.paused}}", "3 2500000 false"),
    ("{{.nope}} {{.nope.deeper}} {{.spec.nothing}}", "<no value> <no value> <no value>"),
    ("{{range .spec.containers}}{{.name}}={{.image}}{{\"\\n\"}}{{end}}", "a=nginx\nb=redis\n"),
    (
      "{{range $i, $c := .spec.containers}}{{$i}}{{$c.name}} {{$.metadata.name}};{{end}}",
      "0a web;1b web;"
    ),
    ("{{range $k, $v := .metadata.labels}}{{$k}}:{{$v}} {{end}}", "app:shop tier:front "),
    ("{{range .nope}}x{{else}}none{{end}}", "none"),
    ("{{range 3}}{{.}}{{end}}", "012"),
    ("{{range .spec.containers}}{{if eq .name \"a\"}}{{continue}}{{end}}{{.name}}{{end}}", "b"),
    ("{{range .spec.containers}}{{.name}}{{break}}{{end}}", "a"),
    ("{{if .spec.paused}}yes{{else if .spec.replicas}}some{{else}}no{{end}}", "some"),
    ("{{with .metadata.labels}}{{.app}}{{end}}{{with .nope}}x{{else}}y{{end}}", "shopy"),
    ("{{with $x := 5}}{{$x}}{{end}}", "5"),
    ("{{$x := 1}}{{range .spec.containers}}{{$x = .name}}{{end}}{{$x}}", "b"),
    ("a {{- /* nothing */ -}} b", "ab"),
    ("a  {{- .metadata.name -}}  b", "awebb"),
    ("{{index .metadata.labels \"tier\"}} {{(index .spec.containers 1).name}}", "front b"),
    ("{{len .spec.containers}} {{len .metadata.name}} {{len .metadata.labels}}", "2 3 2"),
    ("{{.spec.containers}}", "[map[image:nginx name:a] map[image:redis name:b]]"),
    ("{{.data.password | base64decode}}", "s3cret"),
    ("{{and .nope .spec}} {{or .nope \"b\"}} {{not .nope}}", "<no value> b true"),
    (
      "{{eq .metadata.name \"api\" \"web\"}} {{ne 1 2}} {{lt 1 2}} {{ge 2.0 3.0}}",
      "true true true false"
    ),
    ("{{eq .spec.replicas 3}}", "true"),
    (
      "{{printf \"%-5s|%5d|%v|%q|%%\" .metadata.name .spec.replicas .spec.replicas \"a\"}}",
      "web  |    3|3|\"a\"|%"
    ),
    ("{{printf \"%d %s\" .spec.replicas}}", "3 %!s(MISSING)"),
    ("{{printf \"%03d\" 7 8}}", "007%!(EXTRA int=8)"),
    ("{{print 1 2 \"a\" \"b\" 3}}", "1 2ab3"),
    ("{{println .metadata.name 1}}", "web 1\n"),
    ("{{slice .metadata.name 1}} {{slice .metadata.name 0 1}}", "eb w"),
    (
      "{{\"<a&'b'>\" | html}} {{urlquery \"a b/c\"}} {{js \"it's\"}}",
      "&lt;a&amp;&#39;b&#39;&gt; a+b%2Fc it\\'s"
    ),
    ("{{`raw\\n`}}{{'a'}}{{true}}{{-1}}", "raw\\n97true-1"),
    ("{{define \"t\"}}<{{.}}>{{end}}{{template \"t\" .metadata.name}}", "<web>"),
    ("{{block \"b\" 1}}{{.}}{{end}}", "1"),
    ("{{exists . \"spec\" \"containers\" 0 \"name\"}} {{exists . \"x\"}}", "true false"),
  ])
  func says(template: String, text: String) throws {
    #expect(try GoTemplate(template).text(of: Self.document) == text)
  }

  @Test(arguments: [
    ("{{range .items}}", "template: output:1: unexpected EOF"),
    ("{{end}}", "template: output:1: unexpected {{end}}"),
    ("{{.a", "template: output:1: unclosed action"),
    ("{{foo}}", "template: output:1: function \"foo\" not defined"),
    ("\n{{$x}}", "template: output:2: undefined variable \"$x\""),
    ("{{if}}x{{end}}", "template: output:1: missing value for if"),
    ("{{\"a}}", "template: output:1: unterminated quoted string"),
    ("{{/* x", "template: output:1: unclosed comment"),
    ("{{break}}", "template: output:1: {{break}} outside {{range}}"),
    ("{{.a ! b}}", "template: output:1: unexpected bad character U+0021 '!' in command"),
    (
      "{{.metadata.name.deeper}}",
      "template: output:1:11: executing \"output\" at <.metadata.name.deeper>: "
        + "can't evaluate field deeper in type interface {}"
    ),
    (
      "ab\n {{.spec.nothing.x}}",
      "template: output:2:8: executing \"output\" at <.spec.nothing.x>: "
        + "nil pointer evaluating interface {}.x"
    ),
    (
      "{{eq .spec.replicas 3.0}}",
      "template: output:1:2: executing \"output\" at <eq .spec.replicas 3.0>: "
        + "error calling eq: incompatible types for comparison"
    ),
    (
      "{{index .spec.containers 9}}",
      "template: output:1:2: executing \"output\" at <index .spec.containers 9>: "
        + "error calling index: index out of range: 9"
    ),
    (
      "{{range .metadata.name}}{{end}}",
      "template: output:1:17: executing \"output\" at <.metadata.name>: "
        + "range can't iterate over web"
    ),
    (
      "{{len}}",
      "template: output:1:2: executing \"output\" at <len>: "
        + "wrong number of args for len: want 1 got 0"
    ),
    (
      "{{template \"x\"}}",
      "template: output:1:2: executing \"output\" at "
        + "<{{template \"x\"}}>: template \"x\" not defined"
    ),
  ])
  func complains(template: String, message: String) {
    #expect {
      try GoTemplate(template).text(of: Self.document)
    } throws: { error in
      (error as? GoTemplate.Problem)?.message == message
    }
  }

  /// Whatever is given ends with a text or a problem.
  @Test(arguments: 0..<200)
  func anythingEnds(seed: Int) {
    let parts = [
      "{{", "}}", "{{-", "-}}", "range ", "if ", "end", "else", ".", ".a", "$", "$x", ":=", "=",
      "|",
      "(", ")", "\"", "`", "'", "/*", "*/", "1", "printf ", "index ", "define ", "template ", " ",
      "\n", "é",
    ]
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    var text = ""
    for _ in 0..<30 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += parts[Int(state >> 33) % parts.count]
    }
    _ = try? GoTemplate(text).text(of: Self.document)
  }
}
