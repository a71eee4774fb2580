/// `du`: the space that files take.
enum DiskUse: Tool {
  static let names = ["du"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("aHLsxd:clhmk") { options, call in
      var status = 0
      var total = 0
      let deepest: Int
      do throws(ToolProblem) {
        deepest = options.has("s") ? 0 : try options.number("d") ?? Int.max
      } catch {
        return call.fail(error.text)
      }
      for path in options.rest.isEmpty ? ["."] : options.rest {
        guard let node = call.node(path) else {
          call.complain("\(path): \(call.reason(path))")
          status = 1
          continue
        }
        total += measure(path, node, 0, deepest, options, &call)
      }
      if options.has("c") { call.output += size(total, options) + "\ttotal\n" }
      return .exit(status)
    }
  }

  private static func measure(
    _ path: String, _ node: FileTree.Node, _ depth: Int, _ deepest: Int, _ options: GivenOptions,
    _ call: inout ToolCall
  ) -> Int {
    var sum = ListedFile.kibibytes(node)
    if node.isFolder {
      for name in call.names(in: path) {
        let inner = ToolCall.joined(path, name)
        guard let child = call.node(inner) else { continue }
        sum += measure(inner, child, depth + 1, deepest, options, &call)
      }
    }
    if depth <= deepest, node.isFolder || depth == 0 || options.has("a") {
      call.output += "\(size(sum, options))\t\(path)\n"
    }
    return sum
  }

  private static func size(_ kibibytes: Int, _ options: GivenOptions) -> String {
    if options.has("h") { return HumanSize.text(kibibytes * 1024) }
    return String(options.has("m") ? (kibibytes + 1023) / 1024 : kibibytes)
  }
}
