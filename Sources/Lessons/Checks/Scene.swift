import Objects
import Store

/// Which objects a check is about, ready to be looked for.
struct Scene {
  var kind: Kind
  /// Nil for all namespaces, and for what has none.
  var namespace: String?
  var name: String?
  var selector: LabelSelector?
  var events: EventQuery?
  /// As a learner would type it.
  var text: String

  /// Objects of a kind; nil when there is no such kind.
  init?(_ query: ObjectQuery, namespace standard: String) {
    guard let kind = KindWords.kind(query.kindWord) else { return nil }
    self.kind = kind
    if kind.isNamespaced, !query.allNamespaces {
      namespace = query.namespace?.text ?? standard
    }
    name = query.name?.text
    selector = query.selector.flatMap { try? LabelSelector(text: $0.text) }
    text = query.text
  }

  init(_ query: EventQuery, namespace standard: String) {
    kind = .event
    events = query
    let about = query.about.flatMap { KindWords.kind($0.kindWord) }
    if !query.allNamespaces {
      // What has no namespace has its events in the default one.
      namespace = about?.isNamespaced == false ? "default" : query.namespace?.text ?? standard
    }
    text = query.text
  }

  /// `there are 2 pods -l app=web`
  func text(of count: Int) -> String {
    if events != nil { return "\(text) happened \(count) time\(count == 1 ? "" : "s")" }
    let thing = count == 1 ? kind.singular : kind.facts.plural
    let flags = text.split(separator: " ", maxSplits: 1).dropFirst().map { " " + $0 }
    return "there \(count == 1 ? "is" : "are") \(count) \(thing)" + flags.joined()
  }

  /// The objects there are now, by namespace and name.
  func objects(in state: ClusterState) -> [any APIObject] {
    if let name, namespace != nil || !kind.isNamespaced {
      let key = ObjectKey(kind, namespace: namespace ?? "", name: name)
      return [state[key]].compactMap(\.self).filter(picks)
    }
    return state.keys(kind, in: namespace).compactMap { state[$0] }.filter(picks)
  }

  func isAbout(_ key: ObjectKey) -> Bool {
    key.kind == kind && (namespace == nil || key.namespace == namespace)
      && (name == nil || key.name == name)
  }

  func picks(_ object: any APIObject) -> Bool {
    guard isAbout(object.key) else { return false }
    if let selector, !selector.matches(object.metadata.labels) { return false }
    guard let events, let event = object as? Event else { return events == nil }
    return events.picks(event)
  }
}

extension EventQuery {
  func picks(_ event: Event) -> Bool {
    if let reason, event.reason != reason.text { return false }
    if let type, event.type.rawValue != type.text { return false }
    guard let about else { return true }
    if event.involvedObject.kind != KindWords.kind(about.kindWord)?.rawValue { return false }
    return about.name == nil || event.involvedObject.name == about.name?.text
  }

  /// `event FailedScheduling for pod/big`
  var text: String {
    let words =
      ["event", type?.text, reason?.text] + [about.map { "for \($0.text)" }]
      + (about == nil ? [namespace.map { "-n \($0.text)" }] : [])
    return words.compactMap(\.self).joined(separator: " ")
  }
}

extension ObjectQuery {
  /// As a learner would type it.
  var text: String {
    var text = name.map { "\(kindWord)/\($0.text)" } ?? kindWord
    if let selector { text += " -l \(selector.text)" }
    if let namespace { text += " -n \(namespace.text)" }
    if allNamespaces { text += " -A" }
    return text
  }
}
