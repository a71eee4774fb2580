import Engine
import Testing

@testable import Nodes

/// What a redis answers and remembers.
@Suite struct RedisTests {
  private static func bench(_ args: [String] = []) -> Bench {
    var bench = Bench()
    bench.start("cache", "redis:7.2", args: args)
    return bench
  }

  @Test(
    arguments: [
      ("SET a 1", "OK\n"), ("GET none", "\n"), ("INCRBY n 5", "5\n"), ("APPEND a x", "1\n"),
      ("LPUSH l 1 2 3", "3\n"), ("RPUSH l 1\nLRANGE l 0 -1", "1\n1\n"),
      ("LPUSH l 1 2\nLRANGE l 0 -1\nLLEN l\nRPOP l", "2\n2\n1\n2\n1\n"),
      ("HSET h f v g w\nHGETALL h\nHGET h f", "2\nf\nv\ng\nw\nv\n"),
      ("SADD s b a b\nSMEMBERS s\nSISMEMBER s a", "2\na\nb\n1\n"),
      ("SET k v EX 10\nTTL k\nPERSIST k\nTTL k\nTTL none", "OK\n10\n1\n-1\n-2\n"),
      ("MSET a 1 b 2\nKEYS *\nDBSIZE\nFLUSHALL\nDBSIZE", "OK\na\nb\n2\nOK\n0\n"),
      ("SET a \"two words\"\nGET a\nTYPE a\nSTRLEN a", "OK\ntwo words\nstring\n9\n"),
      ("SET a x\nINCR a", "OK\nERR value is not an integer or out of range\n"),
      (
        "SET a x\nLPUSH a 1",
        "OK\nWRONGTYPE Operation against a key holding the wrong kind of value\n"
      ),
      ("GET", "ERR wrong number of arguments for 'get' command\n"),
      ("NOPE x", "ERR unknown command 'NOPE', with args beginning with: 'x' \n"),
      ("PING\nPING hello\nECHO x", "PONG\nhello\nx\n"),
      ("CONFIG GET maxmemory", "maxmemory\n0\n"),
    ])
  func answers(commands: String, output: String) {
    var bench = Self.bench()
    #expect(bench.run(["redis-cli"], in: "cache", stdin: commands + "\n").out == output)
  }

  @Test func forgetsWhatHasExpired() {
    var bench = Self.bench()
    _ = bench.run(["redis-cli", "SET", "a", "1", "EX", "10"], in: "cache")
    bench.advance(.seconds(9))
    #expect(bench.run(["redis-cli", "GET", "a"], in: "cache").out == "1\n")
    bench.advance(.seconds(2))
    #expect(bench.run(["redis-cli", "GET", "a"], in: "cache").out == "\n")
  }

  @Test func wantsItsPassword() {
    var bench = Self.bench(["redis-server", "--requirepass", "secret"])
    #expect(
      bench.run(["redis-cli", "ping"], in: "cache").out == "NOAUTH Authentication required.\n")
    #expect(bench.run(["redis-cli", "-a", "secret", "ping"], in: "cache").out == "PONG\n")
    #expect(bench.run(["redis-cli", "-a", "no", "ping"], in: "cache").errors.contains("WRONGPASS"))
  }

  @Test func keepsItsKeysOnDisk() {
    var bench = Bench(volumes: ["data": FileTree()])
    bench.start("cache", "redis:7.2", mounts: [("data", "/data")])
    _ = bench.run(["redis-cli", "SET", "color", "red"], in: "cache")
    bench.sandbox.signal("cache", .terminate, at: bench.now)
    bench.advance(.seconds(1))
    #expect(bench.sandbox.exit(of: "cache")?.exitCode == 0)
    #expect(bench.log("cache").contains("DB saved on disk"))
    bench.start("cache", "redis:7.2", mounts: [("data", "/data")])
    #expect(bench.run(["redis-cli", "GET", "color"], in: "cache").out == "red\n")
  }

  @Test func readsItsFile() {
    let file = "port 7000\nmaxmemory 2mb\nmaxmemory-policy allkeys-lru\n"
    var bench = Bench(volumes: ["conf": FileTree(files: [("/redis.conf", file)])])
    bench.start(
      "cache", "redis:7.2", ["redis-server", "/etc/redis/redis.conf"],
      mounts: [("conf", "/etc/redis")])
    let answer = bench.run(["redis-cli", "-p", "7000", "CONFIG", "GET", "maxmemory"], in: "cache")
    #expect(answer.out == "maxmemory\n2097152\n")
  }
}
