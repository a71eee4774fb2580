import Engine

/// `chmod`
enum ChangeMode: Tool {
  static let names = ["chmod"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var words = call.arguments
    var flags = ""
    while let word = words.first, ["-R", "-v", "-f", "-c", "-Rv", "-vR", "-Rf"].contains(word) {
      flags += words.removeFirst().dropFirst()
    }
    guard words.count > 1 else { return call.fail("missing operand") }
    let mode = words.removeFirst()
    guard FileMode.changed(0, by: mode, isFolder: false) != nil else {
      return call.fail("invalid mode '\(mode)'")
    }
    var status = 0
    for path in words where !change(path, mode, flags, &call) { status = 1 }
    return .exit(status)
  }

  private static func change(
    _ path: String, _ text: String, _ flags: String, _ call: inout ToolCall
  ) -> Bool {
    guard let node = call.found(path) else {
      if !flags.contains("f") { call.complain("\(path): \(call.reason(path))") }
      return false
    }
    let user = call.system.process.user.id
    guard user == 0 || user == node.owner else {
      call.complain("\(path): Operation not permitted")
      return false
    }
    let mode = FileMode.changed(node.mode, by: text, isFolder: node.isFolder) ?? node.mode
    do throws(PodSandbox.FileProblem) {
      try call.change(path) { $0.setMode(mode, of: $1) }
    } catch {
      call.complain("\(path): \(error.rawValue)")
      return false
    }
    if flags.contains("v") {
      let digits = String(mode, radix: 8)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      call.output += "mode of '\(path)' changed to \(zeros)\(digits) (\(FileMode.text(mode)))\n"
    }
    guard flags.contains("R"), node.isFolder else { return true }
    var isDone = true
    for name in call.names(in: path) {
      let inner = ToolCall.joined(path, name)
      if call.linkTarget(inner) != nil { continue }
      if !change(inner, text, flags, &call) { isDone = false }
    }
    return isDone
  }
}

/// `chown` and `chgrp`
enum ChangeOwner: Tool {
  static let names = ["chown", "chgrp"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("RhLHPcfv") { options, call in
      var words = options.rest
      guard words.count > 1 else { return call.fail("missing operand") }
      let wanted = words.removeFirst()
      let (user, group, problem) = read(wanted, call)
      if let problem { return call.fail(problem) }
      var status = 0
      for path in words where !change(path, user, group, options.has("R"), &call) { status = 1 }
      return .exit(status)
    }
  }

  private static func read(
    _ text: String, _ call: ToolCall
  ) -> (user: Int?, group: Int?, problem: String?) {
    let accounts = call.accounts
    var sides = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if sides.count == 1, Int(text) == nil, text.contains(".") {
      sides = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
    if call.name == "chgrp" { sides = ["", text] }
    var user: Int?
    var group: Int?
    if !sides[0].isEmpty {
      user = Int(sides[0]) ?? accounts.user(sides[0])?.id
      if user == nil { return (nil, nil, "unknown user \(sides[0])") }
    }
    if sides.count > 1 {
      group = sides[1].isEmpty ? accounts.user(sides[0])?.group : nil
      if !sides[1].isEmpty {
        group = Int(sides[1]) ?? accounts.group(sides[1])
        if group == nil { return (nil, nil, "unknown group \(sides[1])") }
      }
    }
    return (user, group, nil)
  }

  private static func change(
    _ path: String, _ user: Int?, _ group: Int?, _ isDeep: Bool, _ call: inout ToolCall
  ) -> Bool {
    guard let node = call.found(path) else {
      call.complain("\(path): \(call.reason(path))")
      return false
    }
    guard call.system.process.user.may(.changeOwner) else {
      call.complain("\(path): Operation not permitted")
      return false
    }
    do throws(PodSandbox.FileProblem) {
      try call.change(path) {
        $0.setOwner(user ?? node.owner, group: group ?? node.group, of: $1)
      }
    } catch {
      call.complain("\(path): \(error.rawValue)")
      return false
    }
    guard isDeep, node.isFolder else { return true }
    var isDone = true
    for name in call.names(in: path)
    where !change(ToolCall.joined(path, name), user, group, true, &call) { isDone = false }
    return isDone
  }
}
