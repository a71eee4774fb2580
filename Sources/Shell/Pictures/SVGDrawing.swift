import Lessons

/// A scene as an SVG file, for notes and slides: on light and on dark pages.
struct SVGDrawing {
  private let scene: Scene
  private let title: String
  private let account: String

  /// A letter's width and a line's height, in tenths of a pixel.
  private static let columnTenths = 84
  private static let rowTenths = 200
  private static let margin = 160

  init(_ picture: Picture, width: Int) {
    scene = Layout(width: width).scene(of: picture)
    title = picture.title
    account = PlainAccount(picture: picture).lines(width: nil).joined(separator: "\n")
  }

  var text: String {
    let width = Self.pixels(scene.width * Self.columnTenths + 2 * Self.margin)
    let height = Self.pixels(scene.height * Self.rowTenths + 2 * Self.margin)
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" font-size="14">
      <title>\(Self.escaped(title))</title>
      <desc>\(Self.escaped(account))</desc>
      <style>
      \(Self.styles)
      </style>
      <rect class="page" width="\(width)" height="\(height)"/>

      """
    // Frames first: titles stand on them.
    for placed in scene.marks {
      if case .frame = placed.mark { text += element(placed) }
    }
    for placed in scene.marks {
      if case .frame = placed.mark { continue }
      text += element(placed)
    }
    return text + "</svg>\n"
  }

  // MARK: - Elements

  private func element(_ placed: Scene.Placed) -> String {
    let x = Self.margin + placed.column * Self.columnTenths
    let y = Self.margin + placed.row * Self.rowTenths
    switch placed.mark {
    case .text(let phrase): return words(phrase, x, y)
    case .title(let phrase):
      let back = rectangle("page", x, y, phrase.columns * Self.columnTenths, Self.rowTenths)
      return back + words(phrase, x, y)
    case .frame(let width, let height, let tone):
      return rectangle(
        "frame \(tone.name)", x + 42, y + 100, (width - 1) * Self.columnTenths,
        (height - 1) * Self.rowTenths, radius: 6)
    case .gauge(let width, let gauge): return bar(gauge, width, x, y)
    case .cell(let cell):
      let back = rectangle(
        "cell \(cell.tone.name)", x + 4, y + 20, Self.columnTenths - 8, 160, radius: 2)
      return back + words(Phrase(String(cell.sign), cell.tone), x, y)
    case .stretch(let width, let state):
      let height = state.isSolid ? 120 : 50
      return rectangle(
        "\(state.tone.name)", x, y + (Self.rowTenths - height) / 2,
        width * Self.columnTenths, height)
    }
  }

  private func bar(_ gauge: Gauge, _ width: Int, _ x: Int, _ y: Int) -> String {
    let whole = width * Self.columnTenths
    var text = rectangle("free", x, y + 40, whole, 120, radius: 2)
    let height = gauge.used == nil ? 120 : 60
    text += rectangle(
      "\(gauge.tone.name)", x, y + 40, gauge.share(gauge.taken, of: whole), height, radius: 2)
    if let used = gauge.used {
      text += rectangle("used", x, y + 100, gauge.share(used, of: whole), 60, radius: 2)
    }
    return text
  }

  private func rectangle(
    _ name: String, _ x: Int, _ y: Int, _ width: Int, _ height: Int, radius: Int = 0
  ) -> String {
    let corner = radius == 0 ? "" : " rx=\"\(radius)\""
    return "<rect class=\"\(name)\" x=\"\(Self.pixels(x))\" y=\"\(Self.pixels(y))\" "
      + "width=\"\(Self.pixels(width))\" height=\"\(Self.pixels(height))\"\(corner)/>\n"
  }

  private func words(_ phrase: Phrase, _ x: Int, _ y: Int) -> String {
    var text = ""
    var x = x
    for piece in phrase.pieces {
      let columns = ColumnWidth.of(piece.text)
      let lead = piece.text.prefix { $0 == " " }.count
      let shown = String(piece.text.dropFirst(lead).trimmed())
      if !shown.isEmpty {
        // Letters keep their columns whatever the font.
        let width = ColumnWidth.of(shown) * Self.columnTenths
        text +=
          "<text class=\"\(piece.tone.name)\" x=\"\(Self.pixels(x + lead * Self.columnTenths))\" "
          + "y=\"\(Self.pixels(y + 145))\" textLength=\"\(Self.pixels(width))\">"
          + Self.escaped(shown) + "</text>\n"
      }
      x += columns * Self.columnTenths
    }
    return text
  }

  // MARK: - Text

  private static func pixels(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// Text as XML holds it: nothing in it is markup, and nothing is left that XML cannot hold.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&apos;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      default:
        let isHeld =
          scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
          && scalar.value & 0xFFFE != 0xFFFE
        escaped.unicodeScalars.append(isHeld ? scalar : "?")
      }
    }
    return escaped
  }

  // MARK: - Colours

  /// What each class looks like on a light page and on a dark one.
  private static let colours: [(name: String, light: String, dark: String)] = [
    ("plain", "#1f2328", "#e6edf3"), ("strong", "#1f2328", "#e6edf3"),
    ("faint", "#6b7280", "#9198a1"), ("good", "#1a7f37", "#3fb950"),
    ("warning", "#9a6700", "#d29922"), ("bad", "#cf222e", "#f85149"),
    ("owner-a", "#0e7490", "#22d3ee"), ("owner-b", "#a21caf", "#e879f9"),
    ("owner-c", "#1d4ed8", "#60a5fa"), ("owner-d", "#047857", "#34d399"),
    ("owner-e", "#b45309", "#fbbf24"), ("owner-f", "#6d28d9", "#a78bfa"),
    ("page", "#ffffff", "#0d1117"), ("free", "#e5e7eb", "#30363d"), ("used", "#0969da", "#58a6ff"),
  ]

  private static func rules(_ colour: ((name: String, light: String, dark: String)) -> String)
    -> String
  {
    colours.map { entry in
      ".\(entry.name) { fill: \(colour(entry)); } "
        + ".frame.\(entry.name) { fill: none; stroke: \(colour(entry)); }"
    }.joined(separator: "\n")
  }

  /// Nothing that a simple reader of SVG would stumble over: the dark page is only a second set of
  /// colours.
  private static let styles = """
    text { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; \
    white-space: pre; }
    text.strong { font-weight: bold; }
    .cell { fill-opacity: 0.18; }
    \(rules { $0.light })
    @media (prefers-color-scheme: dark) {
    \(rules { $0.dark })
    }
    """
}

extension Tone {
  /// Its class in the file.
  fileprivate var name: String {
    switch self {
    case .plain: "plain"
    case .faint: "faint"
    case .strong: "strong"
    case .good: "good"
    case .warning: "warning"
    case .bad: "bad"
    case .owner(let number): "owner-" + ["a", "b", "c", "d", "e", "f"][number % Self.ownerColours]
    }
  }
}
