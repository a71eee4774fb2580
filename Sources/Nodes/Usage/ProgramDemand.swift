import Engine

/// What programs want of a machine while nobody asks anything of them.
enum ProgramDemand {
  /// A core, used without a pause.
  static let wholeCore = 1000

  /// Cpu in thousandths of a core and memory in KiB, of order of magnitude as measured on a small
  /// cluster.
  private static let idle: [String: (cpuMillis: Int, kibibytes: Int)] = [
    "nginx": (1, 7_400), "httpd-foreground": (1, 9_200), "httpd": (0, 400),
    "redis-server": (3, 4_300), "postgres": (2, 38_000), "mysqld": (9, 440_000),
    "mariadbd": (3, 98_000), "mongod": (7, 165_000), "memcached": (1, 2_300),
    "rabbitmq-server": (8, 132_000), "pause": (0, 260), "agnhost": (1, 7_800),
    "http-echo": (1, 2_600), "hello-app": (1, 3_100), "whoami-server": (1, 2_400),
    "apache2-foreground": (1, 11_500), "etcd": (24, 47_000), "kube-apiserver": (48, 236_000),
    "kube-controller-manager": (16, 54_000), "kube-scheduler": (5, 23_000),
    "kube-proxy": (1, 16_500), "coredns": (2, 14_300), "metrics-server": (4, 19_600),
    "kindnetd": (1, 12_800), "bash": (0, 1_900), "python3": (0, 9_800),
    "python": (0, 9_800), "node": (1, 42_000), "bootcamp-server": (1, 41_000),
    "run.sh": (1, 5_200), "valkey-server": (3, 4_200), "sh": (0, 620), "ash": (0, 620),
  ]

  /// Small tools that wait.
  private static let small = (cpuMillis: 0, kibibytes: 330)

  static func of(_ process: Process) -> ProcessDemand {
    guard process.isRunning, !process.isAccountedFor else { return ProcessDemand() }
    if let demand = process.server?.daemon.idleDemand {
      return demand
    }
    let name = process.title.first.map(FileTree.name) ?? ""
    let facts = idle[name] ?? process.server.flatMap { idle[$0.daemon.name] } ?? small
    var demand = ProcessDemand(cpuMillis: facts.cpuMillis, memoryBytes: facts.kibibytes << 10)
    if let work = process.work { demand += work }
    return demand
  }
}

extension ContainerInstance {
  /// Takes note of what its processes want from now on.
  mutating func measure(at now: SimTime) {
    var demand = ProcessDemand()
    for process in processes { demand += ProgramDemand.of(process) }
    let microseconds = Int64(turns.takeCounted())
    if turns.isPaused(at: now) {
      // What is held goes on computing, as far as anybody can see.
      demand.cpuMillis = max(demand.cpuMillis, ProgramDemand.wholeCore)
    } else if microseconds > 0 {
      meter.spend(cpuMicroseconds: microseconds, at: now)
    }
    meter.note(demand, at: now)
  }
}
