import Engine
import Objects
import Testing

@testable import Nodes

/// One pod's network: its containers share it.
@Suite struct InsideNetworkTests {
  @Test func localhostIsShared() {
    var bench = Bench.busybox
    bench.start("web", "nginx:1.27")
    let page = bench.run(["wget", "-qO-", "http://localhost"])
    #expect(page.out == PodSandbox.welcomePage)
    #expect(page.out.utf8.count == 121)
    #expect(bench.log("web").hasSuffix("\"GET / HTTP/1.1\" 200 121 \"-\" \"Wget\"\n"))
    #expect(bench.run(["nc", "-zv", "localhost", "80"]).status == 0)
    #expect(bench.run(["hostname"], in: "web").out == bench.run(["hostname"]).out)
    #expect(bench.run(["sh", "-c", "wget -qO- localhost | grep title"]).out.contains("Welcome"))
  }

  @Test(
    arguments: [
      (
        ["wget", "-qO-", "http://localhost"],
        "wget: can't connect to remote host (127.0.0.1): Connection refused\n", 1
      ),
      (
        ["wget", "-O-", "http://localhost:80"],
        "Connecting to localhost:80 (127.0.0.1:80)\n"
          + "wget: can't connect to remote host (127.0.0.1): Connection refused\n",
        1
      ),
      (["nc", "-zv", "localhost", "80"], "", 1),
      (
        ["telnet", "localhost", "80"],
        "telnet: can't connect to remote host (127.0.0.1): Connection refused\n", 1
      ),
      (["wget", "-qO-", "http://nosuch"], "wget: bad address 'nosuch'\n", 1),
      (["nc", "-zv", "nosuch", "80"], "nc: bad address 'nosuch'\n", 1),
      (["ping", "-c", "1", "nosuch"], "ping: bad address 'nosuch'\n", 1),
      (["wget", "-T", "2", "-qO-", "http://10.96.0.99"], "wget: download timed out\n", 1),
    ] as [([String], String, Int)])
  func nobodyAnswers(words: [String], errors: String, status: Int) {
    var bench = Bench.busybox
    let result = bench.run(words)
    #expect(result.errors == errors)
    #expect(result.status == status)
  }

  @Test(
    arguments: [
      (
        ["curl", "-sS", "http://localhost"],
        "curl: (7) Failed to connect to localhost port 80 after 0 ms: Couldn't connect to server\n",
        7
      ),
      (["curl", "-sS", "http://nosuch"], "curl: (6) Could not resolve host: nosuch\n", 6),
      (["curl", "-s", "http://nosuch"], "", 6),
    ] as [([String], String, Int)])
  func curlFails(words: [String], errors: String, status: Int) {
    var bench = Bench()
    bench.start("app", "nginx:1.27", ["sleep", "3600"])
    let result = bench.run(words)
    #expect(result.errors == errors)
    #expect(result.status == status)
  }

  @Test func aPortIsTakenOnce() {
    var bench = Bench()
    bench.start("first", "nginx:1.27")
    bench.start("second", "nginx:1.27")
    bench.advance(.seconds(1))
    #expect(bench.sandbox.exit(of: "second") == nil)
    bench.advance(.seconds(3))
    #expect(bench.sandbox.exit(of: "second")?.exitCode == 1)
    let lines = bench.log("second").split(separator: "\n").suffix(3).map { $0.dropFirst(20) }
    #expect(lines[0] == "[notice] 1#1: try again to bind() after 500ms")
    #expect(lines[1] == "[emerg] 1#1: still could not bind()")
    #expect(bench.log("second").hasSuffix("nginx: [emerg] still could not bind()\n"))
    #expect(bench.sandbox.exit(of: "first") == nil)
    let code = bench.run(
      ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "http://localhost"], in: "first")
    #expect(code.out == "200")
    bench.start("third", "busybox:1.36", ["httpd", "-f", "-p", "80"])
    #expect(bench.log("third") == "httpd: bind: Address already in use\n")
    #expect(bench.sandbox.exit(of: "third")?.exitCode == 1)
  }

  @Test func onlyLocalhostIsListenedOn() {
    var bench = Bench.busybox
    bench.start(
      "shy", "busybox:1.36",
      [
        "sh", "-c",
        "mkdir /www; echo hi > /www/index.html; exec httpd -f -p 127.0.0.1:8080 -h /www",
      ])
    #expect(bench.run(["wget", "-qO-", "http://localhost:8080"]).out == "hi\n")
    #expect(bench.run(["wget", "-qO-", "http://10.244.1.2:8080"]).status == 1)
    #expect(bench.sandbox.ask(port: 8080, .open, from: "10.244.1.9", at: bench.now) == .refused)
  }

  @Test func filesOfTheServerAreItsContainers() {
    var bench = Bench(volumes: ["site": FileTree(files: [("/index.html", "mine\n")])])
    bench.start("web", "nginx:1.27", mounts: [("site", "/usr/share/nginx/html")])
    #expect(bench.run(["curl", "-s", "localhost"], in: "web").out == "mine\n")
    #expect(bench.run(["curl", "-s", "localhost/none"], in: "web").out.contains("404 Not Found"))
  }

  @Test func redisRemembers() {
    var bench = Bench()
    bench.start("cache", "redis:7.2")
    let calls = [
      (["ping"], "PONG\n"), (["set", "color", "red"], "OK\n"), (["get", "color"], "red\n"),
      (["get", "none"], "\n"), (["incr", "n"], "1\n"), (["incr", "n"], "2\n"),
      (["del", "n"], "1\n"),
    ]
    for (words, output) in calls {
      #expect(bench.run(["redis-cli"] + words, in: "cache").out == output)
    }
  }

  @Test func examplesAnswer() {
    var bench = Bench.busybox
    bench.start("echo", "hashicorp/http-echo", args: ["-text=hi there", "-listen=:9999"])
    bench.start("hello", "gcr.io/google-samples/hello-app:1.0")
    #expect(bench.run(["wget", "-qO-", "localhost:9999"]).out == "hi there\n")
    #expect(bench.run(["wget", "-qO-", "localhost:8080"]).out.hasSuffix("Hostname: app\n"))
  }

  @Test func netcatTalks() {
    var bench = Bench.busybox
    bench.start("echo", "busybox:1.36", ["sh", "-c", "echo hello | nc -l -p 9000; echo served"])
    #expect(bench.run(["nc", "localhost", "9000"], stdin: "hi\n").out == "hello\n")
    bench.advance(.seconds(1))
    #expect(bench.log("echo") == "hi\nserved\n")
    #expect(bench.sandbox.exit(of: "echo")?.exitCode == 0)
  }

  @Test func databasesWantAPassword() {
    var bench = Bench()
    bench.start("db", "postgres:16")
    #expect(bench.sandbox.exit(of: "db")?.exitCode == 1)
    #expect(bench.log("db").hasPrefix("Error: Database is uninitialized"))
    bench = Bench()
    bench.start("db", "postgres:16", environment: [("POSTGRES_PASSWORD", "x")])
    bench.advance(.seconds(30))
    #expect(bench.sandbox.exit(of: "db") == nil)
  }
}
