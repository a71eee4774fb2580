/// Web servers, most of them examples of the documentation and of tutorials.
extension ImageRepository {
  /// Apache's web server, on port 80.
  static let apache = ImageRepository(
    name: "docker.io/library/httpd", releases: ["2.4.66"],
    variants: [
      .init(names: ["", "bookworm", "trixie"], sizeBytes: 45_100_000, distribution: .debian(12)),
      .init(names: ["alpine"], sizeBytes: 20_300_000, distribution: .alpine("3.22")),
    ],
    facts: ImageFacts(
      command: ["httpd-foreground"], environment: [("HTTPD_PREFIX", "/usr/local/apache2")],
      in: "/usr/local/apache2", ports: [80], stopSignal: "SIGWINCH",
      programs: ["httpd-foreground"],
      files: [
        (
          "/usr/local/apache2/htdocs/index.html",
          "<html><body><h1>It works!</h1></body></html>\n"
        ), ("/usr/local/apache2/conf/httpd.conf", "ServerRoot \"/usr/local/apache2\"\nListen 80\n"),
      ]),
    versionVariable: "HTTPD_VERSION")

  static let whoami = ImageRepository(
    "docker.io/traefik/whoami", releases: ["v1.11.0", "v1.10.4"], sizeBytes: 2_900_000,
    ImageFacts(entrypoint: ["/whoami-server"], ports: [80], programs: ["whoami-server"]))

  static let httpEcho = ImageRepository(
    "docker.io/hashicorp/http-echo", releases: ["1.0.0", "0.2.3"], sizeBytes: 3_500_000,
    ImageFacts(
      entrypoint: ["/http-echo"], user: "65532:65532", ports: [5678], programs: ["http-echo"]))

  static let helloApp = ImageRepository(
    "gcr.io/google-samples/hello-app", releases: ["2.0", "1.0"], sizeBytes: 13_700_000,
    ImageFacts(
      entrypoint: ["/hello-app"], environment: [("PORT", "8080")], user: "nonroot:nonroot",
      ports: [8080], programs: ["hello-app"]))

  static let bootcamp = ImageRepository(
    "gcr.io/google-samples/kubernetes-bootcamp", releases: ["v2", "v1"], sizeBytes: 82_700_000,
    on: .debian(12),
    ImageFacts(
      command: ["/bootcamp-server"], ports: [8080], programs: ["bootcamp-server", "curl"]))

  /// A web server that computes at every request: the autoscaler's documentation uses it.
  static let hpaExample = ImageRepository(
    "registry.k8s.io/hpa-example", releases: ["latest"], sizeBytes: 187_680_000, on: .debian(11),
    ImageFacts(command: ["apache2-foreground"], ports: [80], programs: ["apache2-foreground"]))

  static let echoServer = ImageRepository(
    "registry.k8s.io/echoserver", releases: ["1.10", "1.4"], sizeBytes: 43_700_000,
    on: .ubuntu("22.04"),
    ImageFacts(
      command: ["/usr/local/bin/run.sh"], ports: [8080],
      programs: ["run.sh", "curl"]))

  /// The test image of Kubernetes itself.
  static let agnhost = ImageRepository(
    "registry.k8s.io/e2e-test-images/agnhost", releases: ["2.60"], sizeBytes: 53_000_000,
    on: .alpine("3.22"),
    ImageFacts(
      entrypoint: ["/agnhost"], command: ["pause"], ports: [80, 8080, 8081, 9376],
      programs: ["agnhost", "curl", "dig", "host"]))
}
