import Objects
import Store

/// What of an object a verb changes, as `--subresource` says.
enum ChangedPart: String, Sendable {
  case status
  case scale
  case resize
  /// No subresource is named: everything but the status.
  case whole = ""

  /// Reads the flag of a verb that takes only some of them.
  init(
    _ invocation: Invocation, among parts: [ChangedPart] = [.status, .scale, .resize]
  ) throws(UsageError) {
    let word = invocation["subresource"] ?? ""
    guard let part = ChangedPart(rawValue: word), part == .whole || parts.contains(part) else {
      let known = parts.map(\.rawValue).joined(separator: " ")
      throw .error("invalid subresource value: \"\(word)\". Must be one of [\(known)]")
    }
    self = part
  }

  /// The write that changes this part of an object to what `object` has.
  func intent(for object: any APIObject) throws(Failure) -> Intent {
    switch self {
    case .whole: return .update(object)
    case .status:
      guard object is any StatusBearing else { throw Self.missing }
      return .updateStatus(object)
    case .scale:
      guard object.document.value(at: ["spec", "replicas"]) != nil else { throw Self.missing }
      return .update(object)
    case .resize:
      guard let pod = object as? Pod else { throw Self.missing }
      return .amend(pod, .resize)
    }
  }

  private static let missing = Failure.plain(
    "Error from server (NotFound): the server could not find the requested resource")
}
