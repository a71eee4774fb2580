import Objects

extension Judge {
  /// Whether a report says what is wanted.
  func verdict(onReport check: Check, _ claim: Claim, _ name: ReportName) -> Verdict {
    guard let document = evidence.reports.first(where: { $0.name == name })?.document else {
      return Verdict(outcome: .notStarted, explanation: name.missingText)
    }
    let share: Wanted.Share = check.scope == nil || check.scope == .all ? .every : .some
    let isForbidden = check.scope == .no
    if claim.holds(for: document, share) != isForbidden { return .met }
    return Verdict(
      outcome: .wrong,
      explanation: Wording(claim: claim).sentence(
        about: name.text, claim.values(in: document), isForbidden: isForbidden))
  }
}

extension ReportName {
  /// `load svc/web`
  var text: String {
    [source.rawValue, subject?.text, namespace.map { "-n \($0.text)" }].compactMap(\.self)
      .joined(separator: " ")
  }

  fileprivate var missingText: String {
    switch source {
    case .load: "no requests have been sent in this step with \(text)"
    case .incident: "there is no incident"
    }
  }
}
