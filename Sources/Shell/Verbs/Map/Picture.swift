import Kubectl
import Objects
import Store

/// The cluster drawn with letters.
struct Picture {
  let state: ClusterState
  /// Columns of the screen.
  let width: Int
  let usesColour: Bool

  /// No more pods than this are listed in one box.
  private static let mostPods = 12

  // MARK: - Boxes

  /// All nodes, as many side by side as fit, and the pods that have none.
  var cluster: String {
    let boxWidth = width >= 78 ? (width - 2) / 2 : width
    let perRow = width >= 78 ? 2 : 1
    let boxes = state.all(Node.self).map { box(of: $0, width: boxWidth) }
    var lines: [String] = []
    for start in stride(from: 0, to: boxes.count, by: perRow) {
      let row = Array(boxes[start..<min(start + perRow, boxes.count)])
      let height = row.map(\.count).max() ?? 0
      let even = row.map { Self.padded($0, to: height, width: boxWidth) }
      for line in 0..<height { lines.append(even.map { $0[line] }.joined(separator: "  ")) }
    }
    if boxes.isEmpty { lines.append("no nodes") }
    let waiting = state.pods(on: "").filter { $0.status.phase ?? .pending == .pending }
    if !waiting.isEmpty {
      lines.append("on no node yet:")
      lines += waiting.prefix(Self.mostPods).map { "  " + label(of: $0, width: width - 2) }
      if waiting.count > Self.mostPods {
        lines.append("  and \(waiting.count - Self.mostPods) more")
      }
    }
    return Lines.text(lines)
  }

  func box(of node: Node, width: Int) -> [String] {
    let all = state.pods(on: node.metadata.name)
    let ended = all.filter { $0.status.phase == .succeeded || $0.status.phase == .failed }
    let pods = all.filter { $0.status.phase != .succeeded && $0.status.phase != .failed }
    let isReady = node.status.conditions.isTrue("Ready")
    var words = [isReady ? "Ready" : "NotReady"]
    if node.spec.unschedulable == true { words.append("cordoned") }
    let reserved = pods.reduce(into: ResourceList()) { $0 += $1.reserved }
    let inner = width - 4
    var lines = [
      bar("cpu", reserved.cpuMillis, node.status.allocatable.cpuMillis, Self.cores, inner),
      bar("memory", reserved.memoryBytes, node.status.allocatable.memoryBytes, Self.bytes, inner),
      bar("pods", pods.count, node.status.allocatable["pods"]?.whole ?? 0, { "\($0)" }, inner),
    ]
    let listed = pods + ended
    lines += listed.prefix(Self.mostPods).map { label(of: $0, width: inner) }
    if listed.count > Self.mostPods { lines.append("and \(listed.count - Self.mostPods) more") }
    return framed(lines, title: node.metadata.name, note: words.joined(separator: ", "), width)
  }

  func box(of pod: Pod) -> [String] {
    let inner = width - 4
    var lines = ["node \(pod.spec.nodeName.isEmpty ? "none yet" : pod.spec.nodeName)"]
    lines[0] += "   IP \(pod.status.podIP ?? "none yet")   one network, shared by all below"
    for container in pod.spec.initContainers {
      lines += self.lines(of: container, in: pod.status.initContainerStatuses, "init ", inner)
    }
    for container in pod.spec.containers {
      lines += self.lines(of: container, in: pod.status.containerStatuses, "", inner)
    }
    for volume in pod.spec.volumes {
      let users = pod.spec.containers.filter { container in
        container.volumeMounts.contains { $0.name == volume.name }
      }
      lines.append("volume \(volume.name): used by " + users.map(\.name).joined(separator: ", "))
    }
    let fitting = lines.map { Self.cut($0, inner) }
    return framed(
      fitting, title: "pod/\(pod.metadata.name)", note: PodSummary(pod).status, width)
  }

