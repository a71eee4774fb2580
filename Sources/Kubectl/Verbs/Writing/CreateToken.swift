import Engine
import Manifests
import Objects
import Store

/// `kubectl create token`: what a service account shows to the API server to be known.
struct CreateToken: Verb {
  static let name = "create token"
  static let summary = "Request a service account token"
  static let usage = "create token SERVICE_ACCOUNT_NAME"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    allow-missing-template-keys true
    audience []
    bound-object-kind ''
    bound-object-name ''
    bound-object-uid ''
    duration 0s
    output o ''
    show-managed-fields false
    template ''
    """)

  private let account: String
  private let namespace: String?
  private let audiences: [String]
  private let seconds: Int
  private let format: OutputFormat?

  init(_ invocation: Invocation) throws(UsageError) {
    account = try invocation.onlyName()
    namespace = invocation.namespace
    audiences = invocation.list("audience")
    let span = invocation.duration("duration")
    if span < .zero { throw .error("--duration must be greater than or equal to 0") }
    if span.milliseconds % 1000 != 0 {
      throw .error("--duration cannot be expressed in units less than seconds")
    }
    seconds = Int(span.milliseconds / 1000)
    if let kind = invocation["bound-object-kind"] {
      guard ["Node", "Pod", "Secret"].contains(kind) else {
        throw .error("supported --bound-object-kind values are Node, Pod, Secret")
      }
      throw .error("podlab does not bind tokens to other objects")
    }
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)?
      .ofTyped
  }

  var fileNeeds: [FileNeed] { format?.fileNeed.map { [$0] } ?? [] }

  func plan(in context: Context) throws(Failure) -> Plan {
    let room = namespace ?? context.namespace
    let key = ObjectKey(.serviceAccount, namespace: room, name: account)
    if let refusal = context.refusal(of: AccessRequest("create", key, part: "token")) {
      throw .error("failed to create token: \(refusal.message)")
    }
    guard let found = context.state[key] as? ServiceAccount else {
      throw .error("failed to create token: \(Rejection.notFound(key).message)")
    }
    if seconds > 0, seconds < 600 {
      throw .error(
        "failed to create token: TokenRequest.authentication.k8s.io \"\(account)\" is invalid: "
          + "spec.expirationSeconds: Invalid value: \(seconds): may not specify a duration less "
          + "than 10 minutes")
    }
    let token = AccountToken(
      for: found, audiences: audiences, seconds: seconds == 0 ? 3600 : seconds, at: context.now)
    if let format = try format?.resolved(in: context),
      let parts = format.parts(for: token.request)
    {
      return .show(parts)
    }
    return .show(token.text + "\n")
  }
}

/// A token of a service account: who it is, signed by nobody real.
struct AccountToken {
  let text: String
  /// The request with its answer, as `-o yaml` shows it.
  let request: APIValue

  private static let issuer = "https://kubernetes.default.svc.cluster.local"

  init(for account: ServiceAccount, audiences: [String], seconds: Int, at now: SimTime) {
    let issued = now.wholeSecond
    let start = issued.milliseconds / 1000
    var random = SeededRandom(seed: UInt64(bitPattern: start) &* 31 &+ Self.seed(of: account))
    let room = account.metadata.namespace
    let audiences = audiences.isEmpty ? [Self.issuer] : audiences
    let head: APIValue = ["alg": "RS256", "kid": .string(Self.key)]
    let claims: APIValue = [
      "aud": .array(audiences.map(APIValue.string)), "exp": .integer(start + Int64(seconds)),
      "iat": .integer(start), "iss": .string(Self.issuer), "jti": .string(random.uuid()),
      "kubernetes.io": [
        "namespace": .string(room),
        "serviceaccount": [
          "name": .string(account.metadata.name), "uid": .string(account.metadata.uid),
        ],
      ],
      "nbf": .integer(start),
      "sub": .string("system:serviceaccount:\(room):\(account.metadata.name)"),
    ]
    let signature = (0..<256).map { _ in UInt8(random.below(256)) }
    let parts = [head, claims].map { Self.encoded(Array(JSON.encode($0, pretty: false).utf8)) }
    text = (parts + [Self.encoded(signature)]).joined(separator: ".")
    let end = (issued + .seconds(Int64(seconds))).rfc3339
    request = [
      "apiVersion": "authentication.k8s.io/v1", "kind": "TokenRequest",
      "metadata": [
        "creationTimestamp": .string(issued.rfc3339), "name": .string(account.metadata.name),
        "namespace": .string(room),
      ],
      "spec": [
        "audiences": .array(audiences.map(APIValue.string)), "boundObjectRef": .null,
        "expirationSeconds": .integer(Int64(seconds)),
      ],
      "status": ["expirationTimestamp": .string(end), "token": .string(text)],
    ]
  }

  /// The name of the key that everything is signed with.
  private static let key: String = {
    var random = SeededRandom(seed: 0x6b65_7973)
    return encoded((0..<32).map { _ in UInt8(random.below(256)) })
  }()

  private static func seed(of account: ServiceAccount) -> UInt64 {
    account.metadata.uid.utf8.reduce(0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
  }

  /// Base 64 in the letters that may stand in addresses, without padding.
  private static func encoded(_ bytes: [UInt8]) -> String {
    Base64.encode(bytes).replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
