/// What the cluster itself is made of.
extension ImageFacts {
  static let etcd = system("etcd", 22_871_747, newest: [3, 6, 6])
  static let apiServer = system("kube-apiserver", 27_064_672)
  static let controllerManager = system("kube-controller-manager", 22_818_657)
  static let scheduler = system("kube-scheduler", 17_382_979)
  static let proxy = system("kube-proxy", 25_963_718)

  static let coreDNS = ImageFacts(
    repository: "registry.k8s.io/coredns/coredns", sizeBytes: 23_553_139,
    entrypoint: ["/coredns"], programs: ["coredns"], newest: [1, 13, 1])

  static let metricsServer = ImageFacts(
    repository: "registry.k8s.io/metrics-server/metrics-server", sizeBytes: 22_530_000,
    entrypoint: ["/metrics-server"], programs: ["metrics-server"], newest: [0, 8, 0])

  /// Joins the pod networks of the nodes.
  static let podNetwork = ImageFacts(
    repository: "docker.io/kindest/kindnetd", sizeBytes: 44_388_247,
    entrypoint: ["/kindnetd"], programs: ["kindnetd"], tags: ["v20250512-df8de77b"])

  private static func system(
    _ program: String, _ sizeBytes: Int, newest: [Int] = [1, 36, 2]
  ) -> ImageFacts {
    ImageFacts(
      repository: "registry.k8s.io/\(program)", sizeBytes: sizeBytes,
      programs: [program], newest: newest)
  }
}
