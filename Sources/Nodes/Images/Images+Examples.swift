/// Images of the Kubernetes documentation and of many tutorials.
extension ImageFacts {
  static let stress = ImageFacts(
    repository: "docker.io/polinux/stress", sizeBytes: 4_041_495, command: ["sh"],
    programs: ToolTable.busybox.union(["stress"]), newest: [1, 0])

  /// `-cpus 2 -mem-total 250Mi`
  static let cpuStress = ImageFacts(
    repository: "docker.io/vish/stress", sizeBytes: 1_558_791, entrypoint: ["/stress"],
    programs: ["stress"])

  /// A web server that computes at every request: the autoscaler's documentation uses it.
  static let hpaExample = ImageFacts(
    repository: "registry.k8s.io/hpa-example", sizeBytes: 187_680_000,
    entrypoint: ["/hpa-example"], programs: ToolTable.debian.union(["hpa-example"]))

  static let httpEcho = ImageFacts(
    repository: "docker.io/hashicorp/http-echo", sizeBytes: 3_500_000, entrypoint: ["/http-echo"],
    programs: ["http-echo"], newest: [1, 0])

  static let helloApp = ImageFacts(
    repository: "gcr.io/google-samples/hello-app", sizeBytes: 13_700_000,
    entrypoint: ["/hello-app"], programs: ["hello-app"], newest: [2, 0])

  static let whoami = ImageFacts(
    repository: "docker.io/traefik/whoami", sizeBytes: 2_900_000, entrypoint: ["/whoami-server"],
    programs: ["whoami-server"], newest: [1, 11])
}
