import Engine
import Kubectl
import Testing

@testable import Shell

/// What `auth can-i` says is what happens.
@Suite struct AccessPropertyTests {
  private static let verbs = ["get", "list", "create", "patch", "delete", "*"]
  private static let resources = ["configmaps", "secrets", "pods/log", "deployments.apps", "*"]

  /// A cluster where a user has some rights, drawn from a seed.
  private static func session(_ seed: UInt64) -> Session {
    var random = SeededRandom(seed: seed)
    var session = Session(.standard(seed: seed), manner: .script, host: Host())
    func pick(_ words: [String]) -> String { words[random.below(words.count)] }
    var lines = [
      "kubectl create namespace other", "kubectl create configmap a",
      "kubectl create secret generic a", "kubectl create deployment a --image=nginx:1.27",
    ]
    for number in 0..<(1 + random.below(3)) {
      let isWhole = random.below(2) == 0
      let role = isWhole ? "clusterrole" : "role"
      lines.append(
        "kubectl create \(role) r\(number) --verb='\(pick(verbs))' --verb=\(pick(["get", "list"])) "
          + "--resource='\(pick(resources))'")
      let subject = pick(["--user=jane", "--group=team", "--serviceaccount=default:jane"])
      let everywhere = isWhole && random.below(2) == 0
      lines.append(
        everywhere
          ? "kubectl create clusterrolebinding b\(number) --clusterrole=r\(number) \(subject)"
          : "kubectl create rolebinding b\(number) --\(role)=r\(number) \(subject)")
    }
    for line in lines { _ = session.reply(to: line) }
    return session
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func canIAgreesWithWhatHappens(_ seed: UInt64) {
    let asked: [(question: String, deed: String)] = [
      ("get configmaps/a", "get configmap a"), ("list configmaps", "get configmaps"),
      ("list secrets", "get secrets"), ("list secrets -n other", "get secrets -n other"),
      ("list deployments -A", "get deployments -A"), ("get deployments/a", "get deployment a"),
      ("create configmaps", "create -f - --dry-run=server"),
      ("delete secrets/a", "delete secret a --dry-run=server"),
      ("list nodes -A", "get nodes"),
    ]
    let session = Self.session(seed)
    let map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: new}\n"
    for (question, deed) in asked {
      for person in ["--as=jane --as-group=team", "--as=system:serviceaccount:default:jane"] {
        var session = session
        let verdict = session.reply(to: "kubectl auth can-i \(question) \(person)")
        let reply = session.reply(to: "kubectl \(deed) \(person) <<EOF\n\(map)EOF")
        let isRefused = reply.text.contains("(Forbidden)")
        #expect(
          (verdict.status == 0) != isRefused,
          "\(seed): \(question) \(person): \(verdict.text)\(reply.text)")
      }
    }
  }
}
