import Engine
import Manifests
import Objects
import Store
import Testing

/// Pods that are alike but for the volume of their token share a verdict: never a wrong one.
@Suite struct AlikePodTests {
  @Test(arguments: [
    // The volumes there are, the volume that is mounted, and what is found wrong.
    (["kube-api-access-aaaaa"], "kube-api-access-aaaaa", []),
    (["kube-api-access-bbbbb"], "kube-api-access-bbbbb", []),
    (["kube-api-access-ccccc"], "kube-api-access-aaaaa", ["kube-api-access-aaaaa"]),
    (["kube-api-access-ddddd"], "kube-api-access-xxxxx", ["kube-api-access-xxxxx"]),
    (["kube-api-access-xxxxx"], "kube-api-access-xxxxx", []),
    (["kube-api-access-xxxxx"], "kube-api-access-bbbbb", ["kube-api-access-bbbbb"]),
    (["kube-api-access-xxxxx", "kube-api-access-eeeee"], "kube-api-access-eeeee", []),
    (["kube-api-access-eeeee", "kube-api-access-eeeee"], "kube-api-access-eeeee", ["twice"]),
    (["kube-api-access-fffff"], "kube-api-access-ggggg", ["kube-api-access-ggggg"]),
    (["kube-api-access-FFFFF"], "kube-api-access-FFFFF", ["name"]),
    (["kube-api-access-fffff"], "kube-api-access-fffff", []),
  ])
  func verdictsAreTheirOwn(volumes: [String], mounted: String, wrong: [String]) throws {
    let complaints = wrong.map { what in
      switch what {
      case "twice": "spec.volumes[1].name: Duplicate value: \"\(mounted)\""
      case "name": "spec.volumes[0].name: Invalid value: \"\(mounted)\": \(Self.nameRule)"
      default: "spec.containers[0].volumeMounts[0].name: Not found: \"\(what)\""
      }
    }
    // Whoever is asked second has been decided on before.
    for _ in 0..<2 { #expect(try problems(volumes, mounted) == complaints) }
  }

  private static let nameRule =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and "
    + "must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex "
    + "used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"

  private func problems(_ volumes: [String], _ mounted: String) throws -> [String] {
    let list = volumes.map { "{name: \($0), emptyDir: {}}" }.joined(separator: ", ")
    let manifests = """
      {kind: Namespace, metadata: {name: default}}
      ---
      {kind: ServiceAccount, metadata: {name: default, namespace: default}}
      ---
      {kind: Pod, metadata: {name: p, namespace: default}, spec: {volumes: [\(list)], containers:
        [{name: a, image: b, volumeMounts: [{name: \(mounted), mountPath: /m}, {name: \(mounted),
          mountPath: /var/run/secrets/kubernetes.io/serviceaccount}]}]}}
      """
    var state = ClusterState()
    var random = SeededRandom(seed: 1)
    var found: [String] = []
    for document in try YAML.documents(in: manifests) {
      var unread: [FieldProblem] = []
      let kind = try #require(document.value["kind"]?.string.flatMap { Kind(rawValue: $0) })
      let object = kind.facts.type.read(document.value, problems: &unread)
      do throws(Rejection) {
        _ = try state.apply(.create(object), by: .user, at: .worldBegins, using: &random)
      } catch {
        guard case .invalid(_, _, let problems) = error else { throw error }
        found += problems.map(\.message).filter { !$0.contains("volumeMounts[1]") }
      }
    }
    return found
  }
}
