import Testing

@testable import Kubectl

/// What kubectl takes for an image before it asks anybody.
@Suite struct ImageTextTests {
  @Test(arguments: [
    "nginx", "nginx:1.27", "team/web", "team/web_app:v1", "a__b", "a--b", "localhost:5000/web",
    "Registry.example.com/web", "Registry/web", "[fd00::1]:5000/web:1", "nginx:_x",
    "nginx@sha256:\(String(repeating: "0a", count: 16))",
    "nginx:1.27@sha256:\(String(repeating: "f", count: 64))",
    "nginx:\(String(repeating: "1", count: 128))",
  ])
  func takes(_ image: String) {
    #expect(ImageText.isValid(image))
  }

  @Test(arguments: [
    "", " ", "nginx:", ":1", "nginx:a:b", "nginx 1", "NGINX", "team/Web", "team//web", "/web",
    "web/", "a___b", "a..b", "-web", "nginx:.x", "nginx@sha256:12", "nginx@sha256",
    "host:port/web", "nginx\n", "nginx:\(String(repeating: "1", count: 129))",
  ])
  func refuses(_ image: String) {
    #expect(!ImageText.isValid(image))
  }
}
