import Engine
import Kubectl
import Objects
import Store
import Testing

/// Lines that change things, and what a real cluster answered.
@Suite struct WritingTests {
  static let web = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web}
    spec:
      replicas: 2
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, image: "nginx:1.26"}]}
    """

  static let worker = "apiVersion: v1\nkind: Node\nmetadata: {name: worker-1}"

  @Test(arguments: [
    ("scale deployment web --replicas=5", "deployment.apps/web scaled\n"),
    ("set image deployment/web web=nginx:1.27", "deployment.apps/web image updated\n"),
    ("set env deployment/web COLOR=blue", "deployment.apps/web env updated\n"),
    ("label deployment web tier=front", "deployment.apps/web labeled\n"),
    ("annotate deployment web why=this", "deployment.apps/web annotated\n"),
    ("patch deployment web -p '{\"spec\":{\"replicas\":3}}'", "deployment.apps/web patched\n"),
    (
      "patch deployment web -p '{\"spec\":{\"replicas\":2}}'",
      "deployment.apps/web patched (no change)\n"
    ),
    ("rollout pause deployment/web", "deployment.apps/web paused\n"),
    ("rollout restart deployment/web", "deployment.apps/web restarted\n"),
    ("expose deployment web --port=80", "service/web exposed\n"),
    ("cordon worker-1", "node/worker-1 cordoned\n"),
    ("uncordon worker-1", "node/worker-1 already uncordoned\n"),
    ("taint node worker-1 gpu=yes:NoSchedule", "node/worker-1 tainted\n"),
    ("create namespace team", "namespace/team created\n"),
    ("create namespace team --dry-run=client", "namespace/team created (dry run)\n"),
    ("create namespace team --dry-run=server", "namespace/team created (server dry run)\n"),
    ("create deployment api --image=nginx:1.27", "deployment.apps/api created\n"),
    ("create configmap c --from-literal=a=b", "configmap/c created\n"),
    ("create serviceaccount robot", "serviceaccount/robot created\n"),
    ("run p --image=nginx:1.27", "pod/p created\n"),
    ("delete deployment web", "deployment.apps \"web\" deleted from default namespace\n"),
  ])
  func aChangeIsToldAsOnARealCluster(line: String, answer: String) throws {
    var fixture = try Fixture(Self.web + "\n---\n" + Self.worker)
    let reply = fixture.run(line)
    #expect(reply.text == answer)
    #expect(reply.status == 0)
  }

  @Test(arguments: [
    (
      "create namespace default",
      "Error from server (AlreadyExists): namespaces \"default\" already exists\n"
    ),
    ("scale deployment web", "error: required flag(s) \"replicas\" not set\n"),
    (
      "scale deployment ghost --replicas=1",
      "Error from server (NotFound): deployments.apps \"ghost\" not found\n"
    ),
    (
      "set image deployment/web nope=nginx",
      "error: unable to find container named \"nope\"\n"
    ),
    (
      "label deployment web 'bad key=x'",
      "The Deployment \"web\" is invalid: metadata.labels: Invalid value: \"bad key\": name part "
        + "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with "
        + "an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for "
        + "validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')\n"
    ),
    ("cordon ghost", "Error from server (NotFound): nodes \"ghost\" not found\n"),
    ("taint node worker-1 gpu-", "error: taint \"gpu\" not found\n"),
    (
      "delete namespace default",
      "Error from server (Forbidden): namespaces \"default\" is forbidden: this namespace may not "
        + "be deleted\n"
    ),
  ])
  func aRefusalIsWordedAsOnARealCluster(line: String, answer: String) throws {
    var fixture = try Fixture(Self.web + "\n---\n" + Self.worker)
    let reply = fixture.run(line)
    #expect(reply.text(.err) == answer)
    #expect(reply.status == 1)
  }

  @Test func applyRemembersWhatItSaid() throws {
    var fixture = try Fixture()
    var lines: [String] = []
    for text in [
      Self.web, Self.web, Self.web.replacing("replicas: 2", with: "minReadySeconds: 1"),
    ] {
      lines.append(fixture.run("apply -f web.yaml", files: ["web.yaml": text]).text)
    }
    #expect(
      lines == ["created", "unchanged", "configured"].map { "deployment.apps/web \($0)\n" })
    #expect(fixture.text("get deployment web -o jsonpath={.spec.replicas}") == "1")
  }

  @Test func diffShowsWhatApplyWouldChange() throws {
    var fixture = try Fixture()
    let files = ["web.yaml": Self.web]
    _ = fixture.run("apply -f web.yaml", files: files)
    #expect(fixture.run("diff -f web.yaml", files: files) == Reply())
    let reply = fixture.run(
      "diff -f web.yaml", files: ["web.yaml": Self.web.replacing("1.26", with: "1.27")])
    let changes = reply.text.split(separator: "\n").filter {
      $0.hasPrefix("-  ") || $0.hasPrefix("+  ")
    }
    #expect(
      changes == [
        "-  generation: 1", "+  generation: 2", "-      - image: nginx:1.26",
        "+      - image: nginx:1.27",
      ])
    #expect(reply.status == 1)
  }

  @Test func whatIsNotKnownDoesNotKeepTheRestAway() throws {
    var fixture = try Fixture()
    let text =
      "apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {name: s}\n---\n"
      + Self.web
    let reply = fixture.run("apply -f all.yaml", files: ["all.yaml": text])
    #expect(reply.text(.out) == "deployment.apps/web created\n")
    #expect(
      reply.text(.err)
        == "error: podlab does not simulate APIService (apiregistration.k8s.io/v1) yet: "
        + "it is left out of \"all.yaml\"\n")
    #expect(reply.status == 1)
  }
}
