import Kubectl
import Objects
import Simulation
import Store

/// What can be done when the API server says no, or says nothing.
extension KubectlHint {
  static func hint(forRefusal rejection: Rejection) -> String? {
    switch rejection {
    case .notFound, .alreadyExists, .badRequest, .internalError: nil
    case .conflict:
      "somebody has written it in between: get it anew and change that, or use kubectl apply"
    case .applyConflict: nil  // It says itself what can be done.
    case .invalid(let kind, _, let problems): hint(for: problems, of: kind)
    case .forbidden(let key, let why): hint(forForbidden: key, why)
    case .denied(_, let requester, _):
      "kubectl auth can-i --list --as=\(requester.name) lists what is allowed"
    case .tooManyRequests: "kubectl get poddisruptionbudgets shows which budget leaves no room"
    }
  }

  private static func hint(for problems: [FieldProblem], of kind: Kind) -> String? {
    if problems.contains(where: { $0.message.contains("immutable") }) {
      return "this cannot be changed later: kubectl replace --force -f FILE deletes the "
        + "\(kind.singular) and creates it anew"
    }
    guard let problem = problems.first else { return nil }
    var names: [String] = []
    for step in problem.path.steps {
      if case .key = step { break }
      if case .member(let name) = step { names.append(name) }
    }
    guard !names.isEmpty, names.first != "metadata" else { return nil }
    let path = ([kind.singular] + names).joined(separator: ".")
    return "kubectl explain \(path) tells what it may be"
  }

  private static func hint(forForbidden key: ObjectKey, _ why: String) -> String? {
    if why.contains("exceeded quota") || why.contains("failed quota") {
      return "kubectl describe quota -n \(key.namespace) shows what is used and what is left"
    }
    if why.contains("violates PodSecurity") {
      return "kubectl get namespace \(key.namespace) --show-labels shows which level is enforced"
    }
    return nil
  }

  /// Of a cluster whose API server is not there.
  static let serverIsDown =
    "the API server does not run; recover component kube-apiserver brings it back"
}
