import Objects

/// One run of a template over a document.
struct TemplateRun {
  private(set) var output = ""
  private let template: GoTemplate
  private let document: TemplateValue
  private var variables: [(name: String, value: TemplateValue)] = []
  private var depth = 0

  private static let deepest = 100
  /// Templates in each other may write much.
  private static let mostOutput = 64 << 20
  /// Templates that call two others each, and ranges in ranges, can go on for ever without writing
  /// anything.
  private static let mostNodes = 5_000_000
  private static let workOfCall = 50
  private var nodesWalked = 0

  /// How a list of nodes ended.
  private enum Flow {
    case goesOn
    case breaks
    case continues
  }

  /// Whether a field may be missing from an object.
  private let allowsMissing: Bool

  init(_ template: GoTemplate, _ document: APIValue, allowsMissing: Bool) {
    self.template = template
    self.allowsMissing = allowsMissing
    self.document = TemplateValue(document)
  }

  mutating func start() throws(GoTemplate.Problem) {
    variables = [("", document)]
    _ = try walk(template.root, document)
  }

  // MARK: - Nodes

  private mutating func walk(
    _ nodes: [TemplateNode], _ dot: TemplateValue
  ) throws(GoTemplate.Problem) -> Flow {
    let known = variables.count
    defer { variables.removeLast(variables.count - known) }
    for node in nodes {
      nodesWalked += 1
      switch node {
      case .text(let text): output += text
      case .action(let pipeline):
        let value = try value(of: pipeline, dot)
        if pipeline.variables.isEmpty { output += value.shown }
      case .branch(let branch):
        let flow = try walk(branch, dot)
        if case .goesOn = flow { continue }
        return flow
      case .template(let name, let argument, let place):
        try call(name, argument, place, dot)
      case .breakLoop: return .breaks
      case .continueLoop: return .continues
      }
      if output.utf8.count > Self.mostOutput || nodesWalked > Self.mostNodes {
        throw GoTemplate.Problem("template: \(GoTemplate.name): the output is too long")
      }
    }
    return .goesOn
  }

  private mutating func call(
    _ name: String, _ argument: TemplatePipeline?, _ place: TemplatePlace, _ dot: TemplateValue
  ) throws(GoTemplate.Problem) {
    guard let nodes = template.named[name] else {
      throw problem("template \"\(name)\" not defined", at: place, "{{template \"\(name)\"}}")
    }
    guard depth < Self.deepest else {
      throw problem("exceeded maximum template depth", at: place, "{{template \"\(name)\"}}")
    }
    nodesWalked += Self.workOfCall
    var given = TemplateValue.missing
    if let argument { given = try value(of: argument, dot) }
    let outer = variables
    variables = [("", given)]
    depth += 1
    _ = try walk(nodes, given)
    depth -= 1
    variables = outer
  }

  private mutating func walk(
    _ branch: TemplateBranch, _ dot: TemplateValue
  ) throws(GoTemplate.Problem) -> Flow {
    let known = variables.count
    defer { variables.removeLast(variables.count - known) }
    switch branch.form {
    case .if, .with:
      let value = try value(of: branch.pipeline, dot)
      let inner = branch.form == .with ? value : dot
      return value.truth ? try walk(branch.body, inner) : try walk(branch.otherwise, dot)
    case .range: return try loop(branch, dot)
    }
  }

  private mutating func loop(
    _ branch: TemplateBranch, _ dot: TemplateValue
  ) throws(GoTemplate.Problem) -> Flow {
    var pipeline = branch.pipeline
    let names = pipeline.variables
    pipeline.variables = []
    let value = try value(of: pipeline, dot)
    guard let entries = Self.entries(of: value) else {
      let operand = pipeline.commands[pipeline.commands.count - 1].operands[0]
      throw problem("range can't iterate over \(value.inner)", at: operand)
    }
    if entries.isEmpty { return try walk(branch.otherwise, dot) }
    for entry in entries {
      let known = variables.count
      defer { variables.removeLast(variables.count - known) }
      if names.count > 1 { set(names[0], entry.key, declares: pipeline.declares) }
      if let last = names.last { set(last, entry.value, declares: pipeline.declares) }
      if case .breaks = try walk(branch.body, entry.value) { break }
    }
    return .goesOn
  }

