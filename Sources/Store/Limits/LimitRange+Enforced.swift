import Engine
import Objects

extension Pod {
  /// Fills in what the containers leave open from the ranges of the namespace.
  mutating func takeStandards(from ranges: [LimitRange]) {
    guard !ranges.isEmpty else { return }
    for range in ranges {
      var limits = ResourceList()
      var requests = ResourceList()
      for item in range.spec.limits where item.type == "Container" {
        limits = limits.filled(from: item.standardLimits).list
        requests = requests.filled(from: item.defaultRequest).list
      }
      var notes: [String] = []
      for (list, word) in [
        (\PodSpec.containers, "container"), (\.initContainers, "init container"),
      ] {
        for place in spec[keyPath: list].indices {
          notes += spec[keyPath: list][place].take(limits: limits, requests: requests, as: word)
        }
      }
      if notes.isEmpty { continue }
      metadata.annotations["kubernetes.io/limit-ranger"] =
        "LimitRanger plugin set: " + notes.joined(separator: "; ")
    }
    status.qosClass = spec.qualityOfService
  }
}

extension Container {
  fileprivate mutating func take(
    limits: ResourceList, requests: ResourceList, as word: String
  ) -> [String] {
    let (newLimits, limitNames) = resources.limits.filled(from: limits)
    let (newRequests, requestNames) = resources.requests.filled(from: requests)
    resources.limits = newLimits
    resources.requests = newRequests
    var notes: [String] = []
    if !requestNames.isEmpty {
      notes.append("\(requestNames.joined(separator: ", ")) request for \(word) \(name)")
    }
    if !limitNames.isEmpty {
      notes.append("\(limitNames.joined(separator: ", ")) limit for \(word) \(name)")
    }
    return notes
  }
}

extension ResourceList {
  /// Itself with what only `other` has, and the names of that.
  fileprivate func filled(from other: ResourceList) -> (list: ResourceList, names: [String]) {
    var list = self
    var names: [String] = []
    for (name, amount) in other where list[name] == nil {
      list[name] = amount
      names.append(name)
    }
    return (list, names)
  }
}

extension LimitRange {
  /// Everything about an object that is outside the range, in the API's words.
  func complaints(about object: any APIObject) -> [String] {
    if let pod = object as? Pod { return spec.limits.flatMap { $0.complaints(about: pod) } }
    guard let claim = object as? PersistentVolumeClaim else { return [] }
    let requests = claim.spec.resources.requests
    return spec.limits.filter { $0.type == "PersistentVolumeClaim" }.flatMap { item in
      let asked = LimitRangeItem.Asked(
        type: item.type, requests: requests, limits: ResourceList())
      return item.minimum.compactMap { asked.problem(below: $0.amount, $0.name) }
        + item.maximum.compactMap { asked.problem(requestAbove: $0.amount, $0.name) }
    }
  }
}

extension LimitRangeItem {
  /// What something of one type asks for.
  struct Asked {
    var type: String
    var requests: ResourceList
    var limits: ResourceList
  }

  fileprivate func complaints(about pod: Pod) -> [String] {
    switch type {
    case "Container":
      (pod.spec.containers + pod.spec.initContainers).flatMap {
        complaints(
          about: Asked(type: type, requests: $0.resources.requests, limits: $0.resources.limits))
      }
    case "Pod":
      complaints(
        about: Asked(type: type, requests: pod.totalRequests, limits: pod.totalLimits))
    default: []
    }
  }

  private func complaints(about asked: Asked) -> [String] {
    minimum.compactMap { asked.problem(below: $0.amount, $0.name) }
      + maximum.compactMap { asked.problem(above: $0.amount, $0.name) }
      + maxLimitRequestRatio.compactMap { asked.problem(ratioAbove: $0.amount, $0.name) }
  }
}

extension LimitRangeItem.Asked {
  fileprivate func problem(below least: Quantity, _ name: String) -> String? {
    let rule = "minimum \(name) usage per \(type) is \(least.text)"
    guard let request = requests[name] else { return "\(rule).  No request is specified" }
    if request < least { return "\(rule), but request is \(request.text)" }
    if let limit = limits[name], limit < least { return "\(rule), but limit is \(limit.text)" }
    return nil
  }

  fileprivate func problem(above most: Quantity, _ name: String) -> String? {
    let rule = "maximum \(name) usage per \(type) is \(most.text)"
    guard let limit = limits[name] else { return "\(rule).  No limit is specified" }
    if limit > most { return "\(rule), but limit is \(limit.text)" }
    if let request = requests[name], request > most {
      return "\(rule), but request is \(request.text)"
    }
    return nil
  }

  fileprivate func problem(requestAbove most: Quantity, _ name: String) -> String? {
    let rule = "maximum \(name) usage per \(type) is \(most.text)"
    guard let request = requests[name] else { return "\(rule).  No request is specified" }
    return request > most ? "\(rule), but request is \(request.text)" : nil
  }

  fileprivate func problem(ratioAbove most: Quantity, _ name: String) -> String? {
    let rule = "\(name) max limit to request ratio per \(type) is \(most.text)"
    guard let request = requests[name], request > .zero else {
      return "\(rule), but no request is specified or request is 0"
    }
    guard let limit = limits[name], limit > .zero else {
      return "\(rule), but no limit is specified or limit is 0"
    }
    let allowed = most.nano.multipliedClamped(by: request.nano)
    if limit.nano.multipliedClamped(by: 1_000_000_000) <= allowed { return nil }
    return "\(rule), but provided ratio is \(Self.ratio(limit.nano, request.nano))"
  }

  /// A quotient with six digits after the point.
  private static func ratio(_ above: Int128, _ below: Int128) -> String {
    let doubled = below.multipliedClamped(by: 2)
    let millionths = above.multipliedClamped(by: 2_000_000).addingClamped(below) / doubled
    let digits = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000)."
      + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
