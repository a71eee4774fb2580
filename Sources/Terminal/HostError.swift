#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What this machine refused, in the words Go programs such as kubectl use.
public struct HostError: Error, Equatable {
  /// `open x: no such file or directory`
  public var message: String

  public init(message: String) { self.message = message }

  /// `code` is an `errno`.
  init(_ operation: String, _ path: String, code: Int32 = errno) {
    message = "\(operation) \(path): \(HostError.words(for: code))"
  }

  /// The system's sentence; Go begins it with a small letter.
  static func words(for code: Int32) -> String {
    guard let text = strerror(code) else { return "errno \(code)" }
    let sentence = String(cString: text)
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}
