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

  @Test func whatGoesInComesOut() throws {
    let entries = ["get pods", "cat <<E\na: 1\nE", #"echo 'a\nb' \"#, "echo 日本 🚀"]
    for entry in entries { try file.append(entry) }
    #expect(file.load(limit: 10) == entries)
    #expect(file.load(limit: 2) == Array(entries.suffix(2)))
    #expect(file.load(limit: 0).isEmpty)
  }

  @Test func aSpaceInFrontKeepsAnEntryOut() throws {
    try file.append(" secret")
    try file.append("")
    #expect(file.load(limit: 10).isEmpty)
  }

  @Test func aTornLineDoesNotSwallowTheNext() throws {
    try HostFiles.makeDirectory(bench.folder + "/deep/er")
    try HostFiles.write("get pods\nget no", to: file.path)
    try file.append("get svc")
    #expect(file.load(limit: 10) == ["get pods", "get no", "get svc"])
  }

  @Test func otherBytesAreNoReasonToStop() throws {
    #expect(HistoryFile.decoded([0x61, 0xFF, 0x62][...]) == "a\u{FFFD}b")
    #expect(HistoryFile.decoded([0x61, 0x5C][...]) == "a")
  }

  @Test func shellsAtOnceDoNotMix() throws {
    let file = file
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      for number in 0..<50 { try? file.append("writer \(writer) says \(number)\nand more") }
    }
    let entries = file.load(limit: 1000)
    #expect(entries.count == 400)
    #expect(entries.allSatisfy { $0.hasPrefix("writer ") && $0.hasSuffix("\nand more") })
    for writer in 0..<8 {
      let own = entries.filter { $0.hasPrefix("writer \(writer) ") }
      #expect(own == (0..<50).map { "writer \(writer) says \($0)\nand more" })
    }
  }

  @Test func noFileIsNoHistory() { #expect(file.load(limit: 10).isEmpty) }
}
