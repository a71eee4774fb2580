import Testing

@testable import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct HostFilesTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func path(_ name: String) -> String { bench.folder + "/" + name }

  private func message(_ action: () throws -> Void) -> String? {
    do { try action() } catch let error as HostError { return error.message } catch { return nil }
    return nil
  }

  @Test func writingReplacesAndKeepsPermissions() throws {
    try HostFiles.write("one", to: path("a"))
    chmod(path("a"), 0o600)
    symlink(path("a"), path("link"))
    try HostFiles.write("two", to: path("link"))
    #expect(try HostFiles.read(path("a")) == "two")
    var facts = stat()
    lstat(path("link"), &facts)
    #expect(facts.st_mode & S_IFMT == S_IFLNK, "a link stays a link")
    stat(path("a"), &facts)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(try HostFiles.list(bench.folder) == ["a", "link"], "no drafts are left behind")
    try HostFiles.append(" three", to: path("a"))
    #expect(try HostFiles.read(path("a")) == "two three")
    try HostFiles.write("gone", to: "/dev/null")
  }

  @Test func problemsAreToldInGoWords() throws {
    let missing = path("none")
    #expect(
      message { _ = try HostFiles.read(missing) } == "open \(missing): no such file or directory")
    let folder = bench.folder
    #expect(message { _ = try HostFiles.read(folder) } == "read \(folder): is a directory")
    #expect(message { try HostFiles.write("x", to: folder) } == "open \(folder): is a directory")
    try HostFiles.write("12345", to: path("five"))
    #expect(try HostFiles.read(path("five"), limit: 5) == "12345")
    #expect(message { _ = try HostFiles.read(path("five"), limit: 4) }?.contains("large") == true)
    #expect(message { try HostFiles.makeDirectory(path("five/six")) } != nil)
    #expect(message { _ = try HostFiles.read("a\0b") } == "open a\0b: invalid argument")
  }

  @Test func foldersAreListedInOrder() throws {
    try HostFiles.makeDirectory(path("b/c"))
    try HostFiles.makeDirectory(path("b/c"))
    try HostFiles.write("", to: path("a.yaml"))
    #expect(try HostFiles.list(bench.folder) == ["a.yaml", "b/"])
    #expect(HostFiles.entry(path("b")) == .directory)
    #expect(HostFiles.entry(path("x")) == .missing)
  }

  @Test func temporaryFilesAreNewAndPrivate() throws {
    let first = try HostFiles.temporaryFile("a: 1\n", ending: ".yaml")
    let second = try HostFiles.temporaryFile("", ending: ".yaml")
    defer { for file in [first, second] { HostFiles.remove(file) } }
    #expect(first != second)
    #expect(first.hasSuffix(".yaml"))
    var facts = stat()
    stat(first, &facts)
    #expect(facts.st_mode & 0o777 == 0o600)
    #expect(try HostFiles.read(first) == "a: 1\n")
  }

  @Test(arguments: [
    (["PODLAB_STATE": "/p", "XDG_STATE_HOME": "/x", "HOME": "/h"], "/p"),
    (["XDG_STATE_HOME": "/x", "HOME": "/h"], "/x/podlab"),
    (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/podlab"),
    (["HOME": "/h"], "/h/.local/state/podlab"),
  ])
  func stateIsKept(variables: [String: String], folder: String) {
    #expect(Environment.stateDirectory { variables[$0] } == folder)
  }

  @Test(arguments: [
    (Array("a\nb".utf8), ["a", "b"]), (Array("a\r\n\n".utf8), ["a", ""]), ([], []),
    ([0x61, 0xFF, 0x0A], ["a\u{FFFD}"]), (Array("日本\n".utf8), ["日本"]),
  ])
  func scriptsAreReadLineByLine(bytes: [UInt8], lines: [String]) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    #expect(Screen.write(bytes, to: ends[1]))
    close(ends[1])
    var reader = PlainReader(prompting: false, input: ends[0])
    for line in lines { #expect(reader.readLine(prompt: "> ") == .line(line)) }
    #expect(reader.readLine(prompt: "> ") == .endOfInput)
    #expect(reader.readLine(prompt: "> ") == .endOfInput)
    close(ends[0])
  }
}
