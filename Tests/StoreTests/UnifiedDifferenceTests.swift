import Objects
import Testing

@testable import Store

@Suite struct UnifiedDifferenceTests {
  private static let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)

  private static func changed(_ changes: [Int: [String]]) -> [String] {
    letters.enumerated().flatMap { changes[$0.offset] ?? [$0.element] }
  }

  @Test(arguments: [
    ([:], ""),
    ([4: ["E"]], "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n"),
    ([0: []], "@@ -1,4 +1,3 @@\n-a\n b\n c\n d\n"),
    ([25: ["z", "!"]], "@@ -24,3 +24,4 @@\n x\n y\n z\n+!\n"),
    ([4: ["E"], 9: []], "@@ -2,12 +2,11 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n i\n-j\n k\n l\n m\n"),
    (
      [4: ["E"], 20: ["U"]],
      "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n@@ -18,7 +18,7 @@\n r\n s\n t\n-u\n+U\n"
        + " v\n w\n x\n"
    ),
  ])
  func showsWhatDiffers(_ changes: [Int: [String]], _ text: String) {
    #expect(UnifiedDifference(Self.letters, Self.changed(changes)).text == text)
  }

  @Test(arguments: [
    ("dnsPolicy", "DNSPolicy"), ("hostAliases", "HostAliases"), ("nodeName", "NodeName"),
  ])
  func namesFieldsAsGoDoes(_ outer: String, _ inner: String) {
    var spec = PodSpec()
    spec.dnsPolicy = "x"
    spec.nodeName = "x"
    spec.unlisted["hostAliases"] = [["ip": "x"]]
    let text = InnerForm.of(spec).compact
    #expect(text.contains("\"\(inner)\":"))
    #expect(!text.contains("\"\(outer)\":"))
    #expect(text.contains("\"SecurityContext\":{\"HostNetwork\":false,"))
    #expect(text.contains("\"HostAliases\":[{\"IP\":\"x\",\"Hostnames\":null}]"))
  }
}
