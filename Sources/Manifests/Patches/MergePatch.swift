import Objects

/// JSON merge patch, RFC 7386: objects merge field by field, null removes, all else replaces.
public enum MergePatch {
  public static func merge(_ patch: APIValue, into current: APIValue) -> APIValue {
    guard case .object(let changes) = patch else { return patch }
    var result = current.object ?? Members()
    for (name, change) in changes {
      result[name] = change == .null ? nil : merge(change, into: result[name] ?? .null)
    }
    return .object(result)
  }

  /// The smallest patch that makes `new` of `old`; nil when there is nothing to change.
  public static func difference(from old: APIValue, to new: APIValue) -> APIValue? {
    guard old != new else { return nil }
    guard case .object(let before) = old, case .object(let after) = new else { return new }
    var patch = Members()
    for (name, _) in before where after[name] == nil { patch[name] = .null }
    for (name, value) in after {
      patch[name] = before[name].map { difference(from: $0, to: value) } ?? value
    }
    return .object(patch)
  }
}
