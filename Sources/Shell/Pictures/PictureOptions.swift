import Kubectl

/// What all verbs that draw have in common: `--plain`, `--svg FILE`, `--all`, and flags of their
/// own.
struct PictureOptions {
  let isPlain: Bool
  let showsAll: Bool
  let file: String?
  /// Flags without a value that were given, without their dashes.
  let flags: Set<String>
  let arguments: LabArguments

  /// How many rows a screen has when nobody knows.
  private static let usualHeight = 24

  init(
    _ words: [String], flags: [String] = [], taking names: [String] = [],
    for type: any Command.Type
  ) throws(CommandProblem) {
    let known = Set(flags + ["plain", "all"])
    var given: Set<String> = []
    var rest: [String] = []
    var takesNext = false
    for word in words {
      let name = String(word.drop { $0 == "-" })
      if word.hasPrefix("-"), !takesNext, known.contains(name) {
        given.insert(name)
      } else {
        takesNext = !takesNext && word.hasPrefix("-") && !word.contains("=")
        rest.append(word)
      }
    }
    arguments = try LabArguments(rest, taking: names + ["svg"], for: type)
    isPlain = given.contains("plain")
    showsAll = given.contains("all")
    file = arguments["svg"]
    self.flags = given
  }

  /// How many lines a picture may have before it folds: two screens, less what stands around it.
  static func lineLimit(in session: Session) -> Int {
    max(16, 2 * (session.host.pageHeight() ?? usualHeight) - 4)
  }
}

extension Session {
  /// Columns for a picture.
  var pictureWidth: Int { max(1, style.width ?? 80) }

  /// Shows a picture as it is wanted: drawn, told, or kept in a file.
  mutating func show(
    _ picture: Picture, _ options: PictureOptions
  ) throws(CommandProblem) -> Int32 {
    if let path = options.file {
      guard !path.isEmpty else { throw .failed("--svg needs the name of a file") }
      do throws(HostProblem) {
        try host.writeFile(path, SVGDrawing(picture, width: max(60, pictureWidth)).text, false)
      } catch {
        throw .failed("\(path): \(error.message)")
      }
      report("wrote \(path)")
    } else if options.isPlain || host.style().isPlain {
      put(Lines.text(PlainAccount(picture: picture).lines(width: style.width)))
    } else {
      let scene = Layout(width: pictureWidth).scene(of: picture)
      put(Lines.text(Canvas(scene).lines(usesColour: style.usesColour)))
    }
    return 0
  }
}
