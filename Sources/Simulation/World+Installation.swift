import Engine
import Objects
import Store

extension World {
  /// Adds an object to what a cluster begins with, without drawing on the world's own chance:
  /// everything that is made later keeps the names it would have had.
  public mutating func install(_ object: any APIObject) throws(Rejection) {
    let chance = random
    defer { random = chance }
    // FNV-1a, so that every such object has an identity of its own.
    var seed: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in object.key.description.utf8 {
      seed = (seed ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    random = SeededRandom(seed: seed)
    try submit(.create(object), by: .system)
  }
}
