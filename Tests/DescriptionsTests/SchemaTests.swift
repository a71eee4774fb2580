import Descriptions
import Testing

@Suite struct SchemaTests {
  private func field(_ path: String) throws -> Schema.Field {
    let parts = path.split(separator: " ").map(String.init)
    return try #require(Schema.current.field(parts[1], of: parts[0]))
  }

  @Test(arguments: [
    ("PodSpec containers", Schema.Structure.map(keys: ["name"])),
    ("Container ports", .map(keys: ["containerPort", "protocol"])),
    ("Container args", .atomic),
    ("Container resources", .granular),
    ("ObjectMeta finalizers", .set),
    ("ObjectMeta labels", .granular),
    ("ServiceSpec selector", .atomic),
    ("DeploymentSpec selector", .atomic),
    ("DeploymentSpec replicas", .atomic),
    ("PersistentVolumeSpec claimRef", .granular),
    ("ObjectMeta creationTimestamp", .atomic),
    ("ResourceRequirements limits", .granular),
  ])
  func serverSideApplyTakesValuesApart(path: String, structure: Schema.Structure) throws {
    #expect(Schema.current.structure(of: try field(path)) == structure)
  }

  @Test func factsOfAFieldAreRead() throws {
    let port = try field("ContainerPort protocol")
    #expect(port.words == ["SCTP", "TCP", "UDP"])
    #expect(port.publishesWords)
    #expect(port.defaultText == "TCP")
    #expect(try field("HostPathVolumeSource type").words.first == "")
    #expect(try field("HostPathVolumeSource type").defaultText == "")
    #expect(try field("PodSpec containers").isRequired)
    #expect(try field("PodSpec serviceAccount").isDeprecated)
    #expect(try field("PodSpec volumes").patchRetainsKeys)
    #expect(try field("PodSpec volumes").patchMergeKey == "name")
    #expect(try field("ObjectMeta finalizers").patchMergeKey == "")
    #expect(try field("PodDisruptionBudgetSpec selector").patchReplaces)
    #expect(try field("Lifecycle stopSignal").words.contains("SIGRTMIN+15"))
    #expect(Schema.current.type("Deployment")?.apiVersion == "apps/v1")
    #expect(Schema.current.type("Time")?.plainForm == "string(date-time)")
  }
}
