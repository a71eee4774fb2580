/// Systems with tools, and nothing that runs by itself.
extension ImageRepository {
  /// Small versions of the usual tools. Its size is that of the recorded nodes.
  static let busybox = ImageRepository(
    name: "docker.io/library/busybox",
    releases: ["1.38.0", "1.37.0", "1.36.1", "1.35.0", "1.34.1", "1.33.1", "1.28.4"],
    aliases: ["stable": "1.37.0", "unstable": "1.38.0"],
    variants: [
      .init(
        names: ["", "glibc", "uclibc", "musl"], sizeBytes: 2_223_659, distribution: .busybox)
    ],
    facts: ImageFacts(command: ["sh"]))

  /// A small Linux with busybox's tools.
  static let alpine = ImageRepository(
    name: "docker.io/library/alpine",
    releases: (16...23).reversed().map { "3.\($0).0" }, aliases: ["edge": "3.23.0"],
    variants: [.init(names: [""], sizeBytes: 3_626_897, distribution: .alpine("3.23"))],
    facts: ImageFacts(command: ["/bin/sh"]),
    isDistribution: true)

  static let debian = ImageRepository(
    name: "docker.io/library/debian", releases: ["13.2", "12.12", "11.11"],
    aliases: [
      "trixie": "13.2", "bookworm": "12.12", "bullseye": "11.11", "stable": "13.2",
      "oldstable": "12.12",
    ],
    variants: [
      .init(names: [""], sizeBytes: 48_480_534, distribution: .debian(13)),
      .init(names: ["slim"], sizeBytes: 28_230_000, distribution: .debian(13)),
    ],
    facts: ImageFacts(command: ["bash"]),
    isDistribution: true)

  static let ubuntu = ImageRepository(
    name: "docker.io/library/ubuntu", releases: ["25.10", "24.04", "22.04", "20.04"],
    aliases: [
      "noble": "24.04", "jammy": "22.04", "focal": "20.04", "rolling": "25.10", "latest": "24.04",
    ],
    variants: [.init(names: [""], sizeBytes: 29_720_000, distribution: .ubuntu("24.04"))],
    facts: ImageFacts(command: ["/bin/bash"]),
    isDistribution: true)

  static let bash = ImageRepository(
    "docker.io/library/bash", releases: ["5.3.3", "5.2.37", "5.1.16"], sizeBytes: 6_500_000,
    on: .alpine("3.22"),
    ImageFacts(
      entrypoint: ["docker-entrypoint.sh"], command: ["bash"],
      programs: ["bash", "docker-entrypoint.sh"]))

  /// One program: curl.
  static let curl = ImageRepository(
    "docker.io/curlimages/curl", releases: ["8.17.0"], sizeBytes: 9_000_000, on: .alpine("3.22"),
    ImageFacts(
      entrypoint: ["/entrypoint.sh"], command: ["curl"], in: "/home/curl_user", user: "curl_user",
      programs: ["curl", "entrypoint.sh"], folders: ["/home/curl_user"],
      accounts: ["curl_user:x:100:101:Linux User,,,:/home/curl_user:/bin/ash"]))

  /// Every tool that looks into networks.
  static let netshoot = ImageRepository(
    "docker.io/nicolaka/netshoot", releases: ["v0.14", "v0.13"], sizeBytes: 197_000_000,
    on: .alpine("3.22"),
    ImageFacts(command: ["bash"], in: "/root", programs: ["bash", "curl", "dig", "host", "telnet"]))

  static let stress = ImageRepository(
    "docker.io/polinux/stress", releases: ["1.0.4"], sizeBytes: 4_041_495, on: .alpine("3.22"),
    ImageFacts(command: ["sh"], programs: ["stress"]))

  static let helloWorld = ImageRepository(
    "docker.io/library/hello-world", releases: ["linux"], sizeBytes: 2_380,
    ImageFacts(command: ["/hello"], programs: ["hello"]))

  /// `-cpus 2 -mem-total 250Mi`
  static let cpuStress = ImageRepository(
    "docker.io/vish/stress", releases: ["latest"], sizeBytes: 1_558_791,
    ImageFacts(entrypoint: ["/stress"], programs: ["stress"]))
}
