import Objects

/// A template as `-o go-template` takes it: text with actions in double braces.
///
/// The language of Go's text/template with the functions kubectl adds, over one API document.
/// Left out: methods, `call`, and templates that call themselves more than a hundred deep.
public struct GoTemplate: Sendable {
  /// Why a template cannot be read or followed, in Go's words.
  public struct Problem: Error, Equatable, Sendable {
    public var message: String

    init(_ message: String) { self.message = message }
  }

  /// What every template is called that kubectl is given.
  static let name = "output"

  /// As it was given.
  public let source: String
  let root: [TemplateNode]
  /// What `define` named.
  let named: [String: [TemplateNode]]

  public init(_ text: String) throws(Problem) {
    source = text
    var parser = TemplateParser(try TemplateLexer.pieces(of: text), source: text)
    root = try parser.template()
    named = parser.named
  }

  /// What it says about a document.
  public func text(of document: APIValue) throws(Problem) -> String {
    let (text, problem) = run(over: document)
    if let problem { throw problem }
    return text
  }

  /// What it says about a document, or the beginning of that and why it went no further.
  /// A field that is not there is a problem only when `allowMissing` is false.
  public func run(
    over document: APIValue, allowMissing: Bool = true
  ) -> (text: String, problem: Problem?) {
    var run = TemplateRun(self, document, allowsMissing: allowMissing)
    do throws(Problem) {
      try run.start()
      return (run.output, nil)
    } catch {
      return (run.output, error)
    }
  }
}

/// A place in a template, for messages.
struct TemplatePlace: Sendable {
  /// In bytes from the beginning of the template.
  var offset: Int

  /// `output:2:7`: lines count from 1, columns from 0, as Go counts them.
  func text(in source: String) -> String {
    let before = source.utf8.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.lastIndex(of: UInt8(ascii: "\n")).map {
      before.distance(from: $0, to: before.endIndex) - 1
    }
    return "\(GoTemplate.name):\(line):\(column ?? offset)"
  }
}
