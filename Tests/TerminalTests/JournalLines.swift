import Terminal

/// Lines for the journal that no other line equals, and the files they are brought from.
enum JournalLines {
  static let file = file(for: "a")

  static func file(for shell: String) -> String { "\(shell).jsonl" }

  static func line(_ number: Int, for shell: String) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = "2026-01-01T\(two(number / 3600)):\(two(number / 60 % 60)):\(two(number % 60))Z"
    return #"{"at":"\#(time)","kind":"lesson-done","lesson":"\#(shell)\#(number)","v":1}"#
  }

  static func write(_ numbers: ClosedRange<Int>, for shell: String, in bench: Workbench) throws {
    let text = numbers.map { line($0, for: shell) + "\n" }.joined()
    try HostFiles.write(text, to: "\(bench.folder)/\(file(for: shell))")
  }

  /// What the journal holds, torn lines among it.
  static func kept(in bench: Workbench) -> [String] {
    bench.text(of: "state/progress.jsonl").split(separator: "\n").map(String.init)
  }
}
