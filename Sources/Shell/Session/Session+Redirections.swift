import Kubectl

/// Where the input of a command comes from and its output goes.
struct Routes {
  enum Target: Hashable {
    case out
    case err
    case nowhere
    case file(String, appending: Bool)
  }

  var input: String?
  var out = Target.out
  var err = Target.err

  /// Whether output has to be held back and sent elsewhere.
  var isNeeded: Bool { out != .out || err != .err }
}

/// Why a redirection cannot be done.
struct RedirectionProblem: Error {
  var message: String
}

extension Session {
  mutating func open(
    _ redirections: [Redirection], input: String?
  ) throws(RedirectionProblem) -> Routes {
    var routes = Routes(input: input)
    for redirection in redirections {
      switch redirection {
      case .document(let word): routes.input = expandJoined(word)
      case .read(let word): routes.input = try read(expandJoined(word))
      case .duplicate(let from, let to):
        if from == 2 { routes.err = to == 1 ? routes.out : routes.err }
        if from == 1 { routes.out = to == 2 ? routes.err : routes.out }
      case .write(let descriptor, let word, let appending):
        let path = expandJoined(word)
        let target = path == "/dev/null" ? Routes.Target.nowhere : .file(path, appending: appending)
        if descriptor != 2 { routes.out = target }
        if descriptor != 1 { routes.err = target }
      }
    }
    return routes
  }

  private func read(_ path: String) throws(RedirectionProblem) -> String {
    if path == "/dev/null" { return "" }
    do throws(HostProblem) {
      return try host.readFile(path)
    } catch {
      throw RedirectionProblem(message: "\(path): \(error.message)")
    }
  }

  /// Sends what a command printed where it was told to; false when a file could not be written.
  mutating func deliver(_ chunks: [Reply.Chunk], to routes: Routes) -> Bool {
    var files: [(path: String, appending: Bool, text: String)] = []
    for target in [routes.out, routes.err] {
      if case .file(let path, let appending) = target, !files.contains(where: { $0.path == path }) {
        files.append((path, appending, ""))
      }
    }
    for chunk in chunks {
      switch chunk.stream == .out ? routes.out : routes.err {
      case .out: emit(.out, chunk.text)
      case .err: emit(.err, chunk.text)
      case .nowhere: break
      case .file(let path, _):
        if let place = files.firstIndex(where: { $0.path == path }) {
          files[place].text += chunk.text
        }
      }
    }
    for file in files {
      do throws(HostProblem) {
        try host.writeFile(file.path, file.text, file.appending)
      } catch {
        complain("\(file.path): \(error.message)")
        return false
      }
    }
    return true
  }
}
