import Engine
import Objects
import Simulation
import Store

/// One number for everything there is to see in a world: two worlds that differ in anything have
/// different ones, but for a chance of one in 2^64. The same on every machine and in every process.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// FNV-1a, of 64 bits.
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  public init(of world: World) {
    for kind in Kind.allCases.sorted() {
      for key in world.state.keys(kind) {
        guard let object = world.state[key] else { continue }
        add(kind.rawValue)
        add(object.document)
      }
    }
    add(UInt64(bitPattern: world.now.milliseconds))
    add(UInt64(world.state.revision))
    add(UInt64(bitPattern: world.nextEventTime?.milliseconds ?? -1))
  }

  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  private mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    // No text has this byte: where one ends cannot be mistaken.
    add(UInt8(0xff))
  }

  private mutating func add(_ value: APIValue) {
    switch value {
    case .null: add(UInt8(0))
    case .bool(let flag): add(UInt8(flag ? 2 : 1))
    case .integer(let number):
      add(UInt8(3))
      add(UInt64(bitPattern: number))
    case .number(let number):
      add(UInt8(4))
      add(number.bitPattern)
    case .string(let text):
      add(UInt8(5))
      add(text)
    case .array(let items):
      add(UInt8(6))
      for item in items { add(item) }
      add(UInt8(7))
    case .object(let members):
      add(UInt8(8))
      for (name, member) in members {
        add(name)
        add(member)
      }
      add(UInt8(9))
    }
  }
}
