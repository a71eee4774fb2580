import ArgumentParser
import Engine
import Shell
import Soak
import Terminal

/// `podlab soak`
struct SoakCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak",
    abstract: "Live a random life on a cluster and watch that all that must hold holds.",
    discussion: """
      Chance gives the command lines: workloads of all kinds come and go, are scaled, rolled out \
      and back, machines and programs break and are mended. After every line and every hour of \
      the cluster's time it is looked whether anything is as it never may be; once a day all is \
      mended, and must then come to be well. The same seed lives the same life. --script writes \
      down every line that was run: the file runs in any podlab shell.
      The exit status is 1 when something was found.
      """)

  @Option(name: .long, help: "How many days of the cluster's time.")
  var days = 30.0

  @Option(name: .long, help: "How many machines, the control plane's among them.")
  var nodes = 200

  @Option(name: .long, help: "Where chance begins; the same seed lives the same life.")
  var seed: UInt64 = 1

  @Option(name: .long, help: "How many lines are run a day.")
  var lines = 150

  @Option(name: .long, help: "A file to write every line to.", completion: .file())
  var script: String?

  @Flag(name: .long, help: "Print JSON.")
  var json = false

  func validate() throws {
    guard days > 0, days <= 366 else { throw ValidationError("--days is above 0, at most 366") }
    guard (4...5000).contains(nodes) else { throw ValidationError("--nodes is from 4 to 5000") }
    guard (1...100_000).contains(lines) else { throw ValidationError("--lines is at least 1") }
  }

  func run() throws {
    var life = SoakRun(nodes: nodes, seed: seed, linesPerDay: lines)
    let notebook = try SoakNotebook(path: script)
    life.tell = { notebook.add($0) }
    var diary = SoakDiary(days: days, nodes: nodes, seed: seed)
    if !json { Output.write(SoakDiary.heading + "\n") }
    life.open()
    let begin = life.now
    let end = begin + SimSpan(milliseconds: Int64(days * 86_400_000))
    var day = 0
    while life.now < end {
      day += 1
      let next = min(end, begin + .hours(24 * Int64(day)))
      let progress = ProgressLine(on: .error)
      life.live(until: next) { life in
        guard Screen.isTerminal(.error) else { return }
        progress.show { Self.progress(life, from: begin, until: end) }
      }
      life.heal()
      progress.end()
      try notebook.save()
      let entry = diary.close(day, of: life)
      if !json { Output.write(entry) }
    }
    Output.write(json ? diary.json(of: life) : diary.summary(of: life))
    if !life.findings.isEmpty { throw ExitCode(1) }
  }

  private static func progress(_ life: SoakRun, from begin: SimTime, until end: SimTime) -> String {
    let share = (life.now - begin).milliseconds * 1000 / max(1, (end - begin).milliseconds)
    let bar = ProgressBar(share: share).text
    return "\(bar)  \(life.lineCount) lines, \(life.findings.count) findings"
  }
}
