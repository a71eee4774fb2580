import Manifests
import Objects
import Store

extension Judge {
  /// What a probe finds, as texts; empty when there is nothing.
  public func values(of probe: Probe) -> [String] {
    let probe = probe.filled(evidence.remembered)
    switch probe {
    case .path(let target, let path):
      let claim = Claim(.exists, path: path)
      let isCount = PathPhrase(path).isCount
      return documents(of: target).flatMap { document in
        let texts = claim.values(in: document).flatMap(\.scalarTexts)
        return texts.isEmpty && isCount ? ["0"] : texts
      }
    case .count(let target, let path):
      let documents = documents(of: target)
      guard let path else { return ["\(documents.count)"] }
      let claim = Claim(.exists, path: path)
      return ["\(documents.reduce(0) { $0 + claim.count(in: $1) })"]
    case .history(let target, let path): return history(of: target, path)
    case .output(let target):
      let output = evidence.outputs.first { $0.target == target }?.output
      guard let output, output.status == 0 else { return [] }
      return output.text.split(separator: "\n").first.map { [String($0)] } ?? []
    }
  }

  private func documents(of target: CheckTarget) -> [APIValue] {
    switch target {
    case .report(let name):
      evidence.reports.filter { $0.name == name }.map(\.document)
    case .objects, .events:
      scene(of: target)?.objects(in: evidence.state).map(\.document) ?? []
    case .exec, .logs, .answer: []
    }
  }

  private func scene(of target: CheckTarget) -> Scene? {
    switch target {
    case .objects(let query): Scene(query, namespace: evidence.namespace)
    case .events(let query): Scene(query, namespace: evidence.namespace)
    case .exec, .logs, .answer, .report: nil
    }
  }

  /// The values a path has had since the step began, each change of them once.
  private func history(of target: CheckTarget, _ path: String) -> [String] {
    guard let scene = scene(of: target) else { return [] }
    let claim = Claim(.exists, path: path)
    var values: [String] = []
    func note(_ object: any APIObject) {
      guard scene.picks(object) else { return }
      for text in claim.values(in: object.document).flatMap(\.scalarTexts)
      where !values.contains(text) {
        values.append(text)
      }
    }
    for object in scene.objects(in: evidence.beginning) { note(object) }
    for change in evidence.changes where scene.isAbout(change.key) { change.after.map(note) }
    return values
  }
}
