/// Databases, caches and queues.
extension ImageRepository {
  private static let entrypoint = ["docker-entrypoint.sh"]

  /// A store of keys and values in memory, on port 6379. Its size is that of the recorded nodes.
  static let redis = ImageRepository(
    name: "docker.io/library/redis",
    releases: ["8.4.0", "8.2.3", "8.0.5", "7.4.7", "7.2.12", "7.0.15", "6.2.21", "5.0.14"],
    variants: [
      .init(names: ["", "bookworm", "trixie"], sizeBytes: 12_000_000, distribution: .debian(12)),
      .init(names: ["alpine"], sizeBytes: 12_000_000, distribution: .alpine("3.22")),
    ],
    facts: ImageFacts(
      entrypoint: entrypoint, command: ["redis-server"], in: "/data", ports: [6379],
      programs: ["redis-server", "redis-cli", "docker-entrypoint.sh"], folders: ["/data"],
      accounts: ["redis:x:999:1000::/data:/bin/sh"]),
    versionVariable: "REDIS_VERSION")

  static let valkey = ImageRepository(
    name: "docker.io/valkey/valkey", releases: ["8.1.4", "7.2.11"], variants: redis.variants,
    facts: {
      var facts = redis.facts
      facts.programs.formUnion(["valkey-server", "valkey-cli"])
      facts.command = ["valkey-server"]
      return facts
    }(),
    versionVariable: "VALKEY_VERSION")

  static let memcached = ImageRepository(
    name: "docker.io/library/memcached", releases: ["1.6.39"],
    variants: [
      .init(names: ["", "bookworm", "trixie"], sizeBytes: 31_000_000, distribution: .debian(12)),
      .init(names: ["alpine"], sizeBytes: 5_400_000, distribution: .alpine("3.22")),
    ],
    facts: ImageFacts(
      entrypoint: entrypoint, command: ["memcached"], user: "memcache", ports: [11211],
      programs: ["memcached", "docker-entrypoint.sh"],
      accounts: ["memcache:x:11211:11211::/home/memcache:/bin/sh"]),
    versionVariable: "MEMCACHED_VERSION")

  /// A database on port 5432 that wants to be given a password.
  static let postgres = ImageRepository(
    name: "docker.io/library/postgres",
    releases: ["18.4", "17.6", "16.10", "15.14", "14.19", "13.22", "12.22"],
    variants: [
      .init(names: ["", "bookworm", "trixie"], sizeBytes: 155_200_000, distribution: .debian(12)),
      .init(names: ["alpine"], sizeBytes: 108_400_000, distribution: .alpine("3.22")),
    ],
    facts: ImageFacts(
      entrypoint: entrypoint, command: ["postgres"],
      environment: [("PGDATA", "/var/lib/postgresql/data")], ports: [5432], stopSignal: "SIGINT",
      programs: ["postgres", "psql", "pg_isready", "docker-entrypoint.sh"],
      folders: ["/var/lib/postgresql/data", "/docker-entrypoint-initdb.d"],
      accounts: ["postgres:x:999:999::/var/lib/postgresql:/bin/bash"]),
    versionVariable: "PG_VERSION")

  /// A database on port 3306 that wants to be told about its root password.
  static let mysql = ImageRepository(
    "docker.io/library/mysql", releases: ["9.5.0", "8.4.7", "8.0.44", "5.7.44", "5.6.51"],
    sizeBytes: 236_000_000, on: .oracle("9"), variableOfVersion: "MYSQL_VERSION",
    ImageFacts(
      entrypoint: entrypoint, command: ["mysqld"], ports: [3306, 33060],
      programs: ["mysqld", "mysqladmin", "mysql", "docker-entrypoint.sh"],
      folders: ["/var/lib/mysql", "/docker-entrypoint-initdb.d"],
      accounts: ["mysql:x:999:999::/var/lib/mysql:/bin/bash"]))

  static let mariadb = ImageRepository(
    "docker.io/library/mariadb", releases: ["12.1.2", "11.8.5", "11.4.9", "10.11.15", "10.6.24"],
    sizeBytes: 105_000_000, on: .ubuntu("24.04"), variableOfVersion: "MARIADB_VERSION",
    ImageFacts(
      entrypoint: entrypoint, command: ["mariadbd"], ports: [3306],
      programs: ["mariadbd", "mysqld", "mariadb-admin", "mariadb", "docker-entrypoint.sh"],
      folders: ["/var/lib/mysql", "/docker-entrypoint-initdb.d"],
      accounts: ["mysql:x:999:999::/home/mysql:/bin/sh"]))

  static let mongo = ImageRepository(
    "docker.io/library/mongo",
    releases: ["8.2.2", "8.0.16", "7.0.26", "6.0.26", "5.0.32", "4.4.30"],
    sizeBytes: 290_000_000, on: .ubuntu("24.04"), variableOfVersion: "MONGO_VERSION",
    ImageFacts(
      entrypoint: entrypoint, command: ["mongod"], ports: [27017],
      programs: ["mongod", "mongosh", "docker-entrypoint.sh"], folders: ["/data/db"],
      accounts: ["mongodb:x:999:999::/data/db:/bin/sh"]))

  static let rabbitmq = ImageRepository(
    name: "docker.io/library/rabbitmq", releases: ["4.2.1", "4.1.6", "3.13.7", "3.12.14"],
    variants: [
      .init(names: [""], sizeBytes: 100_000_000, distribution: .ubuntu("24.04")),
      .init(names: ["management"], sizeBytes: 110_000_000, distribution: .ubuntu("24.04")),
      .init(names: ["alpine"], sizeBytes: 61_000_000, distribution: .alpine("3.22")),
      .init(names: ["management-alpine"], sizeBytes: 71_000_000, distribution: .alpine("3.22")),
    ],
    facts: ImageFacts(
      entrypoint: entrypoint, command: ["rabbitmq-server"], ports: [5672, 15692],
      programs: ["rabbitmq-server", "rabbitmq-diagnostics", "docker-entrypoint.sh"],
      folders: ["/var/lib/rabbitmq"],
      accounts: ["rabbitmq:x:999:999::/var/lib/rabbitmq:/bin/sh"]),
    versionVariable: "RABBITMQ_VERSION")
}
