import Engine
import Kubectl
import Objects
import Simulation
import Store

/// Draws one pod as it is to be thought of: programs that share an address, a localhost and
/// folders, and what leads to them.
struct PodPicture {
  let pod: Pod
  let world: World

  var picture: Picture {
    let summary = PodSummary(pod)
    let state = PodState(pod)
    var parts: [Picture.Part] = [.text(Phrase(about), indentation: 2)]
    if !pod.spec.initContainers.isEmpty || !pod.spec.containers.isEmpty {
      parts.append(.boxes(containers, least: 34))
    }
    parts += localhost + volumes
    let note = Phrase("\(summary.readyText) ready, ") + Phrase(summary.status, state.tone)
    let box = Box(
      title: Phrase("pod/\(pod.metadata.name)", .strong), note: note, parts: parts,
      tone: state == .failing ? .bad : .faint)
    return Picture(
      title: "Map of pod/\(pod.metadata.name)",
      parts: [.boxes([box], least: .max / 4)] + reaching + policies)
  }

  private var about: String {
    let address = pod.status.podIP.map { "IP \($0)" } ?? "no IP yet"
    let node = pod.spec.nodeName.isEmpty ? "on no node yet" : "on \(pod.spec.nodeName)"
    let owner = pod.metadata.controller.map { "of \($0.kind.lowercased())/\($0.name)" }
    let isHost = pod.spec.hostNetwork == true ? "the node's own network" : nil
    return [address, node, "in \(pod.metadata.namespace)", owner, isHost].compactMap { $0 }
      .joined(separator: ", ")
  }

  // MARK: - Containers

  private var containers: [Box] {
    pod.spec.initContainers.map { container in
      box(
        of: container, container.restartPolicy == .always ? "sidecar " : "init ",
        pod.status.initContainerStatuses)
    } + pod.spec.containers.map { box(of: $0, "", pod.status.containerStatuses) }
      + pod.spec.ephemeralContainers.map {
        box(of: $0, "debug ", pod.status.ephemeralContainerStatuses)
      }
  }

  private func box(of container: Container, _ word: String, _ statuses: [ContainerStatus]) -> Box {
    let status = statuses.first { $0.name == container.name }
    var parts: [Picture.Part] = [.text(Phrase(container.image), indentation: 2)]
    func fact(_ name: String, _ text: String, _ tone: Tone = .plain) {
      parts.append(.text(Phrase(name + " ", .faint) + Phrase(text, tone), indentation: 2))
    }
    if let message = status?.state.waiting?.message, !message.isEmpty {
      fact("waits:", message, .bad)
    }
    if let status, status.restartCount > 0 {
      let last = status.lastState.terminated.map { ", last ended with \($0.exitCode)" } ?? ""
      fact("restarts", "\(status.restartCount)\(last)", .warning)
    }
    if !container.resources.requests.isEmpty {
      fact("asks for", Amounts.text(container.resources.requests))
    }
    if !container.resources.limits.isEmpty {
      fact("at most", Amounts.text(container.resources.limits))
    }
    for (name, probe) in [
      ("startup", container.startupProbe), ("ready if", container.readinessProbe),
      ("alive if", container.livenessProbe),
    ] {
      if let probe { fact(name, Self.text(of: probe)) }
    }
    return Box(
      title: Phrase(word, .faint) + Phrase(container.name, .strong), note: Self.state(of: status),
      parts: parts, tone: .plain)
  }

  private static func state(of status: ContainerStatus?) -> Phrase {
    guard let status else { return Phrase("not started", .faint) }
    if status.state.running != nil {
      return status.ready ? Phrase("● running", .good) : Phrase("◐ running, not ready", .warning)
    }
    if let ended = status.state.terminated {
      let reason = ended.reason ?? "ended"
      return ended.exitCode == 0
        ? Phrase("✓ \(reason)", .faint) : Phrase("✗ \(reason) (\(ended.exitCode))", .bad)
    }
    let reason = status.state.waiting?.reason ?? "waiting"
    return status.isStuck ? Phrase("✗ \(reason)", .bad) : Phrase("○ \(reason)", .warning)
  }

