/// Something that must hold for every input, and did not for one.
public struct BrokenPromise: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Breaks off when something does not hold that must.
func require(
  _ holds: Bool, _ promise: @autoclosure () -> String
) throws(BrokenPromise) {
  if !holds { throw BrokenPromise(promise()) }
}
