/// What the cluster itself is made of.
extension ImageRepository {
  /// Does nothing until it is told to end. Its size is that of the recorded nodes.
  static let pause = ImageRepository(
    "registry.k8s.io/pause", releases: ["3.10.2"], sizeBytes: 320_368,
    ImageFacts(entrypoint: ["/pause"], user: "65535:65535", programs: ["pause"]))

  static let etcd = ImageRepository(
    name: "registry.k8s.io/etcd", releases: ["3.6.6"],
    variants: [.init(names: ["", "0"], sizeBytes: 22_871_747, distribution: .none)],
    facts: ImageFacts(programs: ["etcd"]))
  static let apiServer = system("kube-apiserver", 27_064_672)
  static let controllerManager = system("kube-controller-manager", 22_818_657)
  static let scheduler = system("kube-scheduler", 17_382_979)
  static let proxy = system("kube-proxy", 25_963_718)

  static let coreDNS = ImageRepository(
    "registry.k8s.io/coredns/coredns", releases: ["1.13.1"], sizeBytes: 23_553_139,
    ImageFacts(entrypoint: ["/coredns"], user: "nonroot:nonroot", programs: ["coredns"]))

  static let metricsServer = ImageRepository(
    "registry.k8s.io/metrics-server/metrics-server", releases: ["0.8.0"], sizeBytes: 22_530_000,
    ImageFacts(entrypoint: ["/metrics-server"], user: "65534", programs: ["metrics-server"]))

  /// Joins the pod networks of the nodes.
  static let podNetwork = ImageRepository(
    name: "docker.io/kindest/kindnetd", releases: ["20250512"],
    variants: [
      .init(names: ["", "df8de77b"], sizeBytes: 44_388_247, distribution: .debian(12))
    ],
    facts: ImageFacts(entrypoint: ["/kindnetd"], programs: ["kindnetd"]))

  private static func system(
    _ program: String, _ sizeBytes: Int
  ) -> ImageRepository {
    ImageRepository(
      "registry.k8s.io/\(program)", releases: ["1.36.2"], sizeBytes: sizeBytes,
      ImageFacts(programs: [program]))
  }
}
