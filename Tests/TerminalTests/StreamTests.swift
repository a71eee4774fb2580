import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What cannot be printed, or is not there to be printed to.
@Suite struct StreamTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  /// What is done, the status it ends with, and a part of what is said.
  private static let cases: [(script: String, status: Int32, said: String)] = [
    ("$podlab -c 'get nodes' >&-", 1, "podlab: write error: bad file descriptor"),
    ("$podlab -c 'get nodes; get nodes' 2>&-", 0, "worker-1"),
    ("$podlab -c 'get pods missing' >&- 2>&-", 1, ""),
    ("$podlab <&-", 0, ""),
    // A file that must not grow: no signal ends it in the middle.
    ("ulimit -f 0; $podlab -c 'get nodes' > file", 1, ""),
    ("(ulimit -f 0; $podlab -c 'get nodes > file'; echo ends $?) 2>&1 | cat", 0, "ends 1"),
    ("$podlab lessons check --none", 64, "Unknown option '--none'"),
    ("$podlab -c 'exit 3'", 3, ""),
    // Nobody reads on: as any other program it ends of that, also in a loop without an end.
    (
      "($podlab -c 'while true; do echo line; done'; echo ends $? >&3) 3>ends | head -1; "
        + "while ! test -s ends; do sleep 0.1; done; cat ends", 0, "line\nends 141"
    ),
  ]

  @Test(arguments: cases.indices)
  func theStatusTells(number: Int) throws {
    let (script, status, said) = Self.cases[number]
    let ended = try bench.run(script)
    #expect(ended.status == status, "\(script): \(ended.output)")
    #expect(ended.output.contains(said), "\(script): \(ended.output)")
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0))
  func aFullDiskIsTold() throws {
    let script = "$podlab -c 'get nodes' > /dev/full; echo $?; $podlab --help > /dev/full; echo $?"
    let complaint = "podlab: write error: no space left on device\n1\n"
    #expect(try bench.run(script).output == complaint + complaint)
  }

  /// Files without an end are given up, scripts without an end of line too.
  @Test(
    .enabled(if: access("/dev/zero", R_OK) == 0),
    arguments: [
      ("$podlab /dev/zero", 126, "file too large"), ("$podlab < /dev/zero", 2, "too long"),
      ("$podlab -c 'apply -f /dev/zero'", 1, "file too large"),
      ("$podlab -c 'source /dev/zero'", 1, "file too large"),
      ("$podlab -c 'open /dev/zero'", 1, "file too large"),
      ("$podlab --nodes /dev/zero -c 'get nodes'", 1, "file too large"),
      ("$podlab replay /dev/zero", 1, "file too large"),
      ("$podlab lessons check /dev/zero", 1, "is no plain file"),
      ("$podlab /bin/sh", 126, "not UTF-8 text"),
    ])
  func endlessFilesAreGivenUp(script: String, status: Int32, said: String) throws {
    let limit = Workbench.measuresMemory ? "ulimit -v 4000000; " : ""
    let ended = try bench.run(limit + script)
    #expect(ended.status == status, "\(script): \(ended.output)")
    #expect(ended.output.contains(said), "\(script): \(ended.output.suffix(300))")
  }
}
