import Engine
import Kubectl
import Manifests
import Objects
import Store
import Testing

/// A small cluster to ask kubectl about; nothing in it moves.
struct Fixture {
  var state = ClusterState()
  var random = SeededRandom(seed: 1)
  var now = SimTime.worldBegins

  init(_ manifests: String = "") throws {
    try add("apiVersion: v1\nkind: Namespace\nmetadata: {name: default}")
    try add("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default}")
    try add(manifests)
  }

  /// Creates every object of a manifest, with the status written there.
  mutating func add(_ manifests: String) throws {
    for document in try YAML.documents(in: manifests) {
      let word = document.value["kind"]?.string ?? ""
      let kind = try #require(Kind(rawValue: word), "no such kind: \(word)")
      var problems: [FieldProblem] = []
      var object = kind.facts.type.read(document.value, problems: &problems)
      if kind.isNamespaced, object.metadata.namespace.isEmpty {
        object.metadata.namespace = "default"
      }
      #expect(problems.isEmpty)
      _ = try state.apply(.create(object), by: .user, at: now, using: &random)
      if document.value["status"] != nil {
        object.metadata.resourceVersion = 0
        _ = try state.apply(.updateStatus(object), by: .user, at: now, using: &random)
      }
    }
  }

  /// What a line that only shows something prints.
  func reply(_ line: String) -> Reply {
    do throws(UsageError) {
      let verb = try Kubectl.parse(words(line))
      let context = Context(state: state, now: now)
      do throws(Failure) {
        guard case .show(let parts, let status) = try verb.plan(in: context) else {
          return Reply([.failed(.plain("this shows nothing"))])
        }
        return Reply(parts, status: status)
      } catch {
        return Reply([.failed(error)])
      }
    } catch {
      return Reply([.failed(.usage(error))])
    }
  }

  func text(_ line: String) -> String { reply(line).text }

  /// Words between spaces; single quotes keep spaces together.
  func words(_ line: String) -> [String] {
    var words: [String] = []
    var isQuoted = false
    var word = ""
    for character in line {
      switch character {
      case "'": isQuoted.toggle()
      case " " where !isQuoted:
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
