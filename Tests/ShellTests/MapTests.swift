import Engine
import Kubectl
import Lessons
import Objects
import Simulation
import Store
import Testing

@testable import Shell

/// The map over real worlds.
@Suite struct MapTests {
  private func session(_ lines: String..., width: Int? = nil, plain: Bool = false) -> Session {
    var host = Host()
    host.style = { Style(width: width, isPlain: plain) }
    var session = Session(.standard(), manner: .script, host: host)
    for line in lines { session.run(line) }
    return session
  }

  private static let busy = """
    create deployment web --image=nginx:1.27 --replicas=7
    create deployment api --image=nosuch:1 --replicas=2
    create job once --image=busybox:1.36 -- true
    run big --image=nginx --overrides='{"spec":{"containers":[{"name":"big","image":"nginx",\
    "resources":{"requests":{"cpu":"64"}}}]}}'
    create namespace shop
    create deployment till -n shop --image=nginx:1.27 --replicas=3
    fail node worker-3
    advance 50s
    """

  private func cluster(nodes: Int, pods: Int) -> ClusterState {
    var state = ClusterState()
    for number in 0..<nodes {
      var node = NodePlan(name: "node-\(number)").node
      node.metadata.labels["topology.kubernetes.io/zone"] = ["a", "b", "c"][number % 3]
      node.status.conditions = [Condition("Ready", ConditionStatus(number % 50 != 7))]
      state.follow(Change(created: node))
    }
    for number in 0..<pods {
      var pod = Pod()
      pod.metadata = ObjectMeta(
        name: "pod-\(number)", namespace: "default", labels: ["app": "a\(number % 20)"])
      pod.metadata.uid = "\(number)"
      pod.spec.nodeName = nodes > 0 && number % 100 != 0 ? "node-\(number % nodes)" : ""
      pod.status.phase = pod.spec.nodeName.isEmpty ? .pending : .running
      pod.status.conditions = [PodCondition("Ready", ConditionStatus(number % 7 != 0))]
      var owner = OwnerReference()
      owner.kind = "StatefulSet"
      owner.name = "set-\(number % 20)"
      owner.uid = "set-\(number % 20)"
      owner.controller = true
      pod.metadata.ownerReferences = [owner]
      state.follow(Change(created: pod))
    }
    return state
  }

  @Test(arguments: [20, 40, 80, 120])
  func fitsTheScreen(width: Int) throws {
    let session = session(Self.busy)
    let pod = try #require(session.world.state.keys(.pod, in: "default").first)
    for line in [
      "map", "map -A", "map --by owner", "map --by zone", "map --by namespace", "map \(pod)",
      "map node/worker-1", "map deployment/web", "map -n shop", "map --plain",
    ] {
      let lines = session.drawn(line, width: width)
      #expect(lines.count > 3, "\(line)")
      for shown in lines {
        // A word of the plain form is never broken.
        if line == "map --plain", !shown.drop(while: { $0 == " " }).contains(" ") { continue }
        #expect(ColumnWidth.of(shown) <= width, "\(line): \(shown)")
      }
    }
  }

  @Test func everyNodeAppears() {
    let session = session(Self.busy)
    for line in ["map", "map --by zone", "map --plain", "map --plain --by zone"] {
      let text = session.drawn(line, width: 80).joined(separator: "\n")
      for node in session.world.state.keys(.node) {
        #expect(text.contains(node.name), "\(line): \(node.name)")
      }
      #expect(text.contains("NotReady"))
    }
  }

  /// Each pod is one cell, whatever the pods are drawn by.
  @Test func everyPodIsCountedOnce() {
    let session = session(Self.busy)
    for joinsSystem in [false, true] {
      let facts = ClusterFacts(
        of: session.world.state, joinsSystem: joinsSystem, shows: { _ in true })
      let keys = session.world.state.keys(.pod)
      #expect(facts.pods.map(\.key) == keys)
      #expect(facts.owners.flatMap(\.pods).sorted() == Array(keys.indices))
      let placed = facts.nodes.flatMap(\.pods) + keys.indices.filter { facts.pods[$0].node.isEmpty }
      #expect(placed.sorted() == Array(keys.indices))
      #expect(facts.counts.values.reduce(0, +) == keys.count)
      for grouping in [ClusterPicture.Grouping.owner, .namespace] {
        var picture = ClusterPicture(facts: facts, namespace: "default")
        picture.grouping = grouping
        picture.width = 300
        #expect(Self.cells(in: picture.picture.parts) == keys.count)
      }
    }
  }

  private static func cells(in parts: [Picture.Part]) -> Int {
    parts.reduce(0) { count, part in
      switch part {
      case .rows(let rows): count + rows.reduce(0) { $0 + $1.cells.count }
      case .boxes(let boxes, _): count + boxes.reduce(0) { $0 + cells(in: $1.parts) }
      case .heading, .text, .gap, .gauges, .table, .lanes, .legend: count
      }
    }
  }

