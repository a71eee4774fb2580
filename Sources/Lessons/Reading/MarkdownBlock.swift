/// A piece of a Markdown text that stands on lines of its own.
indirect enum MarkdownBlock: Equatable {
  case heading(level: Int, [MarkdownSpan])
  case paragraph([MarkdownSpan])
  /// Lines shown as they are; the caption is the name of the file they belong to.
  case code(caption: String?, [String])
  case quote([MarkdownBlock])
  case list([Item])
  case table(MarkdownTable)
  case rule

  struct Item: Equatable {
    /// `- ` or `12. `
    var marker: String
    var blocks: [MarkdownBlock]
  }
}

/// Rows of cells, the first of them the heading.
struct MarkdownTable: Equatable {
  enum Alignment: Equatable {
    case left
    case centre
    case right
  }

  var alignments: [Alignment]
  var header: [[MarkdownSpan]]
  var rows: [[[MarkdownSpan]]]
}

/// A run of text in one style.
struct MarkdownSpan: Equatable {
  enum Style: Equatable {
    case plain
    case strong
    case emphasis
    case code
  }

  var text: String
  var style: Style
}
