import Engine
import Objects
import Store
import Testing

/// What roles and bindings allow.
@Suite struct AccessTests {
  private static func rule(
    _ verbs: [String], _ groups: [String], _ resources: [String], names: [String] = []
  ) -> PolicyRule {
    var rule = PolicyRule()
    rule.verbs = verbs
    rule.apiGroups = groups
    rule.resources = resources
    rule.resourceNames = names
    return rule
  }

  @Test(arguments: [
    (["get"], [""], ["pods"], [], "get", "", "pods", "", "a", true),
    (["get"], [""], ["pods"], [], "list", "", "pods", "", "", false),
    (["get"], [""], ["pods"], [], "get", "", "pods", "log", "a", false),
    (["get"], [""], ["pods/log"], [], "get", "", "pods", "log", "a", true),
    (["get"], ["apps"], ["*/scale"], [], "get", "apps", "deployments", "scale", "a", true),
    (["get"], ["apps"], ["*/scale"], [], "get", "apps", "deployments", "", "a", false),
    (["*"], ["*"], ["*"], [], "fly", "apps", "deployments", "status", "a", true),
    (["get"], [""], ["pods"], ["a"], "get", "", "pods", "", "a", true),
    (["get"], [""], ["pods"], ["a"], "get", "", "pods", "", "b", false),
    (["list"], [""], ["pods"], ["a"], "list", "", "pods", "", "", false),
    (["get"], ["apps"], ["pods"], [], "get", "", "pods", "", "a", false),
  ])
  func rulesAllow(
    _ verbs: [String], _ groups: [String], _ resources: [String], _ names: [String],
    _ verb: String, _ group: String, _ resource: String, _ part: String, _ name: String,
    _ isAllowed: Bool
  ) {
    let request = AccessRequest.resource(
      .init(verb, group: group, resource, part: part, namespace: "default", objectName: name))
    #expect(Self.rule(verbs, groups, resources, names: names).allows(request) == isAllowed)
  }

  @Test(arguments: [
    ("/healthz", "/healthz", true), ("/healthz", "/healthz/x", false),
    ("/healthz/*", "/healthz/x", true), ("*", "/x", true),
  ])
  func addressesAreAllowed(_ address: String, _ path: String, _ isAllowed: Bool) {
    var rule = PolicyRule()
    rule.verbs = ["get"]
    rule.nonResourceURLs = [address]
    #expect(rule.allows(.address(verb: "get", path: path)) == isAllowed)
    #expect(!rule.allows(.address(verb: "post", path: path)))
  }

  /// A binding in one namespace gives a cluster role there and nowhere else.
  @Test func bindingsHoldWhereTheyAre() {
    var role = ClusterRole()
    role.metadata = ObjectMeta(name: "reader")
    role.rules = [Self.rule(["list"], [""], ["pods"])]
    var binding = RoleBinding()
    binding.metadata = ObjectMeta(name: "b", namespace: "default")
    binding.roleRef = RoleRef(.clusterRole, "reader")
    binding.subjects = [
      Subject(Subject.user, "jane"), Subject(Subject.group, "team"),
      Subject(Subject.serviceAccount, "robot", in: "other"),
    ]
    let state = ClusterState(furnishedWith: [role, binding], at: .worldBegins)
    let people = [
      ("jane", []), ("joe", ["team"]), ("system:serviceaccount:other:robot", []), ("joe", []),
    ]
    for (place, namespace) in ["default", "other", ""].enumerated() {
      let answers = people.map { name, groups in
        state.decide(
          .resource(.init("list", "pods", namespace: namespace)),
          for: Requester(impersonating: name, groups: groups)
        ).isAllowed
      }
      #expect(answers == (place == 0 ? [true, true, true, false] : [false, false, false, false]))
    }
  }

  @Test func serviceAccountsHaveTheirGroups() {
    let account = Requester(impersonating: "system:serviceaccount:team:robot")
    #expect(
      account.groups == [
        "system:serviceaccounts", "system:serviceaccounts:team", "system:authenticated",
      ])
    #expect(Requester(impersonating: "system:anonymous").groups == ["system:unauthenticated"])
  }
}
