import Kubectl
import Lessons
import Objects
import Testing

@testable import Shell

/// Every term is well-formed, and is found by whatever a learner types.
@Suite struct GlossaryTests {
  private static let terms = Glossary.groups.flatMap(\.terms)
  private static let lessons = Library(GoldenSession.lessonFiles).lessons.map(\.lesson.id)

  @Test(arguments: Glossary.groups.map(\.title))
  func isSorted(_ title: String) throws {
    let group = try #require(Glossary.groups.first { $0.title == title })
    let words = group.terms.map { $0.term.lowercased() }
    #expect(words == words.sorted())
    #expect(words.count > 5)
  }

  @Test func noTwoTermsShareAName() {
    var owners: [String: [String]] = [:]
    for term in Self.terms {
      for name in term.names { owners[Glossary.key(name), default: []].append(term.term) }
    }
    #expect(owners.values.filter { $0.count > 1 } == [])
    #expect(Self.terms.count >= 120)
  }

  @Test(arguments: terms.map(\.term))
  func hasThreeShortSentences(_ name: String) throws {
    let term = try #require(Self.terms.first { $0.term == name })
    let text = term.sentences
    let ends = text.matches(of: /[.!?](?= |$)/).count
    #expect(ends == 3 && text.hasSuffix("."), "\(text)")
    #expect(text.count <= 400, "\(text.count) characters: \(text)")
    #expect(text.count > 120, "\(text)")
    #expect(!text.contains("  "))
  }

  @Test(arguments: terms.map(\.term))
  func leadsOn(_ name: String) throws {
    let term = try #require(Self.terms.first { $0.term == name })
    if let lesson = term.lesson { #expect(Self.lessons.contains(lesson)) }
    let names = Self.terms.map(\.term)
    #expect((1...4).contains(term.related.count))
    #expect(Set(term.related).count == term.related.count)
    #expect(!term.related.contains(name))
    for related in term.related { #expect(names.contains(related), "\(related)") }
  }

  @Test func everyLessonTeachesATerm() {
    let taught = Set(Self.terms.compactMap(\.lesson))
    #expect(Self.lessons.filter { !taught.contains($0) } == [])
  }

  @Test(arguments: [
    ("pod", "pod"), ("Pods", "pod"), ("po", "pod"), ("PVC", "claim"), ("oomkilled", "OOM kill"),
    ("init-containers", "init container"), ("init container", "init container"),
    ("cluster_ip", "ClusterIP"), ("storage classes", "StorageClass"), ("leases", "lease"),
    ("network policies", "NetworkPolicy"), ("priorityclasses", "priority"), ("limits", "limit"),
    ("QoS", "QoS class"), ("control loop", "reconcile loop"),
  ])
  func isFound(_ name: String, _ term: String) {
    #expect(Glossary.term(named: name)?.term == term)
  }

  /// `glossary deploy` and `glossary deployments` are what `get deploy` gets.
  @Test func kindsAreFoundByAllTheirNames() throws {
    // kubectl's "limits" are LimitRanges; who asks for a meaning means limits.
    for kind in Kind.allCases where kind != .limitRange {
      guard let term = Glossary.term(named: kind.singular) else { continue }
      for name in kind.facts.shortNames + [kind.facts.plural] {
        #expect(Glossary.term(named: name)?.term == term.term, "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("deploymnet", ["deployment"]), ("kublet", ["kubelet"]), ("qqqq", []), ("x", []),
    ("protocol", []), ("throttled", ["throttling"]), ("throttle", ["throttling"]),
    ("accounts", ["service-account"]),
    ("reddines", ["readiness-probe"]),
    ("budget", ["poddisruptionbudget"]),
  ])
  func suggests(_ typed: String, _ words: [String]) {
    #expect(Glossary.terms(near: typed).map(\.word) == words)
  }

  @Test func aTermIsShownWithItsLesson() {
    var session = Session(.standard(), manner: .script, host: Host())
    let reply = session.reply(to: "glossary allocatable")
    #expect(reply.text.hasPrefix("allocatable: What pods on a node may book"))
    #expect(reply.text.contains("\nLesson: node-capacity (lesson node-capacity starts it)\n"))
    #expect(reply.text.hasSuffix("\nSee also: capacity, request, scheduler\n"))
    #expect(session.reply(to: "help kubelet").text.hasPrefix("kubelet: "))
    let refused = session.reply(to: "glossary kublet")
    #expect(refused.status == 1)
    #expect(refused.text == "error: \"kublet\" is not in the glossary; did you mean kubelet?\n")
  }

  @Test func theListFitsTheScreen() {
    var session = Session(.standard(), manner: .script, host: Host())
    let lines = session.reply(to: "glossary").text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.last == "glossary TERM tells more.")
    for term in Self.terms { #expect(lines.contains { $0.contains(term.term) }, "\(term.term)") }
  }
}
