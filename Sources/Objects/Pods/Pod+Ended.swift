extension Pod {
  /// Whether all its containers have ended for good: it keeps its object, but nothing of its node.
  public var hasEnded: Bool {
    switch status.phase {
    case .succeeded, .failed: true
    case .pending, .running, .unknown, nil: false
    }
  }
}
