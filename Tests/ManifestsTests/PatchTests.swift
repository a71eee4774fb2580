import Manifests
import Objects
import Testing

@Suite struct PatchTests {
  private static func pod(_ containers: String) -> String {
    "{spec: {containers: \(containers)}}"
  }

  @Test(arguments: [
    ("{a: 1, b: {c: 2, d: 3}}", "{b: {c: null, e: 4}}", "{a: 1, b: {d: 3, e: 4}}"),
    ("{a: [1, 2]}", "{a: [3]}", "{a: [3]}"),
    ("{a: 1}", "{a: {b: null, c: 1}}", "{a: {c: 1}}"),
    ("{a: 1}", "{}", "{a: 1}"),
  ])
  func aMergePatchReplacesFieldByField(before: String, patch: String, after: String) throws {
    let merged = MergePatch.merge(try YAML.value(in: patch), into: try YAML.value(in: before))
    #expect(merged == (try YAML.value(in: after)))
  }

  @Test(arguments: [
    // Containers are known by their names; those not spoken of stay.
    (
      pod("[{name: a, image: x}, {name: b, image: y}]"), pod("[{name: b, image: z}]"),
      pod("[{name: a, image: x}, {name: b, image: z}]")
    ),
    (
      pod("[{name: a, image: x}]"), pod("[{name: c, image: z}]"),
      pod("[{name: c, image: z}, {name: a, image: x}]")
    ),
    (
      "{spec: {containers: [{name: a, image: x}, {name: b, image: y}]}}",
      "{spec: {$setElementOrder/containers: [{name: b}, {name: a}]}}",
      "{spec: {containers: [{name: b, image: y}, {name: a, image: x}]}}"
    ),
    (
      "{metadata: {finalizers: [a, c]}}",
      "{metadata: {$deleteFromPrimitiveList/finalizers: [a], finalizers: [e]}}",
      "{metadata: {finalizers: [e, c]}}"
    ),
    (
      "{spec: {volumes: [{name: v, emptyDir: {}}]}}",
      "{spec: {volumes: [{name: v, $retainKeys: [name, hostPath], hostPath: {path: /x}}]}}",
      "{spec: {volumes: [{name: v, hostPath: {path: /x}}]}}"
    ),
    (
      "{spec: {dnsConfig: {searches: [a]}}}", "{spec: {dnsConfig: {$patch: delete}}}",
      "{spec: {dnsConfig: {}}}"
    ),
    (
      pod("[{name: a, image: x}, {name: b, image: y}]"), pod("[{name: a, $patch: delete}]"),
      pod("[{name: b, image: y}]")
    ),
    (
      pod("[{name: a, image: x}]"), pod("[{name: b, image: y}, {$patch: replace}]"),
      pod("[{name: b, image: y}]")
    ),
    // A list without a merge key is one value.
    (
      pod("[{name: a, args: [x, y]}]"), pod("[{name: a, args: [z]}]"),
      pod("[{name: a, args: [z]}]")
    ),
    (
      "{metadata: {labels: {a: x}}}", "{metadata: {labels: {a: null, b: y}}}",
      "{metadata: {labels: {b: y}}}"
    ),
    (
      "{metadata: {finalizers: [a]}}", "{metadata: {finalizers: [b]}}",
      "{metadata: {finalizers: [b, a]}}"
    ),
  ])
  func aStrategicPatchMergesListsByKey(before: String, patch: String, after: String) throws {
    let merged = StrategicMerge.merge(
      try YAML.value(in: patch), into: try YAML.value(in: before), kind: "Pod")
    #expect(merged == (try YAML.value(in: after)))
  }

  /// As kubectl words what a patch cannot be carried out for.
  @Test(arguments: [
    (pod("[{image: w}]"), "map: map[image:w] does not contain declared merge key: name"),
    (pod("[{$patch: odd}]"), "unknown patch type: odd in map: map[$patch:odd]"),
    ("{spec: {$patch: odd}}", "unknown patch type: odd in map: map[$patch:odd]"),
    (
      "{spec: {$retainKeys: [nodeName], hostname: x}}", "invalid patch format of retainKeys"
    ),
  ])
  func someStrategicPatchesAreRefused(patch: String, message: String) throws {
    let before = try YAML.value(in: Self.pod("[{name: a}]"))
    let patch = try YAML.value(in: patch)
    do throws(StrategicMerge.Problem) {
      _ = try StrategicMerge.patch(patch, onto: before, kind: "Pod")
      Issue.record("a refusal was expected")
    } catch {
      #expect(error.message == message)
    }
  }

