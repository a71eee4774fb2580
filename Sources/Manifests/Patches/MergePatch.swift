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
}
