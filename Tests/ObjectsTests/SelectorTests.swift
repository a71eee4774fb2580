import Objects
import Testing

private let labels: StringMap = ["app": "web", "tier": "front", "env": "prod"]

@Test(arguments: [
  ("", true), ("app=web", true), ("app==web", true), ("app!=web", false), ("other!=x", true),
  ("app=web,tier=front", true), ("app=web,tier=back", false), ("env in (prod,test)", true),
  ("env notin (prod)", false), ("env notin (dev)", true), ("app", true), ("!app", false),
  ("!gpu", true), ("app in (a,web),tier", true),
])
func selectorsPick(text: String, matches: Bool) throws {
  #expect(try LabelSelector(text: text).matches(labels) == matches)
}

@Test(arguments: ["app in web", "a b", "x=y z", "=v", "bad key=x"])
func badSelectorsAreRefused(text: String) {
  #expect(throws: LabelSelector.TextError.self) { try LabelSelector(text: text) }
}

@Test func everyFieldThatCameGoesBack() {
  var problems: [FieldProblem] = []
  let document: APIValue = [
    "apiVersion": "v1", "kind": "Pod",
    "metadata": ["name": "a", "labels": ["x": "y"]],
    "spec": [
      "containers": [["name": "c", "image": "i", "volumeDevices": [["name": "v"]]]],
      "hostAliases": [["ip": "1.2.3.4"]],
    ],
  ]
  let pod = Pod.read(document, problems: &problems)
  #expect(problems.isEmpty)
  #expect(pod.document["spec"]?["hostAliases"] == document["spec"]?["hostAliases"])
  let container = pod.document["spec"]?["containers"]?.array?.first
  #expect(container?["volumeDevices"] == [["name": "v"]])
}

@Test func wrongTypesAreTold() {
  var problems: [FieldProblem] = []
  let document: APIValue = ["spec": ["containers": "none", "restartPolicy": "Sometimes"]]
  _ = Pod.read(document, problems: &problems)
  #expect(
    problems.map(\.message).sorted() == [
      "spec.containers: expected array, got string",
      "spec.restartPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\", "
        + "\"OnFailure\", \"Never\"",
    ])
}
