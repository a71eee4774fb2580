extension ImageFacts {
  /// Apache's web server, on port 80.
  static let apache = ImageFacts(
    repository: "docker.io/library/httpd", sizeBytes: 60_123_904,
    command: ["httpd-foreground"], workingFolder: "/usr/local/apache2",
    programs: ToolTable.debian.union(["httpd-foreground"]),
    files: [
      ("/usr/local/apache2/htdocs/index.html", "<html><body><h1>It works!</h1></body></html>\n")
    ],
    newest: [2, 4, 66], tags: ["latest", "alpine"])

  /// A store of keys and values in memory, on port 6379.
  static let redis = ImageFacts(
    repository: "docker.io/library/redis", sizeBytes: 12_000_000,
    command: ["redis-server"], workingFolder: "/data",
    programs: ToolTable.debian.union(["redis-server", "redis-cli"]),
    newest: [8, 4], tags: ["latest", "alpine"])

  /// Small versions of the usual tools, and nothing that runs by itself.
  static let busybox = ImageFacts(
    repository: "docker.io/library/busybox", sizeBytes: 2_156_519,
    command: ["sh"], programs: ToolTable.busybox, newest: [1, 38],
    tags: ["latest", "stable", "musl"])

  /// A small Linux with busybox's tools.
  static let alpine = ImageFacts(
    repository: "docker.io/library/alpine", sizeBytes: 3_626_897,
    command: ["/bin/sh"], programs: ToolTable.busybox.subtracting(["httpd", "telnet"]),
    newest: [3, 23], tags: ["latest", "edge"])

  /// Does nothing until it is told to end.
  static let pause = ImageFacts(
    repository: "registry.k8s.io/pause", sizeBytes: 320_000, entrypoint: ["/pause"],
    programs: ["pause"], newest: [3, 10, 2])

  /// A database on port 5432 that wants to be given a password.
  static let postgres = ImageFacts(
    repository: "docker.io/library/postgres", sizeBytes: 160_123_456,
    command: ["postgres"], programs: ToolTable.debian.union(["postgres"]),
    newest: [18, 4], tags: ["latest", "alpine"])

  static let perl = ImageFacts(
    repository: "docker.io/library/perl", sizeBytes: 336_374_010,
    command: ["sh"], programs: ToolTable.debian, newest: [5, 42])

  static let debian = ImageFacts(
    repository: "docker.io/library/debian", sizeBytes: 48_480_534,
    command: ["bash"], programs: ToolTable.debian, newest: [13, 4],
    tags: ["latest", "bookworm", "trixie", "bookworm-slim", "trixie-slim", "stable-slim"])

  /// The test image of Kubernetes itself.
  static let agnhost = ImageFacts(
    repository: "registry.k8s.io/e2e-test-images/agnhost", sizeBytes: 53_000_000,
    entrypoint: ["/agnhost"], command: ["pause"],
    programs: ToolTable.busybox.union(["agnhost"]), newest: [2, 60])

  /// One program: curl.
  static let curl = ImageFacts(
    repository: "docker.io/curlimages/curl", sizeBytes: 9_000_000,
    entrypoint: ["curl"], programs: ToolTable.busybox.union(["curl"]), newest: [8, 17, 0])
}
