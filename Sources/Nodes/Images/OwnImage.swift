/// An image that a user has described.
public struct OwnImage: Sendable {
  public var facts: ImageFacts
  /// Who may pull it; nil for everybody.
  var credential: PullCredential?
}