  @Test func tellsWhoWaitsAndWhy() {
    let text = session(Self.busy).drawn("map", width: 100).joined(separator: "\n")
    #expect(text.contains("◇ big  0/4 nodes are available:"), "\(text)")
    #expect(text.contains("✗ api ×2  "), "\(text)")
  }

  @Test func filtersAsKubectlDoes() {
    let session = session(Self.busy)
    #expect(session.drawn("map -n shop", width: 80)[0].contains("3 pods:"))
    #expect(session.drawn("map -l app=web", width: 80)[0].contains("7 pods:"))
    #expect(session.drawn("map -l app=none", width: 80)[0].contains("0 pods"))
    #expect(session.drawn("map -A -n shop -l app=till", width: 80)[0].contains("3 pods:"))
  }

  // MARK: - Many

  @Test(arguments: [80, 132])
  func manyNodesFold(width: Int) {
    let facts = ClusterFacts(
      of: cluster(nodes: 300, pods: 3000), joinsSystem: true, shows: { _ in true })
    for grouping in [nil] + ClusterPicture.Grouping.allCases {
      var picture = ClusterPicture(facts: facts, namespace: "default")
      picture.grouping = grouping
      picture.lineLimit = 44
      picture.width = width
      let lines = Canvas(Layout(width: width).scene(of: picture.picture)).lines(usesColour: false)
      #expect(lines.count <= 50, "\(String(describing: grouping)): \(lines.count)")
      #expect(lines[0].contains("300 nodes, 6 not ready"))
      #expect(lines[0].contains("3000 pods"))
    }
    var picture = ClusterPicture(facts: facts, namespace: "default")
    picture.lineLimit = 44
    let folded = Canvas(Layout(width: 80).scene(of: picture.picture)).lines(usesColour: false)
      .joined(separator: "\n")
    #expect(folded.contains("zone a") && folded.contains("100 nodes, 2 NotReady"), "\(folded)")
    #expect(folded.contains("node-207"))
    picture.lineLimit = nil
    let all = Canvas(Layout(width: 80).scene(of: picture.picture)).lines(usesColour: false)
    for number in 0..<300 { #expect(all.contains { $0.hasPrefix("node-\(number) ") }) }
  }

  @Test func emptyClustersAreDrawnToo() {
    let facts = ClusterFacts(of: ClusterState(), joinsSystem: true, shows: { _ in true })
    let picture = ClusterPicture(facts: facts, namespace: "default").picture
    #expect(PlainAccount(picture: picture).lines(width: 80)[0] == "0 nodes  0 pods")
  }

  @Test func podsOfALostNodeAreNotForgotten() {
    var state = cluster(nodes: 2, pods: 4)
    state.follow(Change(deleted: state.node("node-1")))
    let facts = ClusterFacts(of: state, joinsSystem: true, shows: { _ in true })
    #expect(facts.lostNodes == ["node-1"])
    let picture = ClusterPicture(facts: facts, namespace: "default").picture
    let text = PlainAccount(picture: picture).lines(width: nil).joined(separator: "\n")
    #expect(text.contains("gone: node-1"))
  }

  // MARK: - Files

  @Test func picturesAreKeptInFiles() {
    var session = session(Self.busy)
    var files: [String: String] = [:]
    session.host.writeFile = { path, text, _ throws(HostProblem) in
      guard path != "no/where" else { throw .missing }
      files[path] = text
    }
    #expect(session.reply(to: "map --svg a.svg; map node/worker-1 --svg b.svg").status == 0)
    for text in files.values { #expect(XMLReader(text).problem == nil) }
    #expect(files.count == 2)
    let refused = session.reply(to: "map --svg no/where")
    #expect(refused.text(.err) == "error: no/where: No such file or directory\n")
  }

  @Test func plainTerminalsGetWords() {
    var shown = ""
    var session = session(Self.busy, plain: true)
    session.host.write = { shown += $0.text }
    session.run("map")
    #expect(shown.contains("  web: 2 ready") || shown.contains("  web: 3 ready"), "\(shown)")
    #expect(shown.utf8.allSatisfy { $0 < 0x80 })
  }
}

extension Change {
  fileprivate init(created object: any APIObject) {
    self.init(
      revision: 1, time: .worldBegins, actor: .system, cause: nil, verb: .created,
      key: object.key, before: nil, after: object)
  }

  fileprivate init(deleted node: Node?) {
    self.init(
      revision: 1, time: .worldBegins, actor: .system, cause: nil, verb: .deleted,
      key: node?.key ?? .node(""), before: node, after: nil)
  }
}
