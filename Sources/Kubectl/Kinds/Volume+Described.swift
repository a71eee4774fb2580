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
      volumeSource(volume.value, of: .pod)
    }
  }

  /// What a volume of a pod, or a persistent volume, is made of.
  mutating func volumeSource(_ volume: APIValue, of owner: VolumeSourceWording.Owner) {
    guard let wording = VolumeSourceWording.first(in: volume, of: owner),
      let source = volume[wording.field]
    else {
      line(1, "<unknown>")
      return
    }
    field("Type", wording.type, level: 2)
    for row in wording.rows {
      line(2, row.title, row.form.text(source[row.field]))
    }
    switch wording.field {
    case "projected": projectedSources(source)
    case "downwardAPI": downwardItems(source)
    case "csi": attributes(source["volumeAttributes"]?.object ?? Members())
    case "ephemeral": if let claim = source["volumeClaimTemplate"] { claimTemplate(claim) }
    default: break
    }
  }

  private mutating func projectedSources(_ volume: APIValue) {
    for source in volume["sources"]?.array ?? [] {
      if let secret = source["secret"] {
        field("SecretName", secret["name"]?.string ?? "", level: 2)
        field("Optional", "\(secret["optional"]?.bool ?? false)", level: 2)
      } else if source["downwardAPI"] != nil {
        field("DownwardAPI", "true", level: 2)
      } else if let map = source["configMap"] {
        field("ConfigMapName", map["name"]?.string ?? "", level: 2)
        field("Optional", "\(map["optional"]?.bool ?? false)", level: 2)
      } else if let token = source["serviceAccountToken"] {
        let seconds = token["expirationSeconds"]?.integer ?? 3600
        field("TokenExpirationSeconds", "\(seconds)", level: 2)
      }
    }
  }

  /// `metadata.labels -> labels`
  private mutating func downwardItems(_ volume: APIValue) {
    line(2, "Items:")
    for item in volume["items"]?.array ?? [] {
      for source in [["fieldRef", "fieldPath"], ["resourceFieldRef", "resource"]] {
        guard let name = item.value(at: source)?.string else { continue }
        line(3, "\(name) -> \(item["path"]?.string ?? "")")
      }
    }
  }

  /// Each value is indented once more: kubectl writes the indentation before every piece.
  private mutating func attributes(_ attributes: Members) {
    if attributes.isEmpty {
      field("VolumeAttributes", "<none>", level: 2)
      return
    }
    for (position, attribute) in attributes.sorted.enumerated() {
      let text = "\(attribute.name)=\(attribute.value.string ?? "")"
      let shown = text.utf8.count > 140 ? text.prefix(140) + "..." : text
      line(2, position == 0 ? "VolumeAttributes:" : "    ", "    \(shown)")
    }
  }

  /// The claim that is made for the pod: of the volume it will have nothing is known.
  private mutating func claimTemplate(_ template: APIValue) {
    let spec = template["spec"] ?? .object(Members())
    let indentation = "    "
    field("StorageClass", spec["storageClassName"]?.string ?? "", level: 2)
    field("Volume", "", level: 2)
    for title in ["labels", "annotations"] {
      let entries = template.value(at: ["metadata", title])?.object ?? Members()
      let separator = title == "labels" ? "=" : ": "
      let values = entries.sorted.map { "\($0.name)\(separator)\($0.value.string ?? "")" }
      for (position, value) in (values.isEmpty ? ["<none>"] : values).enumerated() {
        line(
          2, position == 0 ? "\(title.prefix(1).uppercased())\(title.dropFirst()):" : indentation,
          indentation + value)
      }
    }
    field("Capacity", "", level: 2)
    field("Access Modes", "", level: 2)
    if let mode = spec["volumeMode"]?.string { field("VolumeMode", mode, level: 2) }
  }
}
