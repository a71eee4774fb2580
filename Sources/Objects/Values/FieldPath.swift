/// Where in an object something is: `spec.containers[0].image`, as the API writes it.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  public enum Step: Hashable, Sendable {
    case member(String)
    case index(Int)
    /// An entry of a map whose keys are the user's: `data[color]`.
    case key(String)
  }

  public var steps: [Step]

  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// A path of plain member names: `FieldPath("spec", "replicas")`.
  public init(_ names: String...) {
    steps = names.map(Step.member)
  }

  public func member(_ name: String) -> FieldPath { FieldPath(steps + [.member(name)]) }
  public func index(_ position: Int) -> FieldPath { FieldPath(steps + [.index(position)]) }
  public func key(_ key: String) -> FieldPath { FieldPath(steps + [.key(key)]) }

  public var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .member(let name): text += text.isEmpty ? name : "." + name
      case .index(let position): text += "[\(position)]"
      case .key(let key): text += "[\(key)]"
      }
    }
    return text
  }
}
