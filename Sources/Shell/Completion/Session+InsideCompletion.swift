import Nodes
import Objects
import Simulation
import Store

extension Session {
  /// How a line typed to a shell in a container can go on: programs first, files behind them.
  func completions(of text: String, inside command: ContainerCommand) -> CompletionList {
    let cut = CompletionWords(text)
    var found: [Completion] = []
    if cut.before.isEmpty, !cut.isTarget, !cut.word.contains("/") {
      found = (world.machines.programs(of: command) + Self.shellWords).map { Completion($0) }
    } else {
      found = files(cut.word, inside: command)
    }
    let fitting = WordMatch(cut.word).best(of: found) { $0.text }
    return CompletionList(start: cut.start, candidates: Self.inOrder(fitting))
  }

  /// What every shell knows without a program.
  private static let shellWords = [
    "alias", "cd", "eval", "exec", "exit", "export", "read", "set", "shift", "trap", "type",
    "ulimit", "umask", "unset", "wait",
  ]

  private func files(_ word: String, inside command: ContainerCommand) -> [Completion] {
    guard let pod = world.state.pod(command.pod) else { return [] }
    let end = word.lastIndex(of: "/")
    let folder = end.map { String(word[...$0]) } ?? ""
    let machines = world.machines
    let here = machines.folder(of: command)
    let place = folder.hasPrefix("/") ? folder : here + "/" + folder
    let path = machines.place(place, in: command.container, of: pod)
    guard case .folder(let names)? = machines.file(path, in: command.container, of: pod) else {
      return []
    }
    let wantsHidden = word.dropFirst(folder.count).hasPrefix(".")
    return names.filter { !$0.hasPrefix(".") || wantsHidden }.map { name in
      let inner = path == "/" ? "/" + name : path + "/" + name
      let isFolder = machines.isFolder(inner, in: command.container, of: pod)
      return Completion(folder + name + (isFolder ? "/" : ""), endsWord: !isFolder)
    }
  }
}
