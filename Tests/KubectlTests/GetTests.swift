import Engine
import Kubectl
import Testing

/// Lines and answers as a real cluster gave them.
@Suite struct GetTests {
  static let pods = """
    apiVersion: v1
    kind: Pod
    metadata: {name: api-1, labels: {app: api, tier: back, track: stable}}
    spec: {nodeName: worker-1, containers: [{name: web, image: "nginx:1.27"}]}
    status:
      phase: Running
      podIP: 10.244.0.2
      conditions: [{type: Ready, status: "True"}]
      containerStatuses: [{name: web, ready: true, state: {running: {}}}]
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: api-2, labels: {app: api, tier: back, track: canary}}
    spec: {nodeName: worker-2, containers: [{name: web, image: "nginx:1.27"}]}
    status:
      phase: Running
      podIP: 10.244.1.2
      conditions: [{type: Ready, status: "True"}]
      containerStatuses: [{name: web, ready: true, state: {running: {}}}]
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: front, labels: {app: front, tier: web}}
    spec: {nodeName: worker-1, containers: [{name: web, image: "nginx:1.27"}]}
    status:
      phase: Running
      podIP: 10.244.0.3
      conditions: [{type: Ready, status: "True"}]
      containerStatuses: [{name: web, ready: true, state: {running: {}}}]
    ---
    apiVersion: v1
    kind: Pod
    metadata: {name: waiting, labels: {app: front}}
    spec: {containers: [{name: web, image: "registry.k8s.io/pause:3.10"}]}
    status: {phase: Pending}
    """

  @Test(arguments: [
    (
      "get pods",
      """
      NAME      READY   STATUS    RESTARTS   AGE
      api-1     1/1     Running   0          4s
      api-2     1/1     Running   0          4s
      front     1/1     Running   0          4s
      waiting   0/1     Pending   0          4s

      """
    ),
    (
      "get po -o wide",
      """
      NAME      READY   STATUS    RESTARTS   AGE   IP           NODE       NOMINATED NODE   READINESS GATES
      api-1     1/1     Running   0          4s    10.244.0.2   worker-1   <none>           <none>
      api-2     1/1     Running   0          4s    10.244.1.2   worker-2   <none>           <none>
      front     1/1     Running   0          4s    10.244.0.3   worker-1   <none>           <none>
      waiting   0/1     Pending   0          4s    <none>       <none>     <none>           <none>

      """
    ),
    ("get pods -o name", "pod/api-1\npod/api-2\npod/front\npod/waiting\n"),
    (
      "get pods -L app,track",
      """
      NAME      READY   STATUS    RESTARTS   AGE   APP     TRACK
      api-1     1/1     Running   0          4s    api     stable
      api-2     1/1     Running   0          4s    api     canary
      front     1/1     Running   0          4s    front\("   ")
      waiting   0/1     Pending   0          4s    front\("   ")

      """
    ),
    (
      "get pods --no-headers",
      """
      api-1     1/1   Running   0     4s
      api-2     1/1   Running   0     4s
      front     1/1   Running   0     4s
      waiting   0/1   Pending   0     4s

      """
    ),
    (
      "get pods --sort-by={.spec.nodeName} -o custom-columns=NAME:.metadata.name,NODE:.spec.nodeName",
      """
      NAME      NODE
      waiting   <none>
      api-1     worker-1
      front     worker-1
      api-2     worker-2

      """
    ),
    ("get pods -o jsonpath={.items[*].metadata.name}", "api-1 api-2 front waiting"),
    ("get pod front -o jsonpath={.metadata.labels}", #"{"app":"front","tier":"web"}"#),
    (
      "get pods -A -l track",
      """
      NAMESPACE   NAME    READY   STATUS    RESTARTS   AGE
      default     api-1   1/1     Running   0          4s
      default     api-2   1/1     Running   0          4s

      """
    ),
    (
      "get pod/api-1 ns/default",
      """
      NAME        READY   STATUS    RESTARTS   AGE
      pod/api-1   1/1     Running   0          4s

      NAME                STATUS   AGE
      namespace/default   Active   4s

      """
    ),
    (
      "get pods --field-selector spec.nodeName=worker-1,metadata.name!=front",
      """
      NAME    READY   STATUS    RESTARTS   AGE
      api-1   1/1     Running   0          4s

      """
    ),
    ("get pods -n kube-system", "No resources found in kube-system namespace.\n"),
    ("get nodes", "No resources found\n"),
  ])
  func aLineIsAnsweredAsOnARealCluster(line: String, answer: String) throws {
    var fixture = try Fixture(Self.pods)
    fixture.now += .seconds(4)
    #expect(fixture.text(line) == answer)
    #expect(fixture.reply(line).status == 0)
  }

  @Test(arguments: [
    (
      "get pods -o bogus",
      "error: unable to match a printer suitable for the output format \"bogus\", allowed formats "
        + "are: custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,"
        + "jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml"
    ),
    (
      "get pods --bogus",
      "error: unknown flag: --bogus\nSee 'kubectl get --help' for usage."
    ),
    (
      "get pods -z", "error: unknown shorthand flag: 'z' in -z\nSee 'kubectl get --help' for usage."
    ),
    (
      "get pods --all-namespaces=maybe",
      "error: invalid argument \"maybe\" for \"-A, --all-namespaces\" flag: strconv.ParseBool: "
        + "parsing \"maybe\": invalid syntax\nSee 'kubectl get --help' for usage."
    ),
    (
      "get pods -o", "error: flag needs an argument: 'o' in -o\nSee 'kubectl get --help' for usage."
    ),
    ("get pods front -l app=front", "error: name cannot be provided when a selector is specified"),
    (
      "get pods -o jsonpath={.items[}",
      "error: error parsing jsonpath {.items[}, unterminated array"
    ),
    ("get unicorns", "error: the server doesn't have a resource type \"unicorns\""),
    ("get pod ghost", "Error from server (NotFound): pods \"ghost\" not found"),
    ("get pod ghost -n nowhere", "Error from server (NotFound): namespaces \"nowhere\" not found"),
    (
      "get deploy/ghost svc/ghost",
      "Error from server (NotFound): deployments.apps \"ghost\" not found\n"
        + "Error from server (NotFound): services \"ghost\" not found"
    ),
    (
      "get pods --field-selector nope=1",
      "Error from server (BadRequest): Unable to find \"/v1, Resource=pods\" that match label "
        + "selector \"\", field selector \"nope=1\": field label not supported: nope"
    ),
  ])
  func aMistakeIsWordedAsKubectlDoes(line: String, answer: String) throws {
    let reply = try Fixture(Self.pods).reply(line)
    #expect(reply.text(.err) == answer + "\n")
    #expect(reply.status == 1)
  }
}
