import Engine
import Objects
import Store
import Testing

/// Secrets and ConfigMaps as the API server takes them in.
@Suite struct SecretRuleTests {
  private var state = ClusterState()
  private var random = SeededRandom(seed: 1)

  init() throws {
    var namespace = Namespace()
    namespace.metadata = ObjectMeta(name: "default")
    _ = try state.apply(.create(namespace), by: .user, at: .worldBegins, using: &random)
  }

  private mutating func problem(_ intent: Intent) -> String? {
    do throws(Rejection) {
      _ = try state.apply(intent, by: .user, at: .worldBegins, using: &random)
      return nil
    } catch {
      return error.message
    }
  }

  private func secret(_ change: (inout Secret) -> Void) -> Secret {
    var secret = Secret()
    secret.metadata = ObjectMeta(name: "s", namespace: "default")
    change(&secret)
    return secret
  }

  @Test(arguments: [(1 << 20, nil), ((1 << 20) + 1, "may not be more than 1048576 bytes")])
  mutating func allValuesTogetherTakeAMebibyte(bytes: Int, _ why: String?) {
    let half = String(repeating: "x", count: bytes / 2)
    let rest = String(repeating: "y", count: bytes - bytes / 2)
    let told = problem(.create(secret { $0.stringData = ["a": half, "b": rest] }))
    #expect(told == why.map { "Secret \"s\" is invalid: data: Too long: \($0)" })
    var map = ConfigMap()
    map.metadata = ObjectMeta(name: "c", namespace: "default")
    map.data = ["a": half]
    map.binaryData = ["b": Base64.encode(rest)]
    #expect(
      problem(.create(map)) == why.map { "ConfigMap \"c\" is invalid: []: Too long: \($0)" })
  }

  @Test mutating func plainTextBecomesData() throws {
    #expect(problem(.create(secret { $0.stringData = ["user": "alice"] })) == nil)
    let stored = try #require(state.get(Secret.self, "s", in: "default"))
    #expect(stored.data == ["user": "YWxpY2U="])
    #expect(stored.stringData.isEmpty)
    #expect(stored.type == "Opaque")
  }

  @Test(
    arguments: [
      ("Opaque", [:], nil),
      (
        "kubernetes.io/tls", ["tls.crt": "eA=="],
        "Secret \"s\" is invalid: data[tls.key]: Required value"
      ),
      ("kubernetes.io/basic-auth", ["password": "eA=="], nil),
      (
        "kubernetes.io/dockerconfigjson", [:],
        "Secret \"s\" is invalid: data[.dockerconfigjson]: Required value"
      ),
      (
        "Opaque", ["key": "a*=="],
        "Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data at input byte 1"
      ),
      (
        "Opaque", ["..": "eA=="],
        "Secret \"s\" is invalid: data[..]: Invalid value: \"..\": "
          + "must not be '..'"
      ),
    ] as [(String, StringMap, String?)])
  mutating func typesHaveTheirKeys(type: String, data: StringMap, expected: String?) {
    let made = secret {
      $0.type = type
      $0.data = data
    }
    #expect(problem(.create(made)) == expected)
  }

  @Test mutating func whatIsImmutableStays() {
    #expect(problem(.create(secret { $0.immutable = true })) == nil)
    #expect(
      problem(.update(secret { $0.data = ["a": "eA=="] }))
        == "Secret \"s\" is invalid: [immutable: Forbidden: field is immutable when `immutable` is "
        + "set, data: Forbidden: field is immutable when `immutable` is set]")
    let other = secret {
      $0.immutable = true
      $0.type = "other"
    }
    #expect(
      problem(.update(other))
        == "Secret \"s\" is invalid: type: Invalid value: \"other\": field is immutable")
  }
}
