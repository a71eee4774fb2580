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
    let start = String(word[...colon])
    return files(String(word[word.index(after: colon)...]), in: container, of: pod).map {
      Completion(start + $0.text, endsWord: $0.endsWord)
    }
  }

  /// Files of a container that go on with a path.
  private func files(_ path: String, in container: String, of pod: Pod) -> [Completion] {
    let end = path.lastIndex(of: "/")
    let folder = end.map { String(path[...$0]) } ?? ""
    let machines = session.world.machines
    let place = machines.place(folder.isEmpty ? "." : folder, in: container, of: pod)
    guard case .folder(let entries)? = machines.file(place, in: container, of: pod) else {
      return []
    }
    return entries.map { entry in
      let inner = place == "/" ? "/" + entry : place + "/" + entry
      let isFolder = machines.isFolder(inner, in: container, of: pod)
      return Completion(folder + entry + (isFolder ? "/" : ""), endsWord: !isFolder)
    }
  }

  /// Behind `--`: a program of the container, and then its files.
  func inside(_ rest: [String]) -> [Completion] {
    guard let dashes = rest.firstIndex(of: "--"), let pod = pod(in: Array(rest[..<dashes])),
      let container = container(rest) ?? pod.spec.containers.first?.name
    else { return [] }
    if dashes == rest.count - 1, !word.contains("/") {
      return session.world.machines.programs(in: container, of: pod).map { Completion($0) }
    }
    return files(word, in: container, of: pod)
  }

  /// The containers of the pod that is named, or of the pods that something named would make.
  func containers(_ rest: [String]) -> [Completion] {
    guard let pod = pod(in: rest) else { return [] }
    return (pod.spec.containers + pod.spec.initContainers + pod.spec.ephemeralContainers).map {
      Completion($0.name, note: $0.image)
    }
  }

  /// The pod that one of the words leads to.
  private func pod(in words: [String]) -> Pod? {
    for word in words where !word.hasPrefix("-") {
      let sides = word.split(separator: "/").map { String($0) }
      if sides.count == 2, let kind = try? Kind(kubectlWord: sides[0]), kind != .pod {
        let key = ObjectKey(kind, namespace: namespace, name: sides[1])
        if let pod = state[key].flatMap({ Kubectl.firstPod(of: $0, in: session.context()) }) {
          return pod
        }
      } else if let name = sides.last, let pod = state.pod(.pod(name, in: namespace)) {
        return pod
      }
    }
    return nil
  }

  private func container(_ rest: [String]) -> String? {
    for (place, flag) in rest.enumerated() where flag == "-c" || flag == "--container" {
      return place + 1 < rest.count ? rest[place + 1] : nil
    }
    return nil
  }
}
