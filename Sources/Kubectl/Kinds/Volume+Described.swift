import Objects

extension Description {
  /// `indentation` is empty for a pod and two spaces for a template.
  mutating func volumes(_ volumes: [Volume], indentation: String = "") {
    guard !volumes.isEmpty else {
      line(0, "\(indentation)Volumes:", "<none>")
      return
    }
    line(0, "\(indentation)Volumes:")
    for volume in volumes {
      line(1, "\(indentation.isEmpty ? "" : " ")\(volume.name):")
      for (name, value) in volume.facts { field(name, value, level: 2) }
      if volume.downwardAPI != nil { line(2, "Items:") }
      for item in volume.downwardItems { line(3, item) }
    }
  }
}

extension Volume {
  /// What describe says about a volume, line by line.
  var facts: [(name: String, value: String)] {
    if let hostPath {
      return [
        ("Type", "HostPath (bare host directory volume)"), ("Path", hostPath.path),
        ("HostPathType", hostPath.type ?? ""),
      ]
    }
    if let emptyDir {
      return [
        ("Type", "EmptyDir (a temporary directory that shares a pod's lifetime)"),
        ("Medium", emptyDir.medium ?? ""), ("SizeLimit", emptyDir.sizeLimit?.text ?? "<unset>"),
      ]
    }
    if let configMap {
      return [
        ("Type", "ConfigMap (a volume populated by a ConfigMap)"), ("Name", configMap.name ?? ""),
        ("Optional", "\(configMap.optional ?? false)"),
      ]
    }
    if let secret {
      return [
        ("Type", "Secret (a volume populated by a Secret)"),
        ("SecretName", secret["secretName"]?.string ?? ""),
        ("Optional", "\(secret["optional"]?.bool ?? false)"),
      ]
    }
    if let claim = persistentVolumeClaim {
      return [
        (
          "Type",
          "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)"
        ),
        ("ClaimName", claim["claimName"]?.string ?? ""),
        ("ReadOnly", "\(claim["readOnly"]?.bool ?? false)"),
      ]
    }
    if downwardAPI != nil {
      return [("Type", "DownwardAPI (a volume populated by information about the pod)")]
    }
    if let projected { return Self.facts(ofProjected: projected) }
    return rareFacts ?? [("Type", "<unknown>")]
  }

  /// Sources that lead nowhere here, and are shown all the same.
  private var rareFacts: [(name: String, value: String)]? {
    if let nfs = unlisted["nfs"] {
      return [
        ("Type", "NFS (an NFS mount that lasts the lifetime of a pod)"),
        ("Server", nfs["server"]?.string ?? ""), ("Path", nfs["path"]?.string ?? ""),
        ("ReadOnly", "\(nfs["readOnly"]?.bool ?? false)"),
      ]
    }
    if let csi = unlisted["csi"] {
      return [
        ("Type", "CSI (a Container Storage Interface (CSI) volume source)"),
        ("Driver", csi["driver"]?.string ?? ""), ("FSType", csi["fsType"]?.string ?? ""),
        ("ReadOnly", "\(csi["readOnly"]?.bool ?? false)"),
      ]
    }
    if unlisted["ephemeral"] != nil {
      return [
        (
          "Type",
          "EphemeralVolume (an inline specification for a volume that gets created and deleted "
            + "with the pod)"
        )
      ]
    }
    return nil
  }

  /// `metadata.labels -> labels`
  fileprivate var downwardItems: [String] {
    (downwardAPI?["items"]?.array ?? []).map { item in
      let source =
        item.value(at: ["fieldRef", "fieldPath"])
        ?? item.value(at: ["resourceFieldRef", "resource"])
      return "\(source?.string ?? "") -> \(item["path"]?.string ?? "")"
    }
  }

  private static func facts(ofProjected volume: APIValue) -> [(name: String, value: String)] {
    var facts = [
      ("Type", "Projected (a volume that contains injected data from multiple sources)")
    ]
    for source in volume["sources"]?.array ?? [] {
      if let secret = source["secret"] {
        facts.append(("SecretName", secret["name"]?.string ?? ""))
        facts.append(("Optional", "\(secret["optional"]?.bool ?? false)"))
      } else if source["downwardAPI"] != nil {
        facts.append(("DownwardAPI", "true"))
      } else if let map = source["configMap"] {
        facts.append(("ConfigMapName", map["name"]?.string ?? ""))
        facts.append(("Optional", "\(map["optional"]?.bool ?? false)"))
      } else if let token = source["serviceAccountToken"] {
        facts.append(("TokenExpirationSeconds", "\(token["expirationSeconds"]?.integer ?? 3600)"))
      }
    }
    return facts
  }
}
