import Objects
import Store

extension Pod {
  static let defaultContainerAnnotation = "kubectl.kubernetes.io/default-container"

  /// Every container, as kubectl lists them: `app, debug (ephem), first (init)`.
  var containerChoices: String {
    let names =
      spec.containers.map(\.name) + spec.ephemeralContainers.map { "\($0.name) (ephem)" }
      + spec.initContainers.map { "\($0.name) (init)" }
    return names.joined(separator: ", ")
  }

  func hasContainer(_ name: String) -> Bool {
    (spec.containers + spec.initContainers + spec.ephemeralContainers).contains { $0.name == name }
  }

  /// The container that its author has marked as the one that is meant.
  var annotatedContainer: String? {
    let name = metadata.annotations[Self.defaultContainerAnnotation] ?? ""
    return name.isEmpty ? nil : name
  }

  /// The first container, and what kubectl says when it takes it out of several.
  var firstContainer: (name: String, notes: [String]) {
    let first = spec.containers.first?.name ?? ""
    let count =
      spec.containers.count + spec.initContainers.count + spec.ephemeralContainers.count
    let note = "Defaulted container \"\(first)\" out of: \(containerChoices)"
    return (first, count > 1 ? [note] : [])
  }

  func noSuchContainer(_ name: String) -> Failure {
    .error("container \(name) is not valid for pod \(metadata.name) out of: \(containerChoices)")
  }

  /// The status of the container of this name, whatever its sort.
  func containerStatus(_ name: String) -> ContainerStatus? {
    let all =
      status.containerStatuses + status.initContainerStatuses + status.ephemeralContainerStatuses
    return all.first { $0.name == name }
  }

  /// The container to run a command in, or why that cannot be.
  func containerToRunIn(_ wanted: String?) throws(Failure) -> (name: String, notes: [String]) {
    try checkIsNotOver("cannot exec into a container in a completed pod")
    if let wanted, !hasContainer(wanted) { throw noSuchContainer(wanted) }
    let choice = if let wanted { (name: wanted, notes: [String]()) } else { try defaultContainer() }
    try checkHasHost(choice.notes)
    return choice
  }

  /// The container to join, or why that cannot be.
  func containerToJoin(_ wanted: String?) throws(Failure) -> (name: String, notes: [String]) {
    try checkIsNotOver("cannot attach a container in a completed pod")
    do throws(Failure) {
      if let wanted, !hasContainer(wanted) { throw noSuchContainer(wanted) }
      let choice =
        if let wanted { (name: wanted, notes: [String]()) } else { try defaultContainer() }
      try checkHasHost(choice.notes)
      return choice
    } catch {
      guard case .error(let text) = error else { throw error }
      throw .error("cannot attach to the container: \(text)")
    }
  }

  private func checkIsNotOver(_ sentence: String) throws(Failure) {
    guard hasEnded else { return }
    throw .error("\(sentence); current phase is \((status.phase ?? .unknown).rawValue)")
  }

  private func checkHasHost(_ notes: [String]) throws(Failure) {
    guard spec.nodeName.isEmpty else { return }
    let problem = Failure.rejected(
      .badRequest("pod \(metadata.name) does not have a host assigned"))
    throw notes.isEmpty
      ? problem : .plain((notes + [problem.message]).joined(separator: "\n"))
  }

  private func defaultContainer() throws(Failure) -> (name: String, notes: [String]) {
    guard let annotated = annotatedContainer else { return firstContainer }
    guard hasContainer(annotated) else { throw noSuchContainer(annotated) }
    return (annotated, [])
  }
}
