import Engine
import Objects
import Testing

@testable import Store

/// Who manages which field after whose writes.
struct FieldManagerTests {
  private var state = ClusterState()
  private var random = SeededRandom(seed: 1)

  init() throws {
    var namespace = Namespace()
    namespace.metadata.name = "default"
    _ = try state.apply(.create(namespace), by: .system, at: .worldBegins, using: &random)
  }

  private static func map(_ data: StringMap, labels: StringMap = [:]) -> ConfigMap {
    var map = ConfigMap()
    map.metadata = ObjectMeta(name: "shared", namespace: "default", labels: labels)
    map.data = data
    return map
  }

  private var stored: ConfigMap? { state.get(ConfigMap.self, "shared", in: "default") }

  private func fields(of manager: String) -> [String] {
    guard let stored else { return [] }
    let entry = ManagedFields.entries(of: stored).first { $0.manager == manager }
    return entry?.fields.paths.map(FieldElement.shown) ?? []
  }

  @discardableResult
  private mutating func write(
    _ intent: Intent, as manager: String, after seconds: Int64 = 0
  ) throws(Rejection) -> Change? {
    try state.apply(
      intent, by: .user, as: FieldWriter(manager), at: .worldBegins + .seconds(seconds),
      using: &random)
  }

  @discardableResult
  private mutating func applyServerSide(
    _ map: ConfigMap, as manager: String, forced: Bool = false
  ) throws(Rejection) -> Change? {
    let document = AppliedDocument(map.document, to: map.key, isForced: forced)
    return try write(.applyServerSide(document), as: manager)
  }

  @Test mutating func whoeverChangesAFieldManagesIt() throws {
    try write(.create(Self.map(["a": "1", "b": "1"])), as: "first")
    #expect(fields(of: "first") == [".data", ".data.a", ".data.b"])
    try write(.update(Self.map(["a": "2", "b": "1"])), as: "second")
    #expect(fields(of: "first") == [".data", ".data.b"])
    #expect(fields(of: "second") == [".data.a"])
    try write(.update(Self.map(["a": "2"])), as: "third")
    #expect(fields(of: "first") == [".data"])
    #expect(fields(of: "third").isEmpty)
  }

  @Test mutating func whatChangesNothingIsNoWrite() throws {
    try applyServerSide(Self.map(["a": "1"]), as: "first")
    let revision = state.revision
    #expect(try applyServerSide(Self.map(["a": "1"]), as: "first") == nil)
    #expect(state.revision == revision)
  }

  @Test mutating func anotherValueIsAConflict() throws {
    try write(.create(Self.map(["a": "1", "b": "1"], labels: ["x": "y"])), as: "hand")
    do throws(Rejection) {
      try applyServerSide(Self.map(["a": "2", "b": "2"]), as: "first")
      Issue.record("a conflict was expected")
    } catch {
      #expect(
        error.message
          == "Apply failed with 2 conflicts: conflicts with \"hand\" using v1:\n- .data.a\n"
          + "- .data.b")
    }
    try applyServerSide(Self.map(["a": "2", "b": "2"]), as: "first", forced: true)
    #expect(fields(of: "hand") == [".data", ".metadata.labels", ".metadata.labels.x"])
    #expect(stored?.metadata.labels["x"] == "y")
  }

  @Test mutating func whatNobodyAppliesAnyLongerGoes() throws {
    try applyServerSide(Self.map(["a": "1", "b": "1", "c": "1"]), as: "first")
    try applyServerSide(Self.map(["b": "1"]), as: "second")
    try applyServerSide(Self.map(["a": "1"]), as: "first")
    #expect(stored?.data == ["a": "1", "b": "1"])
    try applyServerSide(Self.map([:]), as: "second")
    #expect(stored?.data == ["a": "1"])
  }

  /// Two writers who speak of different fields never get in each other's way.
  @Test(arguments: UInt64(1)...8)
  mutating func disjointFieldsNeverConflict(seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    try applyServerSide(Self.map([:]), as: "first")
    for _ in 0..<20 {
      let isFirst = Bool.random(using: &chance)
      var data = StringMap()
      for key in 0..<4 where Bool.random(using: &chance) {
        data["\(isFirst ? "f" : "s")\(key)"] = "\(Int.random(in: 0..<3, using: &chance))"
      }
      try applyServerSide(Self.map(data), as: isFirst ? "first" : "second")
      let own = (stored?.data ?? [:]).filter { $0.key.hasPrefix(isFirst ? "f" : "s") }
      #expect(own.map(\.key) == data.map(\.key))
      #expect(own.map(\.value) == data.map(\.value))
    }
  }

  /// Pods are made by the thousand: nothing is written down about the fields of those.
  @Test mutating func componentsLeaveOnlyATrace() throws {
    var event = Self.map(["a": "1"])
    event.metadata.name = "made"
    _ = try state.apply(
      .create(event), by: .controller("some-controller"), at: .worldBegins, using: &random)
    let made = try #require(state.get(ConfigMap.self, "made", in: "default"))
    #expect(made.metadata.managers.entries.isEmpty)
    let entry = try #require(ManagedFields.entries(of: made).first)
    #expect(entry.manager == "kube-controller-manager")
    #expect(entry.fields.paths.map(FieldElement.shown) == [".data", ".data.a"])
  }

  @Test(arguments: [
    ("k:{\"name\":\"web\"}", "[name=\"web\"]"),
    ("k:{\"containerPort\":80,\"protocol\":\"TCP\"}", "[containerPort=80,protocol=\"TCP\"]"),
    ("k:{\"mountPath\":\"/a:b,\\\"c\"}", "[mountPath=\"/a:b,\\\"c\"]"), ("v:\"x\"", "[=\"x\"]"),
    ("f:app.kubernetes.io/name", ".app.kubernetes.io/name"),
  ])
  func elementsAreShown(element: String, shown: String) {
    #expect(FieldElement.shown([element]) == shown)
  }
}
