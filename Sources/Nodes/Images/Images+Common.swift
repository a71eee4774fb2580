/// Images that many manifests name: what runs in them is only hinted at.
extension ImageFacts {
  static let ubuntu = ImageFacts(
    repository: "docker.io/library/ubuntu", sizeBytes: 29_720_000, command: ["/bin/bash"],
    programs: ToolTable.debian, newest: [25, 10],
    tags: ["latest", "noble", "jammy", "focal", "rolling"])

  static let python = ImageFacts(
    repository: "docker.io/library/python", sizeBytes: 45_600_000, command: ["sh"],
    programs: ToolTable.debian, newest: [3, 14], tags: ["latest", "slim", "alpine"])

  static let node = ImageFacts(
    repository: "docker.io/library/node", sizeBytes: 76_500_000, command: ["sh"],
    programs: ToolTable.debian, newest: [25, 2],
    tags: ["latest", "slim", "alpine", "lts", "lts-alpine", "lts-slim"])

  static let golang = ImageFacts(
    repository: "docker.io/library/golang", sizeBytes: 295_000_000, command: ["bash"],
    programs: ToolTable.debian, newest: [1, 25], tags: ["latest", "alpine"])

  /// A database on port 3306 that wants to be told about its root password.
  static let mysql = ImageFacts(
    repository: "docker.io/library/mysql", sizeBytes: 230_000_000, command: ["mysqld"],
    programs: ToolTable.debian.union(["mysqld"]), newest: [9, 5], tags: ["latest", "lts"])

  static let mariadb = ImageFacts(
    repository: "docker.io/library/mariadb", sizeBytes: 105_000_000, command: ["mariadbd"],
    programs: ToolTable.debian.union(["mariadbd"]), newest: [12, 1], tags: ["latest", "lts"])

  static let mongo = ImageFacts(
    repository: "docker.io/library/mongo", sizeBytes: 290_000_000, command: ["mongod"],
    programs: ToolTable.debian.union(["mongod"]), newest: [8, 2], tags: ["latest"])

  static let memcached = ImageFacts(
    repository: "docker.io/library/memcached", sizeBytes: 31_000_000, command: ["memcached"],
    programs: ToolTable.debian.union(["memcached"]), newest: [1, 6, 39],
    tags: ["latest", "alpine"])

  static let rabbitmq = ImageFacts(
    repository: "docker.io/library/rabbitmq", sizeBytes: 100_000_000, command: ["rabbitmq-server"],
    programs: ToolTable.debian.union(["rabbitmq-server"]), newest: [4, 2],
    tags: ["latest", "management", "alpine"])
}
