import Engine
import Kubectl
import Objects
import Simulation
import Store

/// Sends synthetic traffic.
enum Load: Answering {
  static let name = "load"
  static let usage = [
    "load TARGET --rps N [--for DURATION] [--path /PATH] [--port N] [--timeout DURATION]",
    "load [--json]", "load stop [--json]",
  ]
  static let summary = "send requests to a Service or a pod, and see which are answered"
  static let details = """
    TARGET is svc/NAME, pod/NAME, deployment/NAME (its pods in turn), or a URL. Every request goes
    the way a real one would: by the rules of a machine's proxy to a pod that is ready, and is
    refused or lost where a real one would be. --rps 50 is fifty requests a second.
    With --for the clock runs that long, and a report follows. Without it requests are sent
    whenever time passes, until `load stop`; `load` alone shows how they fare.
    """
  static let examples = [
    "load svc/web --rps 50", "load svc/web --rps 20 --for 2m",
    "load http://web.shop:8080/login --rps 5 --for 30s", "load", "load stop",
  ]
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .resources : .nothing
  }

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    let arguments = try LabArguments(
      call.arguments, taking: ["rps", "for", "path", "port", "timeout", "n", "namespace"],
      for: self)
    guard arguments.words.count < 2 else { throw .usage("one target at a time", of: self) }
    guard let word = arguments.words.first else {
      guard let load = session.world.load else { throw .failed("nothing is being sent") }
      return answer(LoadReport(load, at: session.now))
    }
    if word == "stop" {
      guard let load = session.world.load, load.isRunning else {
        throw .failed("nothing is being sent")
      }
      session.changedHardware = true
      session.world.stopLoad()
      return answer(LoadReport(session.world.load ?? load, at: session.now))
    }
    if session.world.load?.isRunning ?? false {
      throw .failed("requests are being sent already: load stop ends that")
    }
    let plan = try Self.plan(word, arguments, in: session)
    let span = try duration("for", arguments)
    session.changedHardware = true
    session.world.startLoad(plan, until: span.map { session.now + $0 })
    guard let span else {
      session.report("load shows how they fare; load stop ends it")
      return .done()
    }
    let ended = watch(span, isQuiet: call.wantsJSON, in: &session)
    guard let load = session.world.load else { return .done(1) }
    return answer(
      LoadReport(load, at: session.now), status: ended ?? (load.total.failed == 0 ? 0 : 1))
  }

  private static func answer(_ report: LoadReport, status: Int32 = 0) -> Answer {
    Answer(report.document, status: status) { $0.put(report.text) }
  }

  /// Lets the time pass, telling ten times how it goes; the status when it is cut short.
  private static func watch(
    _ span: SimSpan, isQuiet: Bool, in session: inout Session
  ) -> Int32? {
    let end = session.now + span
    let step = SimSpan.milliseconds(max(1000, span.milliseconds / 10))
    let note = { (world: World) in
      let bar = ProgressBar(share: 1000 - (end - world.now).share(of: span))
      let rate = world.load.map { LoadReport($0, at: world.now).rate } ?? ""
      return "\(world.now.clockText)  \(bar.text)  \(rate)"
    }
    while session.now < end {
      let before = session.world.load?.total
      let next = min(end, session.now + step)
      if let ended = session.noting(note, { $0.pass(until: next) }) {
        session.world.stopLoad()
        return ended
      }
      if !isQuiet, session.manner == .interactive, let before, let after = session.world.load?.total
      {
        session.say(
          "\(session.now.clockText)  \(after.sent - before.sent) sent, "
            + "\(after.failed - before.failed) failed")
      }
    }
    session.world.settle()
    session.world.stopLoad()
    return nil
  }

  // MARK: - What is asked for

  private static func plan(
    _ word: String, _ arguments: LabArguments, in session: Session
  ) throws(CommandProblem) -> LoadPlan {
    guard let rate = arguments["rps"].flatMap({ Int($0) }),
      (1...LoadPlan.mostPerSecond).contains(rate)
    else { throw .usage("--rps is a number from 1 to \(LoadPlan.mostPerSecond)", of: self) }
    let patience = try duration("timeout", arguments) ?? .seconds(5)
    let namespace = arguments["n"] ?? arguments["namespace"] ?? session.namespace
    var port = arguments["port"].flatMap { Int($0) }
    if arguments["port"] != nil, port == nil { throw .usage("--port is a number", of: self) }
    var path = arguments["path"] ?? "/"
    if !path.hasPrefix("/") { path = "/" + path }
    let target: LoadPlan.Target
    if word.contains("://") || !word.contains("/") {
      let url = LoadAddress(word)
      guard !url.host.isEmpty, word.contains(".") || word.contains("://") else {
        throw .usage("\(word) is no target: svc/\(word)?", of: self)
      }
      target = .host(url.host, namespace: namespace)
      port = port ?? url.port
      if arguments["path"] == nil { path = url.path }
    } else {
      let key = try Self.key(word, namespace)
      guard let object = session.world.state[key] else {
        throw .failed("\(key.kind.qualifiedPlural) \"\(key.name)\" not found")
      }
      target = try Self.target(key)
      port = port ?? usualPort(of: object)
    }
    return LoadPlan(
      target: target, title: word, port: port ?? 80, path: path, perSecond: rate,
      patience: patience)
  }

  /// What a word of a learner's means as a target; nil when nothing can be sent to it.
  static func target(_ word: String, _ namespace: String) -> LoadPlan.Target? {
    if word.contains("://") || !word.contains("/") {
      return .host(LoadAddress(word).host, namespace: namespace)
    }
    guard let key = try? key(word, namespace) else { return nil }
    return try? target(key)
  }

  private static func key(
    _ word: String, _ namespace: String
  ) throws(CommandProblem) -> ObjectKey {
    let sides = word.split(separator: "/", maxSplits: 1).map(String.init)
    guard sides.count == 2 else { throw .usage("\(word) is no target", of: self) }
    do throws(UsageError) {
      return ObjectKey(try Kind(kubectlWord: sides[0]), namespace: namespace, name: sides[1])
    } catch {
      throw .failed("the server doesn't have a resource type \"\(sides[0])\"")
    }
  }

  private static func target(_ key: ObjectKey) throws(CommandProblem) -> LoadPlan.Target {
    if key.kind == .service { return .service(key) }
    if key.kind == .pod { return .pod(key) }
    let workloads: [Kind] = [.deployment, .replicaSet, .statefulSet, .daemonSet]
    if workloads.contains(key.kind) { return .workload(key) }
    throw .failed("nothing can be sent to a \(key.kind.singular)")
  }

  /// The first port that an object publishes.
  private static func usualPort(of object: any APIObject) -> Int? {
    if let service = object as? Service {
      return service.spec.ports.first { $0.protocolName != "UDP" }?.port
    }
    let containers =
      (object as? Pod)?.spec.containers ?? (object as? Deployment)?.spec.template.spec.containers
      ?? (object as? ReplicaSet)?.spec.template.spec.containers
      ?? (object as? StatefulSet)?.spec.template.spec.containers
      ?? (object as? DaemonSet)?.spec.template.spec.containers
    return containers?.flatMap(\.ports).first?.containerPort
  }

  private static func duration(
    _ name: String, _ arguments: LabArguments
  ) throws(CommandProblem) -> SimSpan? {
    guard let text = arguments[name] else { return nil }
    guard let span = Sleep.span(text), span >= .milliseconds(1), span <= .hours(24) else {
      throw .usage("--\(name) is a duration such as 30s or 2m, up to 24h", of: self)
    }
    return span
  }
}

/// The parts of a URL, as far as `load` needs them.
private struct LoadAddress {
  var host: String
  var port = 80
  var path = "/"

  init(_ text: String) {
    let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? Substring(text)
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    if end != rest.endIndex { path = String(rest[end...]) }
    let parts = rest[..<end].split(separator: ":").map(String.init)
    host = parts.first ?? ""
    if text.hasPrefix("https") { port = 443 }
    if parts.count > 1, let number = Int(parts[1]) { port = number }
  }
}