  /// What a manifest said before and no longer says goes; what others have set stays.
  @Test(arguments: [
    (
      "{spec: {replicas: 3}}", "{spec: {}}", "{spec: {replicas: 3, paused: true}}",
      "{spec: {paused: true}}"
    ),
    ("{spec: {}}", "{spec: {}}", "{spec: {replicas: 5}}", "{spec: {replicas: 5}}"),
    (
      "{metadata: {labels: {a: x, b: y}}}", "{metadata: {labels: {b: y}}}",
      "{metadata: {labels: {a: x, b: z, c: w}}}", "{metadata: {labels: {b: y, c: w}}}"
    ),
  ])
  func applyTakesAwayOnlyItsOwn(
    last: String, wanted: String, stored: String, after: String
  ) throws {
    let merged = StrategicMerge.apply(
      try YAML.value(in: wanted), last: try YAML.value(in: last),
      to: try YAML.value(in: stored), kind: "Deployment")
    #expect(merged == (try YAML.value(in: after)))
  }

  @Test(arguments: [
    ("{a: 1}", "[{op: add, path: /b, value: 2}]", "{a: 1, b: 2}"),
    ("{a: [1, 3]}", "[{op: add, path: /a/1, value: 2}]", "{a: [1, 2, 3]}"),
    ("{a: [1]}", "[{op: add, path: /a/-, value: 2}]", "{a: [1, 2]}"),
    ("{a: [1, 2]}", "[{op: remove, path: /a/0}]", "{a: [2]}"),
    ("{a/b: 1}", "[{op: replace, path: /a~1b, value: 2}]", "{a/b: 2}"),
    ("{a: 1}", "[{op: move, from: /a, path: /b}]", "{b: 1}"),
    ("{a: 1}", "[{op: copy, from: /a, path: /b}]", "{a: 1, b: 1}"),
    ("{a: 1}", "[{op: test, path: /a, value: 1}, {op: remove, path: /a}]", "{}"),
  ])
  func aJSONPatchIsAListOfOperations(before: String, patch: String, after: String) throws {
    let result = try JSONPatch.apply(try YAML.value(in: patch), to: try YAML.value(in: before))
    #expect(result == (try YAML.value(in: after)))
  }

  @Test(arguments: [
    "[{op: remove, path: /nope}]", "[{op: replace, path: /a/5, value: 1}]",
    "[{op: test, path: /a/0, value: 9}]", "[{op: fly, path: /a}]", "{}",
    "[{op: add, path: /x/y, value: 1}]", "[{op: add, path: /a/7, value: 1}]",
  ])
  func aJSONPatchThatDoesNotFitIsRefused(patch: String) throws {
    let document = try YAML.value(in: "{a: [1]}")
    let patch = try YAML.value(in: patch)
    #expect(throws: JSONPatch.Problem.self) { try JSONPatch.apply(patch, to: document) }
  }

  @Test(arguments: [
    // Nothing is let go of while nothing changes.
    (
      "{type: RollingUpdate, rollingUpdate: {maxSurge: 25%}}", "{type: RollingUpdate}",
      "{type: RollingUpdate, rollingUpdate: {maxSurge: 25%}}"
    ),
    (
      "{type: RollingUpdate, rollingUpdate: {maxSurge: 25%}}", "{type: Recreate}",
      "{type: Recreate}"
    ),
  ])
  func applyLetsGoOfTheOtherStrategy(before: String, wanted: String, after: String) throws {
    let merged = StrategicMerge.apply(
      try YAML.value(in: "{spec: {strategy: \(wanted)}}"), last: nil,
      to: try YAML.value(in: "{spec: {strategy: \(before)}}"), kind: "Deployment")
    #expect(merged == (try YAML.value(in: "{spec: {strategy: \(after)}}")))
  }

  @Test(arguments: [
    (
      "Deployment", "{spec: {strategy: {type: A, rollingUpdate: {}}}}",
      "{spec: {strategy: {$retainKeys: [type], type: B}}}", "{spec: {strategy: {type: B}}}"
    ),
    (
      "Pod", "{metadata: {finalizers: [a, b]}}",
      "{metadata: {$deleteFromPrimitiveList/finalizers: [a]}}", "{metadata: {finalizers: [b]}}"
    ),
    (
      "PodDisruptionBudget", "{spec: {selector: {matchLabels: {a: b}}}}",
      "{spec: {selector: {matchLabels: {c: d}}}}", "{spec: {selector: {matchLabels: {c: d}}}}"
    ),
  ])
  func marksOfAPatchAreObeyed(
    kind: String, before: String, patch: String, after: String
  ) throws {
    let merged = StrategicMerge.merge(
      try YAML.value(in: patch), into: try YAML.value(in: before), kind: kind)
    #expect(merged == (try YAML.value(in: after)))
  }
}
