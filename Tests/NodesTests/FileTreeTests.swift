import Engine
import Testing

@testable import Nodes

/// A tree that copies share and one of its own are the same to whoever looks.
struct FileTreeTests {
  private static let paths = [
    "/etc", "/etc/hosts", "/etc/conf.d", "/etc/conf.d/a", "/etc/conf.d/b", "/tmp", "/tmp/x",
    "/data", "/data/deep", "/data/deep/er", "/link",
  ]

  private func change(_ tree: inout FileTree, _ path: String, _ choice: Int, _ number: Int) {
    let now = SimTime.worldBegins + .seconds(Int64(number))
    switch choice {
    case 0: tree.write("text \(number)", to: path)
    case 1: tree.append("more \(number)\n", to: path)
    case 2: tree.makeFolder(path)
    case 3: tree.remove(path)
    case 4: tree.setMode(0o600 + number % 64, of: path)
    case 5: tree.setOwner(number, group: number + 1, of: path)
    case 6: tree.setModified(now, of: path)
    case 7: tree.link("/link", to: "/etc")
    default: _ = tree.put(Array("bytes".utf8), in: path, at: number % 9, now)
    }
  }

  private func everything(in tree: FileTree) -> [String] {
    func lines(_ path: String) -> [String] {
      let here = tree.node(path).map { "\(path) \($0)" } ?? "\(path) nothing"
      guard tree.node(path)?.isFolder ?? false else { return [here] }
      return [here]
        + tree.names(in: path).flatMap { lines(FileTree.normalised($0, from: path)) }
    }
    return lines("/") + ["\(tree.totalBytes) \(tree.isFull)"]
      + Self.paths.map { "\(String(describing: tree[$0])) \(tree.mode($0))" }
  }

  @Test(arguments: 0..<40) func settlingChangesNothing(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var plain = FileTree()
    var shared = FileTree()
    var kept: [(tree: FileTree, looks: [String])] = []
    for number in 0..<60 {
      let path = Self.paths[random.below(Self.paths.count)]
      let choice = random.below(9)
      change(&plain, path, choice, number)
      change(&shared, path, choice, number)
      if random.below(8) == 0 {
        shared.settle()
        kept.append((shared, everything(in: shared)))
      }
      #expect(everything(in: shared) == everything(in: plain))
    }
    for copy in kept { #expect(everything(in: copy.tree) == copy.looks) }
  }
}
