import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lessons from elsewhere, through the program itself.
@Suite(.serialized, .timeLimit(.minutes(2))) struct PackTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private func write(_ text: String, to name: String) throws {
    let path = "\(bench.folder)/\(name)"
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)
    try HostFiles.makeDirectory(String(folder))
    try HostFiles.write(text, to: path)
  }

  /// What the program prints, and how it ends.
  private func podlab(_ arguments: String...) throws -> (text: String, status: Int32?) {
    let terminal = try bench.podlab(arguments, columns: 250)
    let status = terminal.awaitExit(seconds: 60)
    return (terminal.outputText, status)
  }

  @Test func aNewLessonIsProvedAtOnceAndNeverOverwritten() throws {
    let path = "\(bench.folder)/my-own.md"
    #expect(try podlab("lessons", "new", path).status == 0)
    let proof = try podlab("lessons", "check", path)
    #expect(proof.text.contains("1 files, 1 steps, 0 findings"))
    #expect(proof.status == 0)
    let again = try podlab("lessons", "new", path)
    #expect(again.text.contains("is there already"))
    #expect(again.status == 1)
    #expect(bench.text(of: "my-own.md").hasPrefix("---\nid: my-own\n"))
  }

  @Test func aPackStandsBesideTheOtherLessons() throws {
    let index = "title: Ours\nparts:\n- title: First week\n  folder: week\n  lessons: [my-own]\n"
    try write(index, to: "pack/index.yaml")
    _ = try podlab("lessons", "new", "\(bench.folder)/pack/week/my-own.md")
    let lessons = try podlab("--lessons", "\(bench.folder)/pack", "-c", "lessons")
    #expect(lessons.text.contains("First week"))
    #expect(lessons.text.contains("my-own"))
    #expect(lessons.text.contains("localhost"))
    let nowhere = try podlab("--lessons", "\(bench.folder)/nowhere", "-c", "lessons")
    #expect(nowhere.status == 1)
  }

  /// Files nobody should read are told of, and the rest works.
  @Test func aHostilePackDoesNoHarm() throws {
    try write(String(repeating: "long ", count: 100_000), to: "pack/huge.md")
    try write("a\u{1b}[2Jb", to: "pack/control.md")
    try write("deep", to: "pack/1/2/3/4/5/deep.md")
    try HostFiles.write([0xff, 0xfe, 0], to: "\(bench.folder)/pack/binary.md")
    symlink("/etc/passwd", "\(bench.folder)/pack/out.md")
    symlink("..", "\(bench.folder)/pack/loop")
    mkfifo("\(bench.folder)/pack/pipe.md", 0o600)
    _ = try podlab("lessons", "new", "\(bench.folder)/pack/fine.md")
    let proof = try podlab("lessons", "check", "\(bench.folder)/pack")
    for problem in [
      "huge.md:1: is larger than", "control.md:1: a control character", "too deep",
      "binary.md:1: is not UTF-8", "out.md:1: leads out", "pipe.md:1: is no plain file",
      "1 files, 1 steps, 6 findings",
    ] {
      #expect(proof.text.contains(problem), "\(problem): \(proof.text)")
    }
    #expect(!proof.text.contains("root:"))
    #expect(proof.status == 1)
  }
}