  private func lines(
    of container: Container, in statuses: [ContainerStatus], _ prefix: String, _ inner: Int
  ) -> [String] {
    let status = statuses.first { $0.name == container.name }
    var state = "not started"
    if status?.state.running != nil { state = status?.ready == true ? "running, ready" : "running" }
    if let waiting = status?.state.waiting { state = waiting.reason ?? "waiting" }
    if let ended = status?.state.terminated { state = "ended with \(ended.exitCode)" }
    let ports = container.ports.map { ":\($0.containerPort)" }.joined(separator: " ")
    let restarts = status.map { $0.restartCount > 0 ? "  restarts \($0.restartCount)" : "" } ?? ""
    return [
      "┌ \(prefix)\(container.name) (\(container.image)) \(ports)",
      "└ \(state)\(restarts)",
    ]
  }

  // MARK: - Pieces

  private func framed(
    _ lines: [String], title: String, note: String, _ width: Int
  ) -> [String] {
    let title = Self.cut(title, max(width - note.count - 9, 8))
    let rule = max(1, width - title.count - note.count - 8)
    let top = "┌─ \(title) " + String(repeating: "─", count: rule) + " \(note) ─┐"
    let body = lines.map { "│ " + Self.filled($0, width - 4) + " │" }
    return [top] + body + ["└" + String(repeating: "─", count: width - 2) + "┘"]
  }

  private func bar(
    _ name: String, _ used: Int, _ all: Int, _ text: (Int) -> String, _ inner: Int
  ) -> String {
    let numbers = "\(text(used)) of \(text(all))"
    let room = max(4, inner - 7 - 1 - 16)
    let full = all > 0 ? min(room, (used * room + all - 1) / all) : 0
    let drawn = String(repeating: "█", count: full) + String(repeating: "░", count: room - full)
    return Self.filled(name, 7) + drawn + " " + numbers
  }

  private func label(of pod: Pod, width: Int) -> String {
    let summary = PodSummary(pod)
    let isOwn = pod.metadata.namespace == "default"
    let name = isOwn ? pod.metadata.name : "\(pod.metadata.namespace)/\(pod.metadata.name)"
    let status = summary.status == "Running" ? "" : "  " + summary.status
    return Self.cut("\(sign(of: pod, summary)) \(name)\(status)", width)
  }

  private func sign(of pod: Pod, _ summary: PodSummary) -> String {
    if pod.metadata.isDeleting { return "◌" }
    switch pod.status.phase ?? .pending {
    case .succeeded: return "✓"
    case .failed: return "✗"
    case .unknown: return "?"
    case .pending: return summary.status.contains("Err") ? "✗" : "○"
    case .running:
      if summary.status != "Running" { return "✗" }
      return pod.status.conditions.isTrue("Ready") ? "●" : "◐"
    }
  }

  // MARK: - Text

  private static func cores(_ millis: Int) -> String {
    if millis % 1000 == 0 { return "\(millis / 1000)" }
    return "\(millis)m"
  }

  private static func bytes(_ count: Int) -> String {
    let gibi = 1 << 30
    if count == 0 { return "0" }
    if count % gibi == 0 { return "\(count / gibi)Gi" }
    return "\(count / (1 << 20))Mi"
  }

  private static func filled(_ text: String, _ width: Int) -> String {
    let short = cut(text, width)
    return short + String(repeating: " ", count: max(0, width - short.count))
  }

  private static func cut(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  private static func padded(_ box: [String], to height: Int, width: Int) -> [String] {
    guard box.count < height, let bottom = box.last else { return box }
    let empty = "│" + String(repeating: " ", count: width - 2) + "│"
    return box.dropLast() + Array(repeating: empty, count: height - box.count) + [bottom]
  }
}

extension Pod {
  /// What the scheduler sets aside for it: its containers together, or the largest of those that
  /// run first, whichever is more.
  var reserved: ResourceList {
    var running = spec.overhead
    for container in spec.containers { running += container.resources.requests }
    var most = ResourceList()
    for container in spec.initContainers {
      if container.restartPolicy == .always {
        running += container.resources.requests
      } else {
        most = most.maximum(container.resources.requests)
      }
    }
    return running.maximum(most)
  }
}
