import Kubectl
import Objects
import Testing

/// How words become kinds, names and flags.
@Suite struct ParsingTests {
  @Test(arguments: [
    ("po,svc", [Kind.pod, .service], 0), ("Pods", [.pod], 0),
    ("deployments.apps", [.deployment], 0),
    ("deployments.v1.apps", [.deployment], 0),
    (
      "all",
      [
        .pod, .replicationController, .service, .daemonSet, .deployment, .replicaSet, .statefulSet,
        .horizontalPodAutoscaler, .cronJob, .job,
      ], 0
    ),
    ("pod a b", [.pod], 2), ("po/a svc/b", [.pod, .service], 2),
  ])
  func wordsNameKinds(words: String, kinds: [Kind], names: Int) throws {
    let read = try ResourceWords(words.split(separator: " ").map(String.init))
    #expect(read.kinds == kinds)
    #expect(read.names.count == names)
  }

  @Test(arguments: [
    (
      "gett pods",
      "error: unknown command \"gett\" for \"kubectl\"\n\nDid you mean this?\n\tset\n\tget"
    ),
    ("pods", "error: unknown command \"pods\" for \"kubectl\"\n\nDid you mean this?\n\tlogs"),
    ("scale deployment web", "error: required flag(s) \"replicas\" not set"),
    (
      "create configmap",
      "error: exactly one NAME is required, got 0\nSee 'kubectl create configmap -h' for help and examples"
    ),
    ("delete pods", "error: resource(s) were provided, but no name was specified"),
    ("wait pods", "error: unrecognized condition: []"),
    ("exec web", "error: you must specify at least one command for the container"),
    (
      "scale deployment/web -replicas=3",
      "error: unknown shorthand flag: 'r' in -replicas=3\nSee 'kubectl scale --help' for usage."
    ),
    (
      "taint node w a=b:Nope",
      "error: invalid taint effect: Nope, unsupported taint effect\nSee 'kubectl taint -h' for help and examples"
    ),
    (
      "run web --image=nginx --restart=Sometimes",
      "error: invalid restart policy: Sometimes\nSee 'kubectl run -h' for help and examples"
    ),
  ])
  func mistakesAreWordedAsKubectlDoes(line: String, message: String) throws {
    let error = #expect(throws: UsageError.self) {
      _ = try Kubectl.parse(line.split(separator: " ").map(String.init))
    }
    #expect(error?.message == message)
  }
}
