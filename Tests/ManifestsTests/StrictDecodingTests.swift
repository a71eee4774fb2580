import Manifests
import Objects
import Testing

@Suite struct StrictDecodingTests {
  @Test(arguments: [
    ("Pod", "{spec: {containers: [{name: a, image: b}]}}", []),
    ("Pod", "{spec: {replicas: 3}}", ["unknown field \"spec.replicas\""]),
    (
      "Pod", "{spec: {containers: [{name: a, imagee: b}]}, sepc: {}}",
      ["unknown field \"sepc\"", "unknown field \"spec.containers[0].imagee\""]
    ),
    ("ConfigMap", "{data: {anything: goes}}", []),
    ("Pod", "{metadata: {labels: {any: key}}, spec: {nodeSelector: {any: key}}}", []),
    ("Unheard", "{any: thing}", []),
  ])
  func fieldsThatDoNotExistAreNamed(kind: String, text: String, unknown: [String]) throws {
    let decoding = StrictDecoding(try YAML.value(in: text), kind: kind)
    #expect(decoding.unknownFields.sorted() == unknown)
    #expect(decoding.typeError == nil)
  }

  @Test(arguments: [
    ("Deployment", "{spec: {replicas: three}}"),
    ("Pod", "{spec: {containers: {name: a}}}"),
    ("Pod", "{metadata: {labels: {a: 1}}}"),
    ("Pod", "{spec: {hostNetwork: \"yes\"}}"),
  ])
  func valuesOfTheWrongTypeAreErrors(kind: String, text: String) throws {
    #expect(StrictDecoding(try YAML.value(in: text), kind: kind).typeError != nil)
  }

  @Test(arguments: [
    (
      "spec: {replicas: 5000000000}",
      "json: cannot unmarshal number 5000000000 into Go struct field "
        + "DeploymentSpec.spec.replicas of type int32"
    ),
    (
      "spec: {strategy: {rollingUpdate: {maxSurge: 5000000000}}}",
      "json: cannot unmarshal number 5000000000 into Go value of type int32"
    ),
    ("spec: {replicas: 2147483647}", nil),
  ])
  func numbersHaveThirtyTwoBits(text: String, problem: String?) throws {
    #expect(StrictDecoding(try YAML.value(in: text), kind: "Deployment").typeError == problem)
  }
}
