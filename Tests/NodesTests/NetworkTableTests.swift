import Engine
import Objects
import Testing

@testable import Nodes

/// The parts of the network that know nothing of pods.
@Suite struct NetworkTableTests {
  @Test(
    arguments: [
      ("10.244.0.0/16", "10.244.3.7", true), ("10.244.0.0/16", "10.245.0.1", false),
      ("0.0.0.0/0", "8.8.8.8", true), ("10.1.2.3/32", "10.1.2.3", true),
      ("10.1.2.3/32", "10.1.2.4", false), ("10.0.0.0/33", "10.0.0.1", false),
      ("10.0.0.0", "10.0.0.0", false), ("10.96.0.0/12", "10.111.255.255", true),
      ("10.96.0.0/12", "10.112.0.0", false), ("10.0.0.0/8", "name", false),
    ] as [(String, String, Bool)])
  func rangesHoldAddresses(range: String, address: String, isInside: Bool) {
    #expect(AddressRange.contains(range, address) == isInside)
  }

  @Test(
    arguments: [
      ("web", ["web.shop.svc.cluster.local", "web.svc.cluster.local", "web.cluster.local", "web"]),
      (
        "web.shop",
        [
          "web.shop.shop.svc.cluster.local", "web.shop.svc.cluster.local",
          "web.shop.cluster.local", "web.shop",
        ]
      ),
      ("web.shop.svc.cluster.local.", ["web.shop.svc.cluster.local."]),
      (
        "a.b.c.d.e.f",
        [
          "a.b.c.d.e.f", "a.b.c.d.e.f.shop.svc.cluster.local", "a.b.c.d.e.f.svc.cluster.local",
          "a.b.c.d.e.f.cluster.local",
        ]
      ),
    ] as [(String, [String])])
  func shortNamesAreCompleted(name: String, candidates: [String]) {
    var pod = Pod()
    pod.metadata.namespace = "shop"
    #expect(ResolverFile(for: pod).candidates(for: name) == candidates)
  }

  @Test(
    arguments: [
      (
        "ClusterFirst", false,
        "search shop.svc.cluster.local svc.cluster.local cluster.local extra\n"
          + "nameserver 10.96.0.10\nnameserver 1.1.1.1\noptions ndots:2 edns0\n"
      ),
      (
        "ClusterFirst", true,
        "search extra\nnameserver 192.168.0.1\nnameserver 1.1.1.1\noptions ndots:2 edns0\n"
      ),
      (
        "ClusterFirstWithHostNet", true,
        "search shop.svc.cluster.local svc.cluster.local cluster.local extra\n"
          + "nameserver 10.96.0.10\nnameserver 1.1.1.1\noptions ndots:2 edns0\n"
      ),
      (
        "Default", false,
        "search extra\nnameserver 192.168.0.1\nnameserver 1.1.1.1\noptions ndots:2 edns0\n"
      ),
      ("None", false, "search extra\nnameserver 1.1.1.1\noptions ndots:2 edns0\n"),
    ] as [(String, Bool, String)])
  func podsAreToldWhomToAsk(policy: String, isOnHost: Bool, text: String) {
    var pod = Pod()
    pod.metadata.namespace = "shop"
    pod.spec.dnsPolicy = policy
    pod.spec.hostNetwork = isOnHost
    let options: [APIValue] = [
      .object(Members([("name", .string("ndots")), ("value", .string("2"))])),
      .object(Members([("name", .string("edns0"))])),
    ]
    pod.spec.unlisted["dnsConfig"] = .object(
      Members([
        ("nameservers", .array([.string("1.1.1.1")])), ("searches", .array([.string("extra")])),
        ("options", .array(options)),
      ]))
    #expect(ResolverFile(for: pod).text == text)
    #expect(ResolverFile(ResolverFile(for: pod).text) == ResolverFile(for: pod))
  }

  @Test(
    arguments: [
      ("web", "web", 80, "/", false), ("http://web:8080/a?b=c", "web", 8080, "/a?b=c", false),
      ("https://api.shop/x#y", "api.shop", 443, "/x", true),
      ("http://me:secret@web", "web", 80, "/", false), ("web?q", "web", 80, "/?q", false),
    ] as [(String, String, Int, String, Bool)])
  func urlsAreRead(url: String, host: String, port: Int, path: String, isSecure: Bool) {
    let address = WebAddress(url)
    #expect(address?.host == host)
    #expect(address?.port == port)
    #expect(address?.path == path)
    #expect(address?.isSecure == isSecure)
  }

