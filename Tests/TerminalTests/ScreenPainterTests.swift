import CLibEdit
import Testing

@testable import Terminal

/// Whatever was drawn before, painting what changed leaves what a drawing from scratch would.
struct ScreenPainterTests {
  init() { TextWidth.useUTF8() }

  @Test(arguments: [8, 20, 80], UInt64(1)...12)
  func anyLineFollowsAnyOther(columns: Int, seed: UInt64) {
    var random = Seeded(seed &* 1000 &+ UInt64(columns))
    var model = LineModel(usesVi: false)
    var screen = ScreenEmulator(rows: 40, columns: columns)
    var drawn: ScreenLayout?
    for _ in 0..<60 {
      var keys: [String] = []
      for _ in 0...random.next(below: 12) { keys.append(model.press(&random)) }
      let text = model.text.map { WideText.held(wchar_t($0.value)) }
      let layout = ScreenLayout(promptWidth: 2, text: text, cursor: model.cursor, columns: columns)
        .fitting(screen.rows, hiddenBefore: drawn?.hiddenRows ?? 0)
      let before = screen.text
      let painter = ScreenPainter(from: drawn, to: layout, prompt: "> ", columns: columns)
      screen.feed(painter.text.utf8)
      drawn = layout
      var fresh = ScreenEmulator(rows: 40, columns: columns)
      fresh.feed(ScreenPainter(from: nil, to: layout, prompt: "> ", columns: columns).text.utf8)
      guard screen.text == fresh.text, screen.cursor == fresh.cursor else {
        Issue.record("\(before)\n--- \(keys)\n\(screen.text)\n--- not\n\(fresh.text)")
        return
      }
    }
  }
}