  private static func text(of probe: Probe) -> String {
    var text = "its probe says so"
    if let get = probe.httpGet {
      text = "\((get.scheme ?? "HTTP").lowercased()) :\(get.port.text)\(get.path ?? "/") answers"
    } else if let socket = probe.tcpSocket {
      text = "tcp :\(socket.port.text) opens"
    } else if let exec = probe.exec {
      text = "`\(exec.command.joined(separator: " "))` ends with 0"
    } else if let port = probe.grpc?["port"]?.integer {
      text = "grpc :\(port) is serving"
    }
    return text + ", every \(probe.periodSeconds ?? 10)s"
  }

  // MARK: - What they share

  private var localhost: [Picture.Part] {
    let all = pod.spec.initContainers.filter { $0.restartPolicy == .always } + pod.spec.containers
    let ports = all.flatMap { container in
      container.ports.map { port in
        let name = port.name.map { " (\($0))" } ?? ""
        let transport = port.protocolName == "UDP" ? "/UDP" : ""
        let host = port.hostPort.map { ", the node's :\($0)" } ?? ""
        return ":\(port.containerPort)\(transport) \(container.name)\(name)\(host)"
      }
    }
    let text = ports.isEmpty ? "no port is declared" : ports.joined(separator: "   ")
    return [.text(Phrase("localhost  ", .strong) + Phrase(text), indentation: 11)]
  }

  private var volumes: [Picture.Part] {
    var rows: [[Phrase]] = []
    for volume in pod.spec.volumes {
      let mounts = (pod.spec.initContainers + pod.spec.containers).flatMap { container in
        container.volumeMounts.filter { $0.name == volume.name }.map { mount in
          "\(container.name) \(mount.mountPath)\(mount.readOnly == true ? " (read-only)" : "")"
        }
      }
      rows.append([
        Phrase(volume.name), Phrase(Self.source(of: volume, in: pod), .faint),
        Phrase(mounts.isEmpty ? "nobody mounts it" : mounts.joined(separator: ", ")),
      ])
    }
    return rows.isEmpty
      ? [] : [.table(PictureTable(header: ["VOLUME", "FROM", "MOUNTED BY"], rows: rows))]
  }

  private static func source(of volume: Volume, in pod: Pod) -> String {
    if let claim = volume.claimName(in: pod) { return "claim \(claim)" }
    if let map = volume.configMap { return "configmap \(map.name ?? "")" }
    if let secret = volume.secret { return "secret \(secret["secretName"]?.string ?? "")" }
    if let folder = volume.emptyDir { return folder.medium == "Memory" ? "memory" : "emptyDir" }
    if let path = volume.hostPath { return "the node's \(path.path)" }
    if volume.downwardAPI != nil { return "about the pod itself" }
    let sources = volume.projected?["sources"]?.array ?? []
    if sources.contains(where: { $0["serviceAccountToken"] != nil }) { return "API token" }
    return volume.projected == nil ? "volume" : "projected"
  }

  // MARK: - Who reaches it

  private var reaching: [Picture.Part] {
    let services = ServiceLinks(to: pod, in: world.state).services
    var parts: [Picture.Part] = [.gap, .heading(Phrase("Services that lead here", .strong))]
    if services.isEmpty { return parts + [.text("  none", indentation: 2)] }
    parts += services.map { link in
      .text(
        Phrase("  ") + link.sign + Phrase(" service/\(link.service.metadata.name)")
          + Phrase("  " + ServiceLinks.address(of: link.service) + "  ", .faint)
          + Phrase(link.text), indentation: 4)
    }
    return parts
  }

  private var policies: [Picture.Part] {
    let found = world.state.all(NetworkPolicy.self, in: pod.metadata.namespace)
      .filter { $0.spec.podSelector.matches(pod.metadata.labels) }
    let title = Picture.Part.heading(Phrase("NetworkPolicies that select it", .strong))
    if found.isEmpty {
      return [.gap, title, .text("  none: anybody may connect, to anywhere", indentation: 2)]
    }
    return [.gap, title]
      + found.map { policy in
        let parts = policy.spec.policyTypes.map { type in
          let count = type == "Ingress" ? policy.spec.ingress.count : policy.spec.egress.count
          let word = type == "Ingress" ? "in" : "out"
          return count == 0 ? "lets nothing \(word)" : "lets \(word) what \(count) rules name"
        }
        return .text(
          Phrase("  networkpolicy/\(policy.metadata.name)  ")
            + Phrase(parts.joined(separator: ", "), .faint), indentation: 4)
      }
  }
}
