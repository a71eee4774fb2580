import Testing

@testable import Nodes

@Suite struct ImageTests {
  @Test(arguments: [
    ("nginx", true), ("nginx:1.27", true), ("nginx:1.27.4-alpine", true), ("nginx:9.99", false),
    ("nginx:no-such-tag", false), ("busybox:1.36", true), ("redis:7.2", true),
    ("docker.io/library/nginx:1.27", true), ("registry.k8s.io/pause:3.10", true),
    ("example-team/shop:1.0", false), ("postgres:16", true), ("alpine:3.20", true),
    ("python:3.12-slim", true), ("ubuntu:24.04", true), ("mysql:8.0", true), ("node:22", true),
  ])
  func exists(name: String, isThere: Bool) {
    if case .found(let facts) = ImageCatalog.find(ImageName(name)) {
      #expect(isThere)
      #expect(facts.digest(of: ImageName(name)).count == 71)
    } else {
      #expect(!isThere)
    }
  }
}
