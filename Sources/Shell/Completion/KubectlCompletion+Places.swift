import Kubectl
import Nodes
import Objects
import Simulation
import Store

extension KubectlCompletion {
  /// What `cp` copies: files of the host, pods with a colon, and files behind the colon.
  func places(_ rest: [String]) -> [Completion] {
    guard let colon = word.firstIndex(of: ":") else {
      let pods = state.keys(.pod, in: namespace).map {
        Completion($0.name + ":", note: "pod", endsWord: false)
      }
      return pods + session.files(word)
    }
    let names = word[..<colon].split(separator: "/").map { String($0) }
    let room = names.count == 2 ? names[0] : namespace
    guard let name = names.last, let pod = state.pod(.pod(name, in: room)),
      let container = container(rest) ?? pod.spec.containers.first?.name
    else { return [] }
    let path = word[word.index(after: colon)...]
    let end = path.lastIndex(of: "/")
    let folder = end.map { String(path[...$0]) } ?? ""
    let machines = session.world.machines
    let place = machines.place(folder.isEmpty ? "." : folder, in: container, of: pod)
    guard case .folder(let entries)? = machines.file(place, in: container, of: pod) else {
      return []
    }
    let start = word[...colon] + folder
    return entries.map { entry in
      let inner = place == "/" ? "/" + entry : place + "/" + entry
      let isFolder = machines.isFolder(inner, in: container, of: pod)
      return Completion(start + entry + (isFolder ? "/" : ""), endsWord: !isFolder)
    }
  }

  private func container(_ rest: [String]) -> String? {
    for (place, flag) in rest.enumerated() where flag == "-c" || flag == "--container" {
      return place + 1 < rest.count ? rest[place + 1] : nil
    }
    return nil
  }
}
