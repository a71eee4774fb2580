import Engine
import Kubectl
import Objects
import Simulation
import Store

extension Session {
  /// Opens ports of this side. kubectl would stay and serve them; here they stay open beside the
  /// session, until they are closed or the command is undone.
  mutating func perform(_ request: ForwardRequest) -> Int32 {
    guard let pod = world.state.pod(request.pod) else { return 1 }
    var opened: [PortForward] = []
    for port in request.ports {
      let local = port.local ?? freePort()
      if world.forward(from: local) != nil {
        complain(Self.taken(local))
        continue
      }
      let forward = PortForward(
        localPort: local, remotePort: port.remote, pod: pod.key, uid: pod.metadata.uid)
      world.open(forward)
      opened.append(forward)
      say("Forwarding from 127.0.0.1:\(local) -> \(port.remote)")
      say("Forwarding from [::1]:\(local) -> \(port.remote)")
    }
    guard let first = opened.first else {
      let list = request.ports.map { "{\($0.local ?? 0) \($0.remote)}" }.joined(separator: " ")
      complain("error: unable to listen on any of the requested ports: [\(list)]")
      return 1
    }
    changedHardware = true
    return serve(opened) ?? report(first)
  }

  /// Whoever gave kubectl only so much time gets the ports for as long; nil when nobody did.
  private mutating func serve(_ opened: [PortForward]) -> Int32? {
    guard let deadline else { return nil }
    let status = pass(until: deadline + .seconds(1))
    for forward in opened { world.closeForward(from: forward.localPort) }
    return status ?? 0
  }

  private mutating func report(_ forward: PortForward) -> Int32 {
    report(
      "curl localhost:\(forward.localPort) goes there; remove forward \(forward.localPort) ends it")
    return 0
  }

  /// A port that nobody uses; another one at another moment.
  private func freePort() -> Int {
    var chance = SeededRandom(seed: UInt64(bitPattern: now.milliseconds))
    while true {
      let port = 32_768 + chance.below(28_232)
      if world.forward(from: port) == nil { return port }
    }
  }

  private static func taken(_ port: Int) -> String {
    func problem(_ family: String, _ address: String) -> String {
      "unable to create listener: Error listen \(family) \(address):\(port): bind: address already "
        + "in use"
    }
    return "Unable to listen on port \(port): Listeners failed to create with the following "
      + "errors: [\(problem("tcp4", "127.0.0.1")) \(problem("tcp6", "[::1]"))]"
  }
}
