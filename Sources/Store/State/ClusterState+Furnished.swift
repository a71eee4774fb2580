import Engine
import Objects

extension ClusterState {
  /// A cluster in which some objects have been from the beginning: nobody is told of them, and no
  /// chance is drawn for them.
  public init(furnishedWith objects: [any APIObject], at now: SimTime) {
    self.init()
    for (place, object) in objects.enumerated() {
      var object = object
      setDefaults(of: &object)
      // FNV-1a, so that every object has an identity of its own.
      var seed: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in "\(object.key.kind)/\(object.key.namespacedName)".utf8 {
        seed = (seed ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
      var random = SeededRandom(seed: seed)
      object.metadata.uid = random.uuid()
      object.metadata.creationTimestamp = now.wholeSecond
      object.metadata.generation = object.kind.countsGenerations ? 1 : 0
      object.metadata.resourceVersion = place + 1
      put(object)
    }
  }
}
