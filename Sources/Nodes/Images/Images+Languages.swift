/// Images that programs in some language are run in.
extension ImageRepository {
  static let python = ImageRepository(
    name: "docker.io/library/python",
    releases: ["3.14.0", "3.13.9", "3.12.12", "3.11.14", "3.10.19", "3.9.25", "2.7.18"],
    variants: [
      .init(
        names: ["", "bookworm", "trixie"], sizeBytes: 384_000_000, distribution: .debian(13),
        programs: ["curl", "wget", "ps", "free"]),
      .init(
        names: ["slim", "slim-bookworm", "slim-trixie"], sizeBytes: 45_600_000,
        distribution: .debian(13)),
      .init(names: ["alpine"], sizeBytes: 16_800_000, distribution: .alpine("3.22")),
    ],
    facts: ImageFacts(command: ["python3"], programs: ["python", "python3"]),
    versionVariable: "PYTHON_VERSION")

  static let node = ImageRepository(
    name: "docker.io/library/node",
    releases: ["25.2.0", "24.11.1", "22.21.1", "20.19.5", "18.20.8", "16.20.2"],
    aliases: ["lts": "24.11.1", "current": "25.2.0"],
    variants: [
      .init(
        names: ["", "bookworm", "trixie"], sizeBytes: 400_000_000, distribution: .debian(12),
        programs: ["curl", "wget", "ps", "free", "python3"]),
      .init(
        names: ["slim", "bookworm-slim", "trixie-slim"], sizeBytes: 76_500_000,
        distribution: .debian(12)),
      .init(names: ["alpine"], sizeBytes: 52_000_000, distribution: .alpine("3.22")),
    ],
    facts: ImageFacts(
      entrypoint: ["docker-entrypoint.sh"], command: ["node"],
      programs: ["node", "docker-entrypoint.sh"],
      accounts: ["node:x:1000:1000::/home/node:/bin/bash"]),
    versionVariable: "NODE_VERSION")

  static let golang = ImageRepository(
    name: "docker.io/library/golang", releases: ["1.25.4", "1.24.10", "1.23.12", "1.22.12"],
    variants: [
      .init(
        names: ["", "bookworm", "trixie"], sizeBytes: 295_000_000, distribution: .debian(13),
        programs: ["curl", "wget"]),
      .init(names: ["alpine"], sizeBytes: 84_000_000, distribution: .alpine("3.22")),
    ],
    facts: ImageFacts(
      command: ["bash"], environment: [("GOPATH", "/go"), ("GOTOOLCHAIN", "local")], in: "/go",
      programs: ["bash", "go"], folders: ["/go/bin", "/go/src", "/usr/local/go/bin"]),
    versionVariable: "GOLANG_VERSION")

  static let perl = ImageRepository(
    name: "docker.io/library/perl",
    releases: ["5.42.0", "5.40.3", "5.38.5", "5.36.3", "5.34.1", "5.34.0"],
    variants: [
      .init(
        names: ["", "bookworm", "trixie"], sizeBytes: 336_374_010, distribution: .debian(12),
        programs: ["curl", "wget", "ps"]),
      .init(
        names: ["slim", "slim-bookworm"], sizeBytes: 55_000_000, distribution: .debian(12)),
    ],
    facts: ImageFacts(command: ["perl", "-de0"], in: "/usr/src/app", programs: ["perl"]),
    versionVariable: "PERL_VERSION")
}
