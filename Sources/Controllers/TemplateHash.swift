import Objects

/// The name a pod template goes by: `pod-template-hash`.
///
/// Kubernetes hashes a dump of a Go structure, which nobody else can reproduce; any stable 32-bit
/// hash serves, written in the same letters.
enum TemplateHash {
  static let label = "pod-template-hash"

  /// The hash in letters; `collisions` says how often the name was taken already.
  static func text(of template: PodTemplate, collisions: Int?) -> String {
    var hash = FowlerNollVo()
    hash.add(template.value)
    if let collisions { hash.add("#\(collisions)") }
    // The digits of the number, each mapped to a letter or digit as rand.SafeEncodeString does it.
    let alphabet = Array("456789bcdf")
    return String("\(hash.value)".compactMap(\.wholeNumberValue).map { alphabet[$0] })
  }
}

/// FNV-1a with 32 bits.
private struct FowlerNollVo {
  private(set) var value: UInt32 = 0x811c_9dc5

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
    // A separator no text contains keeps neighbours apart.
    value = (value ^ 0xff) &* 0x0100_0193
  }

  /// Members in the order of their names, so that equal templates have equal hashes.
  mutating func add(_ value: APIValue) {
    switch value {
    case .null: add("null")
    case .bool(let flag): add(flag ? "true" : "false")
    case .integer(let number): add("\(number)")
    case .number(let number): add("\(number)")
    case .string(let text): add("\"" + text)
    case .array(let items):
      add("[")
      for item in items { add(item) }
      add("]")
    case .object(let members):
      add("{")
      for (name, member) in members.sorted {
        add(name)
        add(member)
      }
      add("}")
    }
  }
}
