import Dispatch
import Testing

@testable import Terminal

struct HistoryFileTests {
  private let bench: Workbench
  private let file: HistoryFile

  init() throws {
    bench = try Workbench()
    file = HistoryFile(path: bench.folder + "/deep/er/history")
  }

  private var texts: [String] { file.load().map(\.text) }

  @Test func whatGoesInComesOut() throws {
    let lines = ["get pods", "cat <<E\na: 1\nE", #"echo 'a\nb' \"#, "echo 日本 🚀"]
    let entries = lines.enumerated().map { HistoryEntry($1, seconds: 1_700_000_000 + Int64($0)) }
    for entry in entries { try file.append(entry) }
    #expect(file.load() == entries)
    #expect(file.load(limit: 2) == entries.suffix(2))
    #expect(file.load(limit: 0).isEmpty)
    #expect(bench.text(of: "deep/er/history").hasPrefix("2023-11-14T22:13:20Z\tget pods\n"))
  }

  @Test func aSpaceInFrontKeepsAnEntryOut() throws {
    try file.append(HistoryEntry(" secret"))
    try file.append(HistoryEntry(""))
    #expect(file.load().isEmpty)
  }

  @Test func filesWithoutTimesAreRead() throws {
    try HostFiles.makeDirectory(bench.folder + "/deep/er")
    try HostFiles.write("get pods\n2026-11-21 get\\\\x\nget no", to: file.path)
    try file.append(HistoryEntry("get svc", seconds: 0))
    // A torn line does not swallow the next.
    #expect(texts == ["get pods", "2026-11-21 get\\x", "get no", "get svc"])
    #expect(file.load().map(\.seconds) == [nil, nil, nil, 0])
  }

  @Test func otherBytesAreNoReasonToStop() throws {
    #expect(HistoryEntry.decoded([0x61, 0xFF, 0x62][...]) == "a\u{FFFD}b")
    #expect(HistoryEntry.decoded([0x61, 0x5C][...]) == "a")
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (951_868_800, "2000-03-01T00:00:00Z"),
    (1_798_761_599, "2026-12-31T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"),
  ])
  func timesAreDates(_ seconds: Int64, _ text: String) {
    #expect(CalendarTime.text(seconds) == text)
    #expect(CalendarTime.seconds(Array(text.utf8)[...]) == seconds)
  }

  @Test func shellsAtOnceDoNotMix() throws {
    let file = file
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      for number in 0..<50 {
        try? file.append(HistoryEntry("writer \(writer) says \(number)\nand more", seconds: 1))
      }
    }
    #expect(texts.count == 400)
    #expect(texts.allSatisfy { $0.hasPrefix("writer ") && $0.hasSuffix("\nand more") })
    for writer in 0..<8 {
      let own = texts.filter { $0.hasPrefix("writer \(writer) ") }
      #expect(own == (0..<50).map { "writer \(writer) says \($0)\nand more" })
    }
  }

  @Test func noFileIsNoHistory() { #expect(file.load().isEmpty) }

  // MARK: - Two shells

  @Test func eachFindsWhatTheOtherWrote() throws {
    var left = HistoryFile.Mark()
    var right = HistoryFile.Mark()
    #expect(file.load(&left).isEmpty && file.load(&right).isEmpty)
    try file.append(HistoryEntry("a"), &left)
    #expect(file.news(since: &left).isEmpty)
    try file.append(HistoryEntry("b"), &right)
    try file.append(HistoryEntry("c"), &right)
    #expect(file.news(since: &left).map(\.text) == ["b", "c"])
    #expect(file.news(since: &right).map(\.text) == ["a"])
    #expect(file.news(since: &left).isEmpty && file.news(since: &right).isEmpty)
    // Half a line is none yet.
    try HostFiles.append("to", to: file.path)
    #expect(file.news(since: &left).isEmpty)
    try HostFiles.append("p\n", to: file.path)
    #expect(file.news(since: &left).map(\.text) == ["top"])
  }

  @Test func itStaysBounded() throws {
    try HostFiles.makeDirectory(bench.folder + "/deep/er")
    let full = HistoryFile.most + HistoryFile.slack
    try HostFiles.write((1...full).map { "echo \($0)\n" }.joined(), to: file.path)
    var mine = HistoryFile.Mark()
    var other = HistoryFile.Mark()
    #expect(file.load(&other).count == HistoryFile.most)
    #expect(file.load(&mine).last?.text == "echo \(full)")
    try file.append(HistoryEntry("one more"), &mine)
    #expect(texts.count == HistoryFile.most)
    #expect(texts.first == "echo \(HistoryFile.slack + 2)" && texts.last == "one more")
    #expect(file.news(since: &mine).isEmpty)
    #expect(file.news(since: &other).map(\.text) == ["one more"])
    try file.append(HistoryEntry("again"), &other)
    #expect(file.news(since: &mine).map(\.text) == ["again"])
    try file.clear(&mine)
    #expect(texts.isEmpty)
    #expect(file.news(since: &other).isEmpty)
  }
}
