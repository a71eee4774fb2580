import Objects

/// Where a volume puts what it shows, and which of that gets into each other's way.
struct VolumePaths {
  let volume: Volume

  /// A place within the volume, and what it is told to come from beside its volume.
  private struct Place {
    let path: String
    let source: String

    init(_ path: String, from source: String = "") {
      let end = path.lastIndex { $0 != "/" }
      self.path = end.map { String(path[...$0]) } ?? ""
      self.source = source
    }

    var text: String { GoText.quoted(path) + (source.isEmpty ? "" : " (\(source))") }

    func overlaps(_ other: Place) -> Bool {
      (path + "/").hasPrefix(other.path + "/") || (other.path + "/").hasPrefix(path + "/")
    }
  }

  /// What the API server says of paths that overlap.
  var warnings: [String] {
    var warnings: [String] = []
    if let map = volume.configMap {
      let places = map.items.map { Place($0.path) }
      warnings += overlaps(among: places, of: "ConfigMap \(GoText.quoted(map.name ?? ""))")
    }
    if let secret = volume.secret {
      let name = GoText.quoted(secret["secretName"]?.string ?? "")
      warnings += overlaps(among: Self.places(in: secret), of: "Secret \(name)")
    }
    if let downward = volume.downwardAPI {
      warnings += overlaps(among: Self.places(in: downward), of: "DownwardAPI")
    }
    return warnings + projected
  }

  private var projected: [String] {
    let sources = volume.projected?["sources"]?.array ?? []
    let empty = sources.filter { $0.object?.isEmpty ?? true }.map { _ in
      "volume \(GoText.quoted(volume.name)) (Projected) has no sources provided"
    }
    return empty + overlaps(among: sources.flatMap(Self.places(projectedFrom:)), of: "Projected")
  }

  private static func places(projectedFrom source: APIValue) -> [Place] {
    for (member, kind) in [("configMap", "ConfigMap"), ("secret", "Secret")] {
      guard let part = source[member] else { continue }
      let name = GoText.quoted(part["name"]?.string ?? "")
      return places(in: part, called: "\(kind) \(name)")
    }
    if let part = source["downwardAPI"] { return places(in: part, called: "DownwardAPI") }
    if let part = source["serviceAccountToken"] {
      return [Place(part["path"]?.string ?? "", from: "ServiceAccountToken")]
    }
    guard let part = source["clusterTrustBundle"] else { return [] }
    let name = part["name"]?.string ?? part["signerName"]?.string ?? ""
    return [
      Place(part["path"]?.string ?? "", from: "ClusterTrustBundle \(GoText.quoted(name))")
    ]
  }

  private static func places(in source: APIValue, called name: String = "") -> [Place] {
    (source["items"]?.array ?? []).map { Place($0["path"]?.string ?? "", from: name) }
  }

  /// Each place with those before it that it overlaps.
  private func overlaps(among places: [Place], of what: String) -> [String] {
    let places = places.filter { !$0.path.isEmpty }
    return places.enumerated().flatMap { number, place in
      places[..<number].filter { $0.overlaps(place) }.map { other in
        "volume \(GoText.quoted(volume.name)) (\(what)): overlapping paths: \(place.text) with "
          + other.text
      }
    }
  }
}
