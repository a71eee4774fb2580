import CLibEdit
import Testing

@testable import Terminal

/// Whatever is typed, the screen shows the line and the line is what was typed.
@Suite(.serialized) struct RandomEditingTests {
  init() { TextWidth.useUTF8() }

  @Test(arguments: [
    ("xterm-256color", 80), ("xterm-256color", 20), ("screen", 40), ("linux", 132), ("vt100", 80),
    ("tmux", 300), ("vt100", 20),
  ])
  func emacsKeysSpoilNothing(terminal: String, columns: Int) throws {
    try edit(terminal, columns, usesVi: false, seeds: 1...4)
  }

  @Test(arguments: [("xterm-256color", 20), ("screen", 80), ("linux", 40)])
  func viKeysSpoilNothing(terminal: String, columns: Int) throws {
    try edit(terminal, columns, usesVi: true, seeds: 11...13)
  }

  private func edit(
    _ terminal: String, _ columns: Int, usesVi: Bool, seeds: ClosedRange<UInt64>
  ) throws {
    let bench = try Workbench()
    if usesVi { try bench.write("bind -v\n", to: ".editrc") }
    let pty = try bench.podlab(terminal: terminal, rows: 60, columns: columns)
    #expect(pty.expect("default>"), "\(pty.screenText)")
    // A narrow screen has a short prompt.
    let last = pty.screenText.split(separator: "\n").last ?? ""
    let sheet = Sheet(columns: columns, prompt: last + " ")
    var model = LineModel(usesVi: usesVi)
    for seed in seeds {
      var random = Seeded(seed &+ UInt64(columns))
      model.begin()
      guard shows(model, on: pty, sheet, "seed \(seed)") else { return }
      for number in 1...200 {
        pty.send(model.press(&random))
        // Looking now and then tells where things went wrong.
        guard number % 40 == 0 else { continue }
        guard shows(model, on: pty, sheet, "seed \(seed), key \(number)") else { return }
      }
      let line = model.line
      pty.send(model.finish())
      guard shows(model, on: pty, sheet, "seed \(seed), finished") else { return }
      pty.send("\r")
      #expect(pty.expectOutput("\(line)\r\n"), "seed \(seed): \(line)\n\(pty.screenText)")
    }
  }

  /// Whether the screen comes to show the line as a plain drawing of it would, cursor and all.
  private func shows(_ model: LineModel, on pty: Pty, _ sheet: Sheet, _ moment: String) -> Bool {
    let column = sheet.column(of: model)
    let rows = sheet.rows(of: model.line)
    let isShown = pty.expectBottom(rows, cursorColumn: column)
    #expect(
      isShown, "\(moment), column \(column):\n\(rows)\n--- is\n\(pty.screenText)\n\(pty.cursor)")
    return isShown
  }
}

/// What a terminal must show.
private struct Sheet {
  var columns: Int
  var prompt: String

  init(columns: Int, prompt: some StringProtocol) {
    self.columns = columns
    self.prompt = String(prompt)
  }

  func column(of model: LineModel) -> Int {
    let before = Array(prompt.unicodeScalars) + Array(model.text[..<model.cursor])
    return ScreenLayout(
      promptWidth: 0, text: before.map { WideText.held(wchar_t($0.value)) },
      cursor: before.count, columns: columns
    ).cursorColumn
  }

  /// Prompt and line as rows, spaces at the ends of rows left out.
  func rows(of line: String) -> String {
    var rows = [""]
    var used = 0
    for scalar in (prompt + line).unicodeScalars {
      let isUnseen = TextWidth.of(wchar_t(scalar.value)) == 0
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let shown =
        isUnseen
        ? "\\U+" + String(repeating: "0", count: 5 - digits.count) + digits : String(scalar)
      for sign in shown.unicodeScalars {
        let width = TextWidth.of(wchar_t(sign.value))
        if used + width > columns {
          rows.append("")
          used = 0
        }
        rows[rows.count - 1].unicodeScalars.append(sign)
        used += width
      }
    }
    let trimmed = rows.map { row in
      var row = row
      while row.last == " " { row.removeLast() }
      return row
    }
    return trimmed.joined(separator: "\n")
  }
}