  @Test func switchesAreRead() {
    let words = ["-qO-", "-T", "2", "--header=A: b", "--header", "C: d", "url", "--spider", "-Z"]
    let options = ToolOptions(
      words, short: "qO:T:", long: ["header": "header:", "spider": "spider"])
    #expect(options.has("q"))
    #expect(options["O"] == "-")
    #expect(options.milliseconds("T") == 2000)
    #expect(options.all("header") == ["A: b", "C: d"])
    #expect(options.has("spider"))
    #expect(options.rest == ["url"])
    #expect(options.unknown == "Z")
  }

  @Test func headersAreFoundInAnyCase() {
    var headers: HTTPHeaders = ["Host": "web", "Accept": "*/*"]
    headers["host"] = "shop"
    headers["X-A"] = "1"
    headers["ACCEPT"] = nil
    #expect(headers.text == "Host: shop\r\nX-A: 1\r\n")
  }
}

/// Which addresses behind a Service are led to.
@Suite struct UsableEndpointsTests {
  private static func endpoint(
    _ address: String, ready: Bool, serving: Bool? = nil, terminating: Bool = false,
    node: String = "n1"
  ) -> Endpoint {
    var endpoint = Endpoint()
    endpoint.addresses = [address]
    endpoint.conditions.ready = ready
    endpoint.conditions.serving = serving ?? ready
    endpoint.conditions.terminating = terminating
    endpoint.nodeName = node
    return endpoint
  }

  private static func usable(
    _ endpoints: [Endpoint], port: String = "http", node: String? = nil,
    leaving: [Traffic.Leaving] = []
  ) -> UsableEndpoints {
    var slice = EndpointSlice()
    slice.endpoints = endpoints
    var number = EndpointPort()
    number.name = "http"
    number.port = 8080
    slice.ports = [number]
    return UsableEndpoints([slice], portName: port, node: node, leaving: leaving)
  }

  private static func addresses(_ usable: UsableEndpoints) -> [String] {
    (0..<usable.count).compactMap { usable[$0]?.address }
  }

  @Test func theReadyComeFirst() {
    let all = [
      Self.endpoint("a", ready: true), Self.endpoint("b", ready: false),
      Self.endpoint("c", ready: false, serving: true, terminating: true),
    ]
    #expect(Self.addresses(Self.usable(all)) == ["a"])
    #expect(Self.usable(all)[0]?.port == 8080)
    #expect(Self.usable(all).port(of: "a") == 8080)
    #expect(Self.usable(all).port(of: "b") == nil)
  }

  @Test func theEndingServeWhenNobodyElseDoes() {
    let all = [
      Self.endpoint("b", ready: false),
      Self.endpoint("c", ready: false, serving: true, terminating: true),
      Self.endpoint("d", ready: false, serving: false, terminating: true),
    ]
    #expect(Self.addresses(Self.usable(all)) == ["c"])
  }

  @Test func otherPortsLeadNowhere() {
    #expect(Self.usable([Self.endpoint("a", ready: true)], port: "metrics").count == 0)
  }

  @Test func localTrafficStaysOnItsNode() {
    let all = [
      Self.endpoint("a", ready: true), Self.endpoint("b", ready: true, node: "n2"),
    ]
    #expect(Self.addresses(Self.usable(all, node: "n2")) == ["b"])
    let elsewhere = Self.usable(all, node: "n3")
    #expect(elsewhere.count == 0)
    #expect(elsewhere.isElsewhere)
    #expect(!Self.usable([], node: "n3").isElsewhere)
  }

  @Test func rulesFollowALittleLater() {
    let late = Traffic.Leaving(
      address: "z", node: "n1", ports: ["http": 80], until: SimTime(milliseconds: 1))
    let usable = Self.usable([Self.endpoint("a", ready: true)], leaving: [late])
    #expect(Self.addresses(usable) == ["a", "z"])
    #expect(usable[1]?.port == 80)
  }

  @Test func choicesAreFairAndTheSame() {
    var traffic = Traffic()
    var counts = [0, 0, 0]
    for _ in 0..<3000 { counts[traffic.choice(below: 3)] += 1 }
    #expect(counts.allSatisfy { (900...1100).contains($0) })
    var again = Traffic()
    var once = Traffic()
    #expect((0..<50).allSatisfy { _ in again.choice(below: 7) == once.choice(below: 7) })
  }
}
