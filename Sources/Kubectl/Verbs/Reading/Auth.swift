import Engine
import Manifests
import Objects
import Store

/// `kubectl auth`: who may do what.
struct Auth: VerbGroup {
  static let name = "auth"
  static let summary = "Inspect authorization"
  static let usage = "auth [flags]"
}

/// `kubectl auth whoami`: as whom the API server knows whoever asks.
struct AuthWhoAmI: Verb {
  static let name = "auth whoami"
  static let summary = "Experimental: Check self subject attributes"
  static let usage = "auth whoami"
  static let flags = FlagTable(
    """
    allow-missing-template-keys true
    output o ''
    show-managed-fields false
    template ''
    """)

  private let format: OutputFormat?

  init(_ invocation: Invocation) throws(UsageError) {
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)?
      .ofTyped
  }

  var fileNeeds: [FileNeed] { format?.fileNeed.map { [$0] } ?? [] }

  func plan(in context: Context) throws(Failure) -> Plan {
    let requester = context.requester ?? .administrator
    if let format = try format?.resolved(in: context) {
      let review: APIValue = [
        "apiVersion": "authentication.k8s.io/v1", "kind": "SelfSubjectReview",
        "metadata": ["creationTimestamp": .string(context.now.wholeSecond.rfc3339)],
        "status": [
          "userInfo": [
            "groups": .array(requester.groups.map(APIValue.string)),
            "username": .string(requester.name),
          ]
        ],
      ]
      if let parts = format.parts(for: review) { return .show(parts) }
      return .show([.line("selfsubjectreview.authentication.k8s.io/")])
    }
    return .show(
      .table(
        Table(
          header: ["ATTRIBUTE", "VALUE"],
          rows: [
            ["Username", requester.name],
            ["Groups", "[" + requester.groups.joined(separator: " ") + "]"],
          ])))
  }
}
