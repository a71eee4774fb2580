import Engine
import Foundation
import Lessons
import Simulation
import Testing

@testable import Shell

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Pictures without a cluster: what is drawn, told and kept.
@Suite struct PictureTests {
  private static let sample = Picture(
    title: "A <sample> & more",
    parts: [
      .text(Phrase("4 nodes", .strong) + "  with a sentence that is long enough to be broken"),
      .boxes(
        [
          Box(
            title: "worker-1", note: Phrase("Ready", .good),
            parts: [
              .gauges([
                Gauge(name: "cpu", taken: 1, used: 3, whole: 4, amount: "1 of 4", use: "uses 3"),
                Gauge(name: "memory", taken: 4, whole: 4, amount: "4 of 4"),
              ]),
              .rows([
                CellRow(
                  label: "web", cells: Array(repeating: PodState.ready.cell, count: 70),
                  note: "70/70 ready"),
                CellRow(label: "名前の長いもの", cells: [PodState.failing.cell], note: "\u{1b}[31mx"),
              ]),
            ]),
          Box(title: Phrase(String(repeating: "long", count: 40)), parts: [.text("no pods")]),
        ], least: 38),
      .table(
        PictureTable(
          header: ["POD", "STATE", "NODE"],
          rows: [["web-1", "Running", "worker-1"], ["web-2", "", "a-node-with-a-long-name"]])),
      .lanes(
        Lanes(
          from: .worldBegins, to: .worldBegins + .minutes(20),
          lanes: [
            .init(
              label: "pod/web",
              stretches: [
                .init(from: .worldBegins, to: .worldBegins + .seconds(10), state: .starting),
                .init(
                  from: .worldBegins + .seconds(10), to: .worldBegins + .seconds(11),
                  state: .failing),
                .init(
                  from: .worldBegins + .seconds(11), to: .worldBegins + .minutes(20), state: .ready),
              ],
              signs: [
                LaneSign(
                  time: .worldBegins + .seconds(12), sign: "↻", tone: .warning, word: "restarts")
              ])
          ],
          moments: [
            LaneSign(time: .worldBegins, sign: "1", tone: .plain, word: "create <pod>")
          ], momentsLabel: "commands")),
      .gap,
      .legend(PodState.legend(of: Set(PodState.allCases))),
    ])

  @Test(arguments: [1, 2, 7, 20, 40, 80, 132, 300])
  func noLineIsWiderThanTheScreen(width: Int) {
    for usesColour in [false, true] {
      let scene = Layout(width: width).scene(of: Self.sample)
      for line in Canvas(scene).lines(usesColour: usesColour) {
        #expect(ColumnWidth.of(line) <= width, "\(line)")
        #expect(!line.contains("\u{1b}[31mx"), "\(line)")
      }
    }
  }

  @Test func colourSaysNothingOfItsOwn() {
    let canvas = Canvas(Layout(width: 80).scene(of: Self.sample))
    let coloured = canvas.lines(usesColour: true).map { line in
      line.replacing(/\u{1b}\[[0-9;]*m/, with: "")
    }
    #expect(coloured == canvas.lines(usesColour: false))
  }

  @Test func boxesAreClosedAndCellsCounted() {
    let lines = Canvas(Layout(width: 80).scene(of: Self.sample)).lines(usesColour: false)
    let text = lines.joined(separator: "\n")
    #expect(text.count { $0 == "╭" } == 2)
    #expect(text.count { $0 == "╯" } == 2)
    // One more explains the sign.
    #expect(lines.map { String($0.prefix(39)) }.joined().count { $0 == "●" } == 71)
    // Half as high where something is used that nobody has reserved.
    #expect(text.contains("▄"))
    #expect(text.contains("↻━"), "\(text)")
  }

  @Test func theAccountIsPlainText() {
    let lines = PlainAccount(picture: Self.sample).lines(width: 60)
    let text = lines.joined(separator: "\n")
    #expect(text.contains("worker-1: Ready\n  cpu: 1 of 4, 25%, uses 3\n"))
    #expect(text.contains("  web: 70 ready; 70/70 ready\n"))
    #expect(text.contains("web-1, state Running, node worker-1\n"))
    #expect(text.contains("pod/web: 12:00:40 starts, 12:00:50 fails, 12:00:51 ready"))
    #expect(!text.contains { "╭│█░●✗━".contains($0) })
  }

  @Test func theFileIsXML() throws {
    let text = SVGDrawing(Self.sample, width: 80).text
    let reader = XMLReader(text)
    #expect(reader.problem == nil, "\(reader.problem ?? "")")
    #expect(reader.count(of: "title") == 1)
    #expect(reader.count(of: "rect") > 70)
    #expect(text.contains("A &lt;sample&gt; &amp; more"))
    #expect(!text.contains("\u{1b}"))
  }

  @Test(arguments: [
    ("a<b>&\"c\"'", "a&lt;b&gt;&amp;&quot;c&quot;&apos;"), ("\u{0}\u{1b}\u{FFFE}\u{85}x", "????x"),
    ("]]>", "]]&gt;"), ("名", "名"),
  ])
  func textIsEscaped(text: String, escaped: String) {
    #expect(SVGDrawing.escaped(text) == escaped)
  }

  /// Times stay in order, whatever is cut short.
  @Test(arguments: [1, 8, 30, 60, 200])
  func theAxisNeverGoesBack(columns: Int) {
    let begin = SimTime.worldBegins
    var chance = SeededRandom(seed: UInt64(columns))
    for _ in 0..<50 {
      let end = begin + .seconds(Int64(1 + chance.below(20_000)))
      let busy = (0..<chance.below(12)).map { _ in
        begin + .milliseconds(Int64(chance.below(Int((end - begin).milliseconds))))
      }
      let axis = TimeAxis(from: begin, to: end, busy: busy.sorted(), columns: columns)
      let shown = (busy.sorted() + [end]).map { axis.column(of: $0) }
      #expect(shown == shown.sorted())
      #expect(shown.allSatisfy { (0..<columns).contains($0) })
      #expect(axis.column(of: begin) == 0)
      #expect(axis.column(of: end) == columns - 1)
    }
  }
}

/// Reads XML as a browser would have to, strictly.
final class XMLReader: NSObject, XMLParserDelegate {
  private(set) var problem: String?
  private var names: [String] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { problem = "\(parser.parserError.map { "\($0)" } ?? "broken")" }
  }

  func count(of name: String) -> Int { names.count { $0 == name } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    names.append(name)
  }
}
