import Engine
import Testing

@testable import Nodes

/// Databases, queues and languages: how they start, what they need, what they answer.
@Suite struct StoreTests {
  @Test(
    arguments: [
      ("postgres:16", "POSTGRES_PASSWORD", "Error: Database is uninitialized"),
      ("mysql:8.0", "MYSQL_ROOT_PASSWORD", "password option is not specified"),
      ("mariadb:11", "MARIADB_ROOT_PASSWORD", "password option is not specified"),
    ])
  func wantsAPassword(image: String, variable: String, reason: String) {
    var bench = Bench()
    bench.start("db", image)
    #expect(bench.sandbox.exit(of: "db")?.exitCode == 1)
    #expect(bench.log("db").contains(reason))
    #expect(bench.log("db").contains(variable))
    bench = Bench()
    bench.start("db", image, environment: [(variable, "secret")])
    bench.advance(.seconds(30))
    #expect(bench.sandbox.exit(of: "db") == nil)
    #expect(bench.log("db").contains("ready"))
    bench.sandbox.signal("db", .terminate, at: bench.now)
    bench.advance(.seconds(5))
    #expect(bench.sandbox.exit(of: "db")?.exitCode == 0)
  }

  @Test func dataOutlivesTheContainer() {
    var bench = Bench(volumes: ["data": FileTree()])
    let mounts = [(volume: "data", path: "/var/lib/postgresql/data")]
    let password = [(name: "POSTGRES_PASSWORD", value: "x")]
    bench.start("db", "postgres:16", environment: password, mounts: mounts)
    #expect(bench.run(["pg_isready"], in: "db").status == 2)
    bench.advance(.seconds(10))
    #expect(bench.run(["pg_isready"], in: "db").status == 0)
    #expect(bench.run(["cat", "/var/lib/postgresql/data/PG_VERSION"], in: "db").out == "16\n")
    bench.start("db", "postgres:16", mounts: mounts)
    bench.advance(.seconds(1))
    #expect(bench.log("db").contains("Skipping initialization"))
    #expect(bench.run(["pg_isready"], in: "db").status == 0)
  }

  @Test(
    arguments: [
      (["psql", "-U", "app", "-tAc", "select 1"], "1\n", 0),
      (
        ["psql", "-U", "app", "-c", "SELECT 1;"], " ?column? \n----------\n        1\n(1 row)\n\n",
        0
      ),
      (["psql", "-U", "nobody", "-c", "select 1"], "role \"nobody\" does not exist", 2),
      (
        ["psql", "-U", "app", "-d", "none", "-c", "select 1"], "database \"none\" does not exist", 2
      ),
      (["psql", "-U", "app", "-c", "create table t (a int)"], "podlab: ", 1),
    ] as [([String], String, Int)])
  func answersQuestions(words: [String], text: String, status: Int) {
    var bench = Bench()
    bench.start(
      "db", "postgres:16", environment: [("POSTGRES_PASSWORD", "x"), ("POSTGRES_USER", "app")])
    bench.advance(.seconds(10))
    let result = bench.run(words, in: "db")
    #expect(result.status == status)
    #expect((result.out + result.errors).contains(text))
  }

  @Test func mysqlLetsInWhoKnowsThePassword() {
    var bench = Bench()
    bench.start(
      "db", "mysql:8.0",
      environment: [("MYSQL_ROOT_PASSWORD", "secret"), ("MYSQL_DATABASE", "shop")])
    #expect(bench.run(["mysqladmin", "ping"], in: "db").status == 1)
    bench.advance(.seconds(30))
    #expect(
      bench.run(["mysqladmin", "ping", "-h", "localhost"], in: "db").out == "mysqld is alive\n")
    let shown = bench.run(["mysql", "-uroot", "-psecret", "-e", "show databases"], in: "db").out
    #expect(shown.contains("shop\n"))
    let refused = bench.run(["mysql", "-uroot", "-e", "select 1"], in: "db")
    #expect(refused.errors.hasPrefix("ERROR 1045 (28000): Access denied for user 'root'"))
  }

  @Test func memcachedKeepsItems() {
    var bench = Bench.busybox
    bench.start("cache", "memcached:1.6")
    #expect(bench.log("cache").isEmpty)
    let talk = "set a 0 0 2\r\nhi\r\nget a\r\nget b\r\ndelete a\r\nquit\r\n"
    let answer = bench.run(["nc", "localhost", "11211"], stdin: talk).out
    #expect(answer == "STORED\r\nVALUE a 0 2\r\nhi\r\nEND\r\nEND\r\nDELETED\r\n")
  }

  @Test(
    arguments: [
      ("python:3.12-slim", ["python3", "--version"], "Python 3.12.12\n", 0),
      ("python:3.12-slim", ["python3", "-c", "import os; print('a', 1)"], "a 1\n", 0),
      ("python:3.12-slim", ["python3", "-c", "import sys; sys.exit(3)"], "", 3),
      ("python:3.12-slim", ["python3", "-c", "print([x for x in y])"], "", 1),
      ("node:22", ["node", "-e", "console.log('hi')"], "hi\n", 0),
      ("node:22", ["node", "--version"], "v22.21.1\n", 0),
      ("golang:1.25", ["go", "version"], "go version go1.25.4 linux/amd64\n", 0),
    ] as [(String, [String], String, Int)])
  func speaksALittle(image: String, words: [String], output: String, status: Int) {
    var bench = Bench()
    bench.start("app", image, ["sleep", "3600"])
    let result = bench.run(words, in: "app")
    #expect(result.out == output)
    #expect(result.status == status)
    if output.isEmpty, status == 1 { #expect(result.errors.hasPrefix("podlab: ")) }
  }

  @Test func piIsRight() {
    #expect(PiDigits.text(places: 30) == "3.141592653589793238462643383280")
    #expect(PiDigits.text(places: 1999).count == 2001)
  }

  @Test func pythonServesPages() {
    var bench = Bench.busybox
    bench.start("web", "python:3.12-slim", ["python3", "-m", "http.server", "8000"])
    #expect(bench.run(["wget", "-qO-", "localhost:8000"]).out.contains("Directory listing for /"))
    #expect(bench.log("web").contains("\"GET / HTTP/1.1\" 200 -"))
    bench.sandbox.signal("web", .terminate, at: bench.now)
    bench.advance(.seconds(5))
    #expect(bench.sandbox.exit(of: "web") == nil)
  }

  @Test func languagesWithoutATerminalEndAtOnce() {
    for image in ["python:3.12", "node:22", "golang:1.25"] {
      var bench = Bench()
      bench.start("app", image)
      #expect(bench.sandbox.exit(of: "app")?.exitCode == 0)
    }
  }

  @Test func agnhostAnswers() {
    var bench = Bench.busybox
    bench.start("test", "registry.k8s.io/e2e-test-images/agnhost:2.40", args: ["netexec"])
    #expect(bench.run(["wget", "-qO-", "localhost:8080/hostname"]).out == "app")
    #expect(bench.run(["wget", "-qO-", "localhost:8080/echo?msg=hi"]).out == "hi")
    _ = bench.run(["wget", "-qO-", "localhost:8080/exit?code=3"])
    bench.advance(.seconds(1))
    #expect(bench.sandbox.exit(of: "test")?.exitCode == 3)
    bench.start("live", "registry.k8s.io/e2e-test-images/agnhost:2.40", args: ["liveness"])
    #expect(bench.run(["wget", "-qO-", "localhost:8080/healthz"]).out == "ok")
    bench.advance(.seconds(11))
    #expect(bench.run(["wget", "-qO-", "localhost:8080/healthz"]).errors.contains("500"))
  }
}
