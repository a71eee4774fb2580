/// Every program there is, by its name. Adding one is a new type and a line here.
enum ToolTable {
  private static let tools: [any Tool.Type] = [
    Echo.self, Printf.self, Cat.self, ListFolder.self, Copy.self, Move.self, Remove.self,
    MakeFolder.self, Touch.self, Head.self, Tail.self, Count.self, Grep.self, Sort.self, Cut.self,
    Sleep.self, DateTool.self, Env.self, Hostname.self, Identity.self, ProcessList.self, Kill.self,
    Test.self, True.self, False.self, Sequence.self, ShellTool.self, Netstat.self, Wget.self,
    Curl.self, Netcat.self, Telnet.self, Ping.self, Lookup.self, GetEntries.self, PageServer.self,
    Nginx.self,
    Redis.self, RedisClient.self, Pause.self, Postgres.self, Duplicate.self, ReadLink.self,
    Uname.self, WorkingFolder.self, Replace.self, Unique.self, Tee.self, ChangeMode.self,
    DiskFree.self, Agnhost.self, Entrypoint.self, Apache.self, Yes.self, Translate.self,
    Awk.self, BaseName.self, Link.self, Find.self, Arguments.self, Timeout.self, Stat.self,
    Interfaces.self, MountList.self, MessageDigest.self, Base64Tool.self,
    MySQL.self, MySQLClient.self, Queues.self, QueueChecks.self,
    Memcached.self, PostgresClient.self, PostgresCheck.self,
    Interpreters.self, Stress.self,
    ReckoningServer.self,
    ExampleServer.self, MemoryFree.self, SystemServers.self,
  ]

  /// Where a program of the image lies.
  static func path(of name: String) -> String { "/bin/" + name }

  private static let byName: [String: any Tool.Type] = {
    var byName: [String: any Tool.Type] = [:]
    for tool in tools {
      for name in tool.names { byName[name] = tool }
    }
    return byName
  }()

  enum Found {
    case found(any Tool.Type)
    case notExecutable
    case missing
  }

  /// The program that a name means in a container: what its image brings.
  static func lookUp(_ name: String, in instance: ContainerInstance) -> Found {
    let base = name.contains("/") ? FileTree.name(of: name) : name
    if let own = instance.image.server, own.name == base { return .found(OwnProgram.self) }
    guard let tool = byName[base], instance.image.programs.contains(base) else { return .missing }
    let folders = ["/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/", "/usr/local/bin/", "/"]
    if name.contains("/"), !folders.contains(where: { $0 + base == name }) { return .missing }
    return .found(tool)
  }

  /// What busybox brings.
  static let busybox: Set<String> = [
    "echo", "printf", "cat", "ls", "cp", "mv", "rm", "mkdir", "touch", "head", "tail", "wc", "grep",
    "sort", "cut", "sleep", "date", "env", "printenv", "hostname", "id", "whoami", "ps", "kill",
    "test", "[", "true", "false", "seq", "sh", "ash", "netstat", "wget", "nc", "telnet", "ping",
    "nslookup", "httpd", "dd", "readlink", "uname", "pwd", "sed", "uniq", "tee", "chmod", "df",
    "yes", "rmdir", "egrep", "busybox", "tr", "awk", "basename", "dirname", "ln", "find", "xargs",
    "timeout", "stat", "ip", "ifconfig", "route", "arp", "mount", "fgrep", "md5sum", "base64",
    "free",
  ]

  /// What a small Debian image brings.
  static let debian: Set<String> = [
    "echo", "printf", "cat", "ls", "cp", "mv", "rm", "mkdir", "touch", "head", "tail", "wc", "grep",
    "sort", "cut", "sleep", "date", "env", "printenv", "hostname", "id", "whoami", "kill", "test",
    "[", "true", "false", "seq", "sh", "bash", "dd", "readlink", "uname", "pwd", "sed", "uniq",
    "tee", "chmod", "df", "yes", "rmdir", "egrep", "tr", "awk", "basename", "dirname", "ln", "find",
    "xargs", "timeout", "stat", "mount", "fgrep", "md5sum", "base64", "getent",
  ]
}
