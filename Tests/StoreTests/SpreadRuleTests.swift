import Engine
import Manifests
import Objects
import Store
import Testing

/// What the API server finds wrong with topology spread constraints.
@Suite struct SpreadRuleTests {
  @Test(arguments: [
    ("{topologyKey: zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}", []),
    ("{topologyKey: zone, maxSkew: 1, minDomains: 2, whenUnsatisfiable: DoNotSchedule}", []),
    (
      "{topologyKey: zone, whenUnsatisfiable: DoNotSchedule}",
      ["[0].maxSkew: Invalid value: 0: must be greater than zero"]
    ),
    (
      "{maxSkew: 1, whenUnsatisfiable: DoNotSchedule}",
      ["[0].topologyKey: Required value: can not be empty"]
    ),
    (
      "{topologyKey: zone, maxSkew: 1, minDomains: 2, whenUnsatisfiable: ScheduleAnyway}",
      [
        "[0].minDomains: Invalid value: 2: can only use minDomains if "
          + "whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway"
      ]
    ),
    (
      "{topologyKey: zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}, "
        + "{topologyKey: zone, maxSkew: 2, whenUnsatisfiable: DoNotSchedule}",
      ["[0].{topologyKey, whenUnsatisfiable}: Duplicate value: \"{zone, DoNotSchedule}\""]
    ),
  ])
  func constraintsAreChecked(constraints: String, complaints: [String]) throws {
    var state = ClusterState()
    var random = SeededRandom(seed: 1)
    let manifests = """
      {kind: Namespace, metadata: {name: default}}
      ---
      {kind: ServiceAccount, metadata: {name: default, namespace: default}}
      ---
      {kind: Pod, metadata: {name: p, namespace: default}, spec: {containers: [{name: a, image: b}],
        topologySpreadConstraints: [\(constraints)]}}
      """
    var found: [String] = []
    for document in try YAML.documents(in: manifests) {
      var problems: [FieldProblem] = []
      let kind = try #require(document.value["kind"]?.string.flatMap { Kind(rawValue: $0) })
      let object = kind.facts.type.read(document.value, problems: &problems)
      do throws(Rejection) {
        _ = try state.apply(.create(object), by: .user, at: .worldBegins, using: &random)
      } catch {
        guard case .invalid(_, _, let problems) = error else { throw error }
        found += problems.map(\.message)
      }
    }
    #expect(found == complaints.map { "spec.topologySpreadConstraints" + $0 })
  }
}
