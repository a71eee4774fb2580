/// Makes nodes of a template's pieces.
struct TemplateParser {
  private let pieces: [TemplateLexer.Piece]
  private let source: String
  private var next = 0
  private(set) var named: [String: [TemplateNode]] = [:]
  private var variables = [""]
  private var loops = 0
  /// How many lists and pipelines lie in one another.
  private var depth = 0
  /// Go reads deeper ones, onto a stack that grows.
  private static let deepest = 60

  /// What ends a list of nodes.
  private enum Ending {
    case end
    /// `else`, with what stands behind it still to be read.
    case otherwise
    case nothingMore
  }

  init(_ pieces: [TemplateLexer.Piece], source: String) {
    self.pieces = pieces
    self.source = source
  }

  mutating func template() throws(GoTemplate.Problem) -> [TemplateNode] {
    let (nodes, ending) = try list()
    switch ending {
    case .nothingMore: return nodes
    case .end: throw problem("unexpected {{end}}")
    case .otherwise: throw problem("unexpected {{else}}")
    }
  }

  // MARK: - Lists and actions

  private mutating func goDeeper() throws(GoTemplate.Problem) {
    guard depth < Self.deepest else { throw problem("max expression depth exceeded") }
    depth += 1
  }

  private mutating func list() throws(GoTemplate.Problem) -> ([TemplateNode], Ending) {
    try goDeeper()
    defer { depth -= 1 }
    var nodes: [TemplateNode] = []
    while let piece = take() {
      if case .text(let text) = piece.token {
        nodes.append(.text(text))
        continue
      }
      guard case .identifier(let word)? = peek?.token else {
        nodes.append(.action(try pipeline(for: "command")))
        try expectClose()
        continue
      }
      switch word {
      case "end":
        next += 1
        try expectClose()
        return (nodes, .end)
      case "else":
        next += 1
        return (nodes, .otherwise)
      default: try action(word, &nodes)
      }
    }
    return (nodes, .nothingMore)
  }

  private mutating func action(
    _ word: String, _ nodes: inout [TemplateNode]
  ) throws(GoTemplate.Problem) {
    if let form = TemplateBranch.Form(rawValue: word) {
      next += 1
      nodes.append(.branch(try branch(form)))
      return
    }
    switch word {
    case "break", "continue":
      next += 1
      guard loops > 0 else { throw problem("{{\(word)}} outside {{range}}") }
      try expectClose()
      nodes.append(word == "break" ? .breakLoop : .continueLoop)
    case "define":
      next += 1
      try define()
    case "template", "block":
      let place = here
      next += 1
      guard case .string(let name)? = take()?.token else {
        throw problem("unexpected token in \(word) clause")
      }
      let argument = isAtClose ? nil : try pipeline(for: "\(word) clause")
      try expectClose()
      if word == "block" { named[name] = try body() }
      nodes.append(.template(name: name, argument, place))
    default:
      nodes.append(.action(try pipeline(for: "command")))
      try expectClose()
    }
  }

  private mutating func define() throws(GoTemplate.Problem) {
    guard case .string(let name)? = take()?.token else {
      throw problem("unexpected token in define clause")
    }
    try expectClose()
    named[name] = try body()
  }

  /// Nodes up to their `end`, with variables of their own.
  private mutating func body() throws(GoTemplate.Problem) -> [TemplateNode] {
    let outer = (variables, loops)
    (variables, loops) = ([""], 0)
    let (nodes, ending) = try list()
    (variables, loops) = outer
    guard case .end = ending else { throw problem("unexpected EOF") }
    return nodes
  }

  private mutating func branch(
    _ form: TemplateBranch.Form
  ) throws(GoTemplate.Problem) -> TemplateBranch {
    let known = variables.count
    defer { variables.removeLast(variables.count - known) }
    let pipeline = try pipeline(for: form.rawValue, takesTwo: form == .range)
    try expectClose()
    loops += form == .range ? 1 : 0
    let (body, ending) = try list()
    loops -= form == .range ? 1 : 0
    var branch = TemplateBranch(form: form, pipeline: pipeline, body: body, otherwise: [])
    switch ending {
    case .nothingMore: throw problem("unexpected EOF")
    case .end: break
    case .otherwise: branch.otherwise = try otherwise(form)
    }
    return branch
  }

  /// What stands between `else` and `end`; `else if` is a branch of its own.
  private mutating func otherwise(
    _ form: TemplateBranch.Form
  ) throws(GoTemplate.Problem) -> [TemplateNode] {
    if case .identifier(let word)? = peek?.token, word == form.rawValue, form != .range {
      next += 1
      // A chain of these goes deeper with each.
      try goDeeper()
      defer { depth -= 1 }
      return [.branch(try branch(form))]
    }
    try expectClose()
    let (nodes, ending) = try list()
    switch ending {
    case .end: return nodes
    case .otherwise: throw problem("expected end; found {{else}}")
    case .nothingMore: throw problem("unexpected EOF")
    }
  }

  // MARK: - Pipelines

  private mutating func pipeline(
    for context: String, takesTwo: Bool = false
  ) throws(GoTemplate.Problem) -> TemplatePipeline {
    try goDeeper()
    defer { depth -= 1 }
    var pipeline = TemplatePipeline()
    try takeVariables(into: &pipeline, takesTwo: takesTwo)
    while true {
      if isAtClose || isAt(.rightParenthesis) { break }
      pipeline.commands.append(try command(for: context))
      guard isAt(.pipe) else { break }
      next += 1
      if isAtClose { throw problem("missing value for \(context)") }
    }
    if pipeline.commands.isEmpty { throw problem("missing value for \(context)") }
    if pipeline.declares { variables += pipeline.variables }
    return pipeline
  }

