/// A piece of a template that has been read.
indirect enum TemplateNode: Sendable {
  case text(String)
  case action(TemplatePipeline)
  case branch(TemplateBranch)
  case template(name: String, TemplatePipeline?, TemplatePlace)
  case breakLoop
  case continueLoop
}

/// `if`, `with` or `range`: something with a condition and perhaps an `else`.
struct TemplateBranch: Sendable {
  enum Form: String, Sendable {
    case `if`
    case with
    case range
  }

  var form: Form
  var pipeline: TemplatePipeline
  var body: [TemplateNode]
  var otherwise: [TemplateNode]
}

/// Commands whose results are handed on, and the variables that keep the last one.
struct TemplatePipeline: Sendable {
  var variables: [String] = []
  /// Whether the variables are new ones, `:=`, or had before, `=`.
  var declares = true
  var commands: [TemplateCommand] = []
}

/// A function with its arguments, or one operand.
struct TemplateCommand: Sendable {
  var operands: [TemplateOperand]
}

/// A word of a command with the fields behind it.
struct TemplateOperand: Sendable {
  indirect enum Base: Sendable {
    case dot
    case variable(String)
    case function(String)
    case literal(TemplateValue)
    case pipeline(TemplatePipeline)
  }

  var base: Base
  var fields: [String] = []
  var place: TemplatePlace
  /// As it was written.
  var text: String
}
