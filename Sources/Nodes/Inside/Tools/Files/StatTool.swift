import Engine

/// `stat`
enum Stat: Tool {
  static let names = ["stat"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("c:Lft", long: ["format": "c", "dereference": "L"]) { options, call in
      var status = 0
      for path in options.rest {
        guard let node = options.has("L") ? call.found(path) : call.node(path) else {
          call.complain("can't stat '\(path)': \(call.reason(path))")
          status = 1
          continue
        }
        let facts = FileFacts(path: path, node: node, call)
        call.output += options.value("c").map { facts.text($0) + "\n" } ?? facts.whole
      }
      return .exit(status)
    }
  }
}

/// What is known of a file.
private struct FileFacts {
  private let path: String
  private let node: FileTree.Node
  private let links: Int
  private let accounts: Accounts
  private let inode: Int

  init(path: String, node: FileTree.Node, _ call: ToolCall) {
    self.path = path
    self.node = node
    accounts = call.accounts
    inode = ListedFile.number(call.resolved(path))
    let folders = call.names(in: path).count {
      call.node(ToolCall.joined(path, $0))?.isFolder ?? false
    }
    links = node.isFolder ? 2 + folders : 1
  }

  private var mode: Int { ListedFile.mode(node) }
  private var blocks: Int { ListedFile.kibibytes(node) * 2 }
  private var user: String { accounts.userName(node.owner) ?? "UNKNOWN" }
  private var group: String { accounts.groupName(node.group) ?? "UNKNOWN" }
  private var date: DateFormat { DateFormat(node.modified ?? .worldBegins) }
  private var rights: String { FileMode.letter(node) + FileMode.text(mode) }

  private var kind: String {
    switch node.content {
    case .folder: "directory"
    case .link: "symbolic link"
    case .file, .zeros: node.size == 0 ? "regular empty file" : "regular file"
    }
  }

  private var shownName: String {
    if case .link(let target) = node.content { return "'\(path)' -> '\(target)'" }
    return path
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  var whole: String {
    let octal = String(mode, radix: 8)
    let digits = String(repeating: "0", count: max(0, 4 - octal.count)) + octal
    let moment = date.text("%Y-%m-%d %H:%M:%S.%N +0000")
    return "  File: \(shownName)\n"
      + "  Size: \("\(node.size)".padding(to: 10))\tBlocks: \("\(blocks)".padding(to: 10)) "
      + "IO Block: \("4096".padding(to: 6)) \(kind)\n"
      + "Device: 801h/2049d\tInode: \("\(inode)".padding(to: 10))  Links: \(links)\n"
      + "Access: (\(digits)/\(rights))  Uid: (\(Self.right("\(node.owner)", 5))/"
      + "\(Self.right(user, 8)))   Gid: (\(Self.right("\(node.group)", 5))/"
      + "\(Self.right(group, 8)))\n"
      + "Access: \(moment)\nModify: \(moment)\nChange: \(moment)\n"
  }

  func text(_ format: String) -> String {
    var result = ""
    var rest = Substring(format)
    while let character = rest.popFirst() {
      guard character == "%", let letter = rest.popFirst() else {
        result.append(character)
        continue
      }
      result += value(letter)
    }
    return result
  }

  private func value(_ letter: Character) -> String {
    switch letter {
    case "a": String(mode, radix: 8)
    case "A": rights
    case "b": "\(blocks)"
    case "B": "512"
    case "d": "2049"
    case "f": String(mode | (node.isFolder ? 0o040000 : 0o100000), radix: 16)
    case "F": kind
    case "g": "\(node.group)"
    case "G": group
    case "h": "\(links)"
    case "i": "\(inode)"
    case "n": path
    case "N": shownName
    case "o": "4096"
    case "s": "\(node.size)"
    case "t", "T": "0"
    case "u": "\(node.owner)"
    case "U": user
    case "x", "y", "z": date.text("%Y-%m-%d %H:%M:%S.%N +0000")
    case "X", "Y", "Z": date.text("%s")
    case "%": "%"
    default: "?"
    }
  }
}