  private static func entries(
    of value: TemplateValue
  ) -> [(key: TemplateValue, value: TemplateValue)]? {
    switch value {
    case .missing, .null: []
    case .list(let items): items.enumerated().map { (.whole($0.offset), $0.element) }
    case .object(let members):
      members.sorted.map { (.string($0.name), TemplateValue($0.value)) }
    case .whole(let number): (0..<max(0, min(number, 1_000_000))).map { (.whole($0), .whole($0)) }
    case .bool, .floating, .string: nil
    }
  }

  private mutating func set(_ name: String, _ value: TemplateValue, declares: Bool) {
    if !declares, let place = variables.lastIndex(where: { $0.name == name }) {
      variables[place].value = value
    } else {
      variables.append((name, value))
    }
  }

  // MARK: - Values

  private mutating func value(
    of pipeline: TemplatePipeline, _ dot: TemplateValue
  ) throws(GoTemplate.Problem) -> TemplateValue {
    var result: TemplateValue?
    for command in pipeline.commands { result = try value(of: command, dot, last: result) }
    let value = result ?? .missing
    for name in pipeline.variables { set(name, value, declares: pipeline.declares) }
    return value
  }

  private mutating func value(
    of command: TemplateCommand, _ dot: TemplateValue, last: TemplateValue?
  ) throws(GoTemplate.Problem) -> TemplateValue {
    let first = command.operands[0]
    if case .function(let name) = first.base {
      return try call(name, command, dot, last: last)
    }
    if command.operands.count > 1 || last != nil {
      throw problem("can't give argument to non-function \(first.text)", at: first)
    }
    return try value(of: first, dot)
  }

  private mutating func call(
    _ name: String, _ command: TemplateCommand, _ dot: TemplateValue, last: TemplateValue?
  ) throws(GoTemplate.Problem) -> TemplateValue {
    var arguments: [TemplateValue] = []
    for operand in command.operands.dropFirst() {
      arguments.append(try value(of: operand, dot))
      // and and or stop where the answer is known.
      if name == "and", arguments.last?.truth == false { return arguments[arguments.count - 1] }
      if name == "or", arguments.last?.truth == true { return arguments[arguments.count - 1] }
    }
    if let last { arguments.append(last) }
    do throws(TemplateFunctions.Problem) {
      return try TemplateFunctions.call(name, arguments)
    } catch {
      let text = error.isOfCall ? "error calling \(name): \(error.text)" : error.text
      let context = error.isOfCall ? command.operands.map(\.text).joined(separator: " ") : nil
      let operand = command.operands[0]
      throw problem(text, at: operand.place, context ?? operand.text)
    }
  }

  private mutating func value(
    of operand: TemplateOperand, _ dot: TemplateValue
  ) throws(GoTemplate.Problem) -> TemplateValue {
    var value: TemplateValue
    switch operand.base {
    case .dot: value = dot
    case .variable(let name): value = variables.last { $0.name == name }?.value ?? .missing
    case .literal(let literal): value = literal
    case .pipeline(let pipeline): value = try self.value(of: pipeline, dot)
    case .function(let name):
      value = try call(name, TemplateCommand(operands: [operand]), dot, last: nil)
    }
    for field in operand.fields { value = try self.field(field, of: value, operand) }
    return value
  }

  private func field(
    _ name: String, of value: TemplateValue, _ operand: TemplateOperand
  ) throws(GoTemplate.Problem) -> TemplateValue {
    switch value {
    case .missing: return .missing
    case .null:
      throw problem("nil pointer evaluating interface {}.\(name)", at: operand)
    case .object(let members):
      if let value = members[name] { return TemplateValue(value) }
      if allowsMissing { return .missing }
      throw problem("map has no entry for key \"\(name)\"", at: operand)
    case .bool, .whole, .floating, .string, .list:
      throw problem("can't evaluate field \(name) in type interface {}", at: operand)
    }
  }

  // MARK: - Problems

  private func problem(_ text: String, at operand: TemplateOperand) -> GoTemplate.Problem {
    problem(text, at: operand.place, operand.text)
  }

  private func problem(
    _ text: String, at place: TemplatePlace, _ quoted: String
  ) -> GoTemplate.Problem {
    GoTemplate.Problem(
      "template: \(place.text(in: template.source)): executing \"\(GoTemplate.name)\" at "
        + "<\(quoted)>: \(text)")
  }
}