  /// `$x :=`, `$x =`, and in a range `$i, $x :=`.
  private mutating func takeVariables(
    into pipeline: inout TemplatePipeline, takesTwo: Bool
  ) throws(GoTemplate.Problem) {
    guard case .variable(let first)? = peek?.token, next + 1 < pieces.count else { return }
    switch pieces[next + 1].token {
    case .declare, .assign:
      pipeline.variables = [first]
      next += 1
    case .comma where takesTwo:
      guard next + 2 < pieces.count, case .variable(let second) = pieces[next + 2].token else {
        throw problem("range can only initialize variables")
      }
      pipeline.variables = [first, second]
      next += 3
    case .text, .open, .close, .field, .dot, .variable, .identifier, .string, .number, .character,
      .pipe, .leftParenthesis, .rightParenthesis, .comma:
      return
    }
    pipeline.declares = isAt(.declare)
    next += 1
    if !pipeline.declares, let name = pipeline.variables.first(where: { !variables.contains($0) }) {
      throw problem("undefined variable \"$\(name)\"")
    }
  }

  private mutating func command(
    for context: String
  ) throws(GoTemplate.Problem) -> TemplateCommand {
    var operands: [TemplateOperand] = []
    while let operand = try operand() { operands.append(operand) }
    guard isAtClose || isAt(.pipe) || isAt(.rightParenthesis) else {
      throw problem("unexpected \(word) in \(context)")
    }
    if operands.isEmpty { throw problem("missing value for \(context)") }
    return TemplateCommand(operands: operands)
  }

  private mutating func operand() throws(GoTemplate.Problem) -> TemplateOperand? {
    guard let piece = peek, let base = try base(piece) else { return nil }
    var operand = TemplateOperand(
      base: base, place: TemplatePlace(offset: piece.offset), text: "")
    if case .field(let name) = piece.token { operand.fields = [name] }
    while case .field(let name)? = peek?.token, peek?.isApart == false {
      // Go counts a chain of fields from its second one.
      if operand.fields.count == 1 { operand.place = here }
      operand.fields.append(name)
      next += 1
    }
    operand.text = text(piece.offset, pieces[next - 1].end)
    return operand
  }

  private mutating func base(
    _ piece: TemplateLexer.Piece
  ) throws(GoTemplate.Problem) -> TemplateOperand.Base? {
    switch piece.token {
    case .dot, .field:
      next += 1
      return .dot
    case .variable(let name):
      guard variables.contains(name) else { throw problem("undefined variable \"$\(name)\"") }
      next += 1
      return .variable(name)
    case .identifier(let name):
      next += 1
      return try named(name)
    case .string(let text):
      next += 1
      return .literal(.string(text))
    case .character(let number):
      next += 1
      return .literal(.whole(number))
    case .number(let text):
      next += 1
      return .literal(try number(text))
    case .leftParenthesis:
      next += 1
      let inner = try pipeline(for: "parenthesized pipeline")
      guard isAt(.rightParenthesis) else { throw problem("unclosed left paren") }
      next += 1
      return .pipeline(inner)
    case .text, .open, .close, .pipe, .rightParenthesis, .declare, .assign, .comma: return nil
    }
  }

  private func named(_ name: String) throws(GoTemplate.Problem) -> TemplateOperand.Base {
    switch name {
    case "true", "false": return .literal(.bool(name == "true"))
    case "nil": return .literal(.null)
    default:
      guard TemplateFunctions.names.contains(name) else {
        throw problem("function \"\(name)\" not defined")
      }
      return .function(name)
    }
  }

  private func number(_ text: String) throws(GoTemplate.Problem) -> TemplateValue {
    let digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
    if let whole = Int(digits) { return .whole(whole) }
    if digits.hasPrefix("0x"), let whole = Int(digits.dropFirst(2), radix: 16) {
      return .whole(whole)
    }
    guard let floating = Double(digits), floating.isFinite else {
      throw problem("bad number syntax: \"\(text)\"")
    }
    return .floating(floating)
  }

  // MARK: - Pieces

  private var peek: TemplateLexer.Piece? { next < pieces.count ? pieces[next] : nil }
  private var here: TemplatePlace { TemplatePlace(offset: peek?.offset ?? source.utf8.count) }
  private var isAtClose: Bool { isAt(.close) }

  private func isAt(_ token: TemplateLexer.Token) -> Bool { peek?.token == token }

  private mutating func take() -> TemplateLexer.Piece? {
    defer { next += 1 }
    return peek
  }

  private mutating func expectClose() throws(GoTemplate.Problem) {
    guard isAtClose else { throw problem("unexpected \(word) in command") }
    next += 1
  }

  private func text(_ start: Int, _ end: Int) -> String {
    let bytes = source.utf8.dropFirst(start).prefix(end - start)
    return String(decoding: Array(bytes), as: UTF8.self)
  }

  /// The next piece as messages quote it.
  private var word: String { peek.map { "<\(text($0.offset, $0.end))>" } ?? "EOF" }

  private func problem(_ text: String) -> GoTemplate.Problem {
    let offset = next > 0 && next <= pieces.count ? pieces[next - 1].offset : source.utf8.count
    let line = source.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
    return GoTemplate.Problem("template: \(GoTemplate.name):\(line): \(text)")
  }
}
