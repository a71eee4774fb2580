/// Which shell it is: what it says differs.
enum ShellDialect: Sendable {
  /// Of busybox.
  case ash
  /// Debian's `sh`.
  case dash
  case bash

  /// The shell that a name means in an image.
  init(program: String, in image: ImageFacts) {
    if FileTree.name(of: program) == "bash" {
      self = .bash
    } else {
      self = image.programs.contains("busybox") ? .ash : .dash
    }
  }

  func prompt(folder: String, host: String, isRoot: Bool) -> String {
    let sign = isRoot ? "#" : "$"
    switch self {
    case .ash: return "\(folder) \(sign) "
    case .dash: return "\(sign) "
    case .bash: return "\(isRoot ? "root" : "I have no name!")@\(host):\(folder)\(sign) "
    }
  }
}

/// What a shell complains about.
enum ShellComplaint {
  case notFound(String)
  case cannotOpen(String, PodSandbox.FileProblem)
  case cannotCreate(String, PodSandbox.FileProblem)
  case cannotEnter(String, PodSandbox.FileProblem)
  case syntax(String)
  case other(String)

  /// The words of a shell for it.
  func text(in dialect: ShellDialect) -> String {
    switch (self, dialect) {
    case (.notFound(let program), .bash): "\(program): command not found"
    case (.notFound(let program), _): "\(program): not found"
    case (.cannotOpen(let path, let why), .ash):
      "can't open \(path): \(why == .missing ? "no such file" : why.rawValue)"
    case (.cannotOpen(let path, let why), .dash):
      "cannot open \(path): \(why == .missing ? "No such file" : why.rawValue)"
    case (.cannotCreate(let path, let why), .ash):
      "can't create \(path): \(why == .missing ? "nonexistent directory" : why.rawValue)"
    case (.cannotCreate(let path, let why), .dash):
      "cannot create \(path): \(why == .missing ? "Directory nonexistent" : why.rawValue)"
    case (.cannotOpen(let path, let why), .bash), (.cannotCreate(let path, let why), .bash),
      (.cannotEnter(let path, let why), .bash):
      "\(path): \(why.rawValue)"
    case (.cannotEnter(let path, let why), .ash): "can't cd to \(path): \(why.rawValue)"
    case (.cannotEnter(let path, _), .dash): "can't cd to \(path)"
    case (.syntax(let text), .ash): text
    case (.syntax(let text), .dash): Self.turned(text).map { "Syntax error: \($0)" } ?? text
    case (.syntax(let text), .bash):
      Self.token(text).map { "syntax error near unexpected token `\($0)'" } ?? text
    case (.other(let text), _): text
    }
  }
}

extension ShellComplaint {
  private static let unexpected = "syntax error: unexpected "

  /// `"fi" unexpected (expecting "done")`
  private static func turned(_ text: String) -> String? {
    guard text.hasPrefix(unexpected) else { return nil }
    let rest = text.dropFirst(unexpected.count)
    let token = rest.prefix { $0 != "(" }
    let wanted = rest.dropFirst(token.count)
    let name = token.last == " " ? token.dropLast() : token
    let shown = name.prefix(1).uppercased() + name.dropFirst()
    return "\(shown) unexpected\(wanted.isEmpty ? "" : " \(wanted)")"
  }

  /// The token itself; nil at the end of the text.
  private static func token(_ text: String) -> String? {
    guard text.hasPrefix(unexpected) else { return nil }
    let token = text.dropFirst(unexpected.count).prefix { $0 != "(" }
    return token.hasPrefix("\"") ? token.filter { $0 != "\"" && $0 != " " } : nil
  }
}

extension ShellDialect {
  /// A complaint with what stands before it. `line` is nil where a person types.
  func line(
    _ complaint: ShellComplaint, name: String, builtin: String?, line: Int?, isScript: Bool
  ) -> String {
    let text = complaint.text(in: self)
    let owner = builtin.map { "\($0): " } ?? ""
    switch self {
    case .ash:
      // Without a script it tells lines only when a builtin complains.
      let shown = line.map { "line \($0): " } ?? ""
      return "\(name): \(owner)\(isScript || builtin != nil ? shown : "")\(text)\n"
    case .dash: return "\(name): \(line ?? 1): \(owner)\(text)\n"
    case .bash: return "\(name): \(line.map { "line \($0): " } ?? "")\(owner)\(text)\n"
    }
  }
}
