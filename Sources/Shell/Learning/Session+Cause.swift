import Kubectl
import Lessons
import Objects
import Store

extension Session {
  /// A verdict with the cause added to its explanation, where one is known:
  /// `deployment/web has 2 available pods, 3 wanted; web-…-x is Pending (0/3 nodes are …)`.
  func explained(_ verdict: Verdict) -> Verdict {
    guard let key = verdict.culprit, verdict.outcome == .wrong,
      let cause = Cause(of: key, in: world)
    else { return verdict }
    var explained = verdict
    explained.explanation += "; \(cause.text)"
    return explained
  }
}
