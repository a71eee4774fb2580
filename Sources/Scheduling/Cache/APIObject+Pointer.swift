import Objects

extension APIObject {
  /// Lets `look` see this object as one of a type where it lies; nil when it is of another type.
  ///
  /// A pod has some sixty parts that are counted references. A cast copies them all, which costs
  /// more than most of what the scheduler wants to know of a pod.
  func seen<T: APIObject, Answer>(
    as type: T.Type, _ look: (UnsafePointer<T>) -> Answer
  ) -> Answer? {
    guard Self.self == T.self else { return nil }
    return withUnsafePointer(to: self) { pointer in
      look(UnsafeRawPointer(pointer).assumingMemoryBound(to: T.self))
    }
  }
}
