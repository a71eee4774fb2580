import Engine
import Testing

@testable import Nodes

/// nginx as its configuration says.
@Suite struct NginxTests {
  private func bench(_ site: String, files: [(path: String, text: String)] = []) -> Bench {
    var bench = Bench(volumes: [
      "conf": FileTree(files: [("/default.conf", site)]), "site": FileTree(files: files),
    ])
    bench.start(
      "web", "nginx:1.27", mounts: [("conf", "/etc/nginx/conf.d"), ("site", "/srv")])
    return bench
  }

  private func ask(_ bench: inout Bench, _ path: String, port: Int = 80) -> (Int, String) {
    let request = HTTPRequest(path: path, headers: ["Host": "web", "User-Agent": "test"])
    let answer = bench.sandbox.ask(port: port, .http(request), from: "10.244.2.9", at: bench.now)
    guard case .answer(let response) = answer else { return (0, "\(answer)") }
    return (response.status, response.body)
  }

  @Test(
    arguments: [
      ("location / { return 200 \"hi $remote_addr $uri\\n\"; }", "/a", 200, "hi 10.244.2.9 /a\n"),
      ("location = /x { return 204; } location / { return 404 no; }", "/x", 204, ""),
      ("location / { return 200 one; } location /deep/ { return 200 two; }", "/deep/x", 200, "two"),
      ("location ~ \\.png$ { return 200 picture; }", "/a.png", 200, "picture"),
      (
        "location ^~ /a { return 200 plain; } location ~ x$ { return 200 re; }", "/ax", 200, "plain"
      ),
      ("root /srv;", "/page.txt", 200, "page\n"),
      ("location /files/ { alias /srv/; }", "/files/page.txt", 200, "page\n"),
      ("root /srv; location / { try_files $uri /page.txt; }", "/nothing", 200, "page\n"),
      ("root /srv; error_page 404 =200 /page.txt;", "/nothing", 200, "page\n"),
      ("root /srv; index page.txt;", "/", 200, "page\n"),
      ("location / { allow 10.0.0.0/8; deny all; return 200 in; }", "/", 200, "in"),
      (
        "rewrite ^/old/(.*)$ /new/$1 last; location /new { return 200 $uri; }", "/old/a", 200,
        "/new/a"
      ),
    ] as [(String, String, Int, String)])
  func answers(site: String, path: String, status: Int, body: String) {
    var bench = bench("server { listen 80; \(site) }", files: [("/page.txt", "page\n")])
    let (found, text) = ask(&bench, path)
    #expect(found == status)
    #expect(text == body)
  }

  @Test(
    arguments: [
      ("root /srv;", "/", 403), ("root /srv;", "/nothing", 404),
      ("location / { deny all; }", "/", 403), ("location / { return 503; }", "/", 503),
      ("location / { proxy_pass http://127.0.0.1:9999; }", "/", 502),
    ] as [(String, String, Int)])
  func refuses(site: String, path: String, status: Int) {
    var bench = bench("server { listen 80; \(site) }", files: [("/page.txt", "page\n")])
    let (found, text) = ask(&bench, path)
    #expect(found == status)
    #expect(text.contains("<center><h1>\(status) "))
    #expect(bench.log("web").contains("\" \(status) "))
  }

  @Test(
    arguments: [
      ("server { listen 80 }", "unexpected \"}\" in /etc/nginx/conf.d/default.conf:1"),
      (
        "server {\n  lisen 80;\n}",
        "unknown directive \"lisen\" in /etc/nginx/conf.d/default.conf:2"
      ),
      (
        "server {\n  listen 80;\n",
        "unexpected end of file, expecting \"}\" in /etc/nginx/conf.d/default.conf:3"
      ),
      (
        "location / { }",
        "\"location\" directive is not allowed here in /etc/nginx/conf.d/default.conf:1"
      ),
      (
        "server { location / { proxy_pass http://nobody; } }",
        "host not found in upstream \"nobody\" in /etc/nginx/conf.d/default.conf:1"
      ),
      (
        "server { listen 80; root; }",
        "invalid number of arguments in \"root\" directive in /etc/nginx/conf.d/default.conf:1"
      ),
    ])
  func saysWhatIsWrong(site: String, problem: String) {
    let bench = bench(site)
    #expect(bench.sandbox.exit(of: "web")?.exitCode == 1)
    #expect(bench.log("web").hasSuffix("nginx: [emerg] \(problem)\n"))
  }

  @Test func followsItsFileWhenItIsTold() throws {
    var bench = Bench()
    bench.start("web", "nginx:1.27")
    #expect(bench.run(["nginx", "-t"], in: "web").status == 0)
    let site = "server { listen 8080; location / { return 200 new; } }"
    _ = bench.run(["sh", "-c", "echo '\(site)' > /etc/nginx/conf.d/default.conf"], in: "web")
    #expect(ask(&bench, "/", port: 8080).0 == 0)
    #expect(bench.run(["nginx", "-s", "reload"], in: "web").status == 0)
    #expect(ask(&bench, "/", port: 8080) == (200, "new"))
    #expect(ask(&bench, "/").0 == 0)
    _ = bench.run(["sh", "-c", "echo 'broken' > /etc/nginx/conf.d/default.conf"], in: "web")
    #expect(bench.run(["nginx", "-t"], in: "web").status == 1)
    #expect(ask(&bench, "/", port: 8080) == (200, "new"))
  }

  @Test func sendsOnToOthers() {
    var bench = bench(
      "upstream app { server 127.0.0.1:9000; }\n"
        + "server { listen 80; location /api/ { proxy_pass http://app/; proxy_set_header X-A b; } }"
    )
    bench.start(
      "app", "busybox:1.36", ["sh", "-c", "mkdir /w; echo hi > /w/a; httpd -f -p 9000 -h /w"])
    #expect(ask(&bench, "/api/a") == (200, "hi\n"))
    #expect(bench.log("web").contains("\"GET /api/a HTTP/1.1\" 200 3"))
  }

  @Test func templatesTakeTheEnvironment() {
    let template = "server { listen ${PORT}; location / { return 200 $uri; } }"
    var bench = Bench(volumes: ["t": FileTree(files: [("/default.conf.template", template)])])
    bench.start(
      "web", "nginx:1.27", environment: [("PORT", "8081")], mounts: [("t", "/etc/nginx/templates")])
    #expect(ask(&bench, "/x", port: 8081) == (200, "/x"))
  }
}
