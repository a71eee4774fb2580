import Testing

@testable import Nodes

@Suite struct ImageTests {
  @Test(arguments: [
    ("nginx", true), ("nginx:1.27", true), ("nginx:1.27.4-alpine", true), ("nginx:9.99", false),
    ("nginx:no-such-tag", false), ("busybox:1.36", true), ("redis:7.2", true),
    ("docker.io/library/nginx:1.27", true), ("registry.k8s.io/pause:3.10", true),
    ("example-team/shop:1.0", false), ("postgres:16", true), ("alpine:3.20", true),
    ("nginx:1.27-alpine3.20", true), ("nginx:1.27-nonsense", false), ("debian:12-slim", true),
    ("debian:bookworm", true), ("node:lts-alpine", true), ("traefik/whoami:v1.10", true),
    ("redis:7-bookworm", true), ("kindest/kindnetd:v20250512-df8de77b", true),
    ("registry.k8s.io/etcd:3.6.6-0", true), ("quay.io/team/app:1", false),
    ("python:3.12-slim", true), ("ubuntu:24.04", true), ("mysql:8.0", true), ("node:22", true),
  ])
  func exists(name: String, isThere: Bool) {
    if case .found(let facts) = ImageCatalog.find(ImageName(name)) {
      #expect(isThere)
      let digest = facts.identity(of: ImageName(name)).split(separator: "@").last
      #expect(digest?.utf8.count == 71)
    } else {
      #expect(!isThere)
    }
  }

  @Test(arguments: [
    ("nginx:1.27", "1.27.5", "Debian GNU/Linux 12"),
    ("alpine:3.20", "3.20.0", "Alpine Linux v3.20"),
    ("ubuntu:22.04", "22.04", "Ubuntu 22.04"), ("debian:13", "13.2", "Debian GNU/Linux 13"),
    ("nginx:1.27-alpine3.20", "1.27.5", "Alpine Linux v3.20"),
  ])
  func isBuiltOn(name: String, version: String, system: String) throws {
    guard case .found(let facts) = ImageCatalog.find(ImageName(name)) else {
      Issue.record("no \(name)")
      return
    }
    #expect(facts.version == version)
    let release = try #require(facts.root.text("/etc/os-release"))
    #expect(release.contains(system))
  }

  @Test(arguments: [
    ("Nginx:1.27", "repository name (library/Nginx) must be lowercase"),
    ("nginx:a b", "invalid reference format"), ("nginx@sha256:12", "invalid reference format"),
    ("ngi nx", "invalid reference format"), ("nginx:", "invalid reference format"),
  ])
  func isNoName(text: String, problem: String) {
    #expect(ImageName(text).problem?.hasSuffix(problem) == true)
  }

  /// What a system is said to bring can be run.
  @Test(arguments: ToolTable.busybox.union(ToolTable.debian).sorted())
  func everyProgramIsThere(name: String) {
    #expect(ToolTable.byName[name] != nil)
  }

  @Test func digestsNameImages() {
    let digest = ImageDigest.of("docker.io/library/nginx", "1.27")
    guard case .found(let facts) = ImageCatalog.find(ImageName("nginx@\(digest)")) else {
      Issue.record("no such digest")
      return
    }
    #expect(facts.version == "1.27.5")
    let other = "sha256:" + String(repeating: "0", count: 64)
    guard case .missing(let why) = ImageCatalog.find(ImageName("nginx@\(other)")) else { return }
    #expect(why == "failed to resolve image: docker.io/library/nginx@\(other): not found")
  }

  @Test func credentialsAreRead() {
    let text =
      "{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\"dTpw\"},"
      + "\"reg.example.com\":{\"username\":\"a\",\"password\":\"b\",\"email\":\"c\"}}}"
    #expect(
      PullCredential.read(dockerConfiguration: text) == [
        PullCredential(host: "docker.io", username: "u", password: "p"),
        PullCredential(host: "reg.example.com", username: "a", password: "b"),
      ])
  }
}
