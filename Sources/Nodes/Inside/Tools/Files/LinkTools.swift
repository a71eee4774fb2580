import Engine

/// `ln`
enum Link: Tool {
  static let names = ["ln"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("sfnbS:vTr", long: ["symbolic": "s", "force": "f"]) { options, call in
      var words = options.rest
      guard !words.isEmpty else { return call.fail("missing operand") }
      let target = words.count > 1 ? words.removeLast() : "."
      var status = 0
      for source in words where !link(source, target, options, &call) { status = 1 }
      return .exit(status)
    }
  }

  private static func link(
    _ source: String, _ target: String, _ options: GivenOptions, _ call: inout ToolCall
  ) -> Bool {
    var place = target
    let isKept = options.has("n") && call.linkTarget(target) != nil
    if call.isFolder(target), !isKept, !options.has("T") {
      place = ToolCall.joined(target, FileTree.name(of: source))
    }
    var node = call.fresh(.link(to: source), mode: 0o777, at: place)
    if !options.has("s") {
      guard let old = call.node(source) else {
        call.complain("\(source): \(call.reason(source))")
        return false
      }
      if old.isFolder {
        call.complain("\(place): Operation not permitted")
        return false
      }
      // Both names lead to one file: the second is a link that nobody sees as one.
      node = old
    }
    do throws(PodSandbox.FileProblem) {
      if call.node(place) != nil {
        guard options.has("f") else { throw .exists }
        try call.remove(place)
      }
      try call.put(node, at: place)
      return true
    } catch {
      call.complain("\(place): \(error == .missing ? call.reason(place) : error.rawValue)")
      return false
    }
  }
}

/// `readlink`
enum ReadLink: Tool {
  static let names = ["readlink"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("fnvsqem") { options, call in
      guard let path = options.rest.first else { return call.fail("missing operand") }
      let text: String?
      if options.has("f") || options.has("e") || options.has("m") {
        // All but the last part must be there.
        let parent = call.found(FileTree.parent(of: call.resolved(path)))
        text = parent?.isFolder ?? false ? call.resolved(path) : nil
      } else {
        text = call.linkTarget(path)
      }
      guard let text else { return .exit(1) }
      call.output = text + (options.has("n") ? "" : "\n")
      return .exit(0)
    }
  }
}

/// `realpath`
enum RealPath: Tool {
  static let names = ["realpath"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("esm") { options, call in
      var status = 0
      for path in options.rest.isEmpty ? ["."] : options.rest {
        guard call.found(path) != nil else {
          call.complain("\(path): \(call.reason(path))")
          status = 1
          continue
        }
        call.output += call.resolved(path) + "\n"
      }
      return .exit(status)
    }
  }
}

extension ToolCall {
  /// Where a link leads, as it was written.
  func linkTarget(_ path: String) -> String? {
    if case .link(let target)? = node(path)?.content { target } else { nil }
  }
}
