/// What an image holds: the programs in it, what it runs, how large it is.
public struct ImageFacts: Sendable {
  /// `docker.io/library/nginx`
  public var repository: String
  public var sizeBytes: Int
  var entrypoint: [String] = []
  var command: [String] = []
  var environment: [(name: String, value: String)] = []
  var workingFolder = "/"
  /// Programs that can be started in it, by name.
  var programs: Set<String> = []
  var files: [(path: String, text: String)] = []
  /// The largest tag there is, by its numbers: `[1, 29]`. What is beyond is not found.
  var newest: [Int] = []
  var tags: Set<String> = ["latest"]

  /// Whether the repository has a tag: a number up to the newest, perhaps with a variant behind it.
  func has(tag: String) -> Bool {
    if tags.contains(tag) { return true }
    let version = tag.split(separator: "-").first ?? ""
    let numbers = version.drop { $0 == "v" }.split(separator: ".").map { Int($0) }
    guard !numbers.isEmpty, numbers.allSatisfy({ $0 != nil }) else { return false }
    let known = numbers.compactMap(\.self)
    for (mine, most) in zip(known, newest) where mine != most { return mine < most }
    return true
  }

  /// A digest that is the same for the same name and tag on every machine.
  func digest(of name: ImageName) -> String {
    var text = ""
    for part in 0..<4 {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(part)
      for byte in "\(name.repository):\(name.tag):\(part)".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
      hash ^= hash >> 31
      let digits = String(hash, radix: 16)
      text += String(repeating: "0", count: 16 - digits.count) + digits
    }
    return "sha256:" + text
  }

  /// The files a new container begins with.
  func root(hostname: String) -> FileTree {
    var tree = FileTree(files: files)
    for folder in ["bin", "dev", "etc", "home", "lib", "proc", "root", "sys", "tmp", "usr", "var"] {
      tree.makeFolder("/" + folder)
    }
    tree.makeFolder("/dev/shm")
    tree.makeFolder("/var/run")
    tree.write("root:x:0:0:root:/root:/bin/sh\n", to: "/etc/passwd")
    return tree
  }
}
