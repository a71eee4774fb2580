import Engine
import Objects

extension PersistentVolume: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = [
      "NAME", "CAPACITY", "ACCESS MODES", "RECLAIM POLICY", "STATUS", "CLAIM", "STORAGECLASS",
      "VOLUMEATTRIBUTESCLASS", "REASON", "AGE",
    ]
    return wide ? narrow + ["VOLUMEMODE"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [
      metadata.name, size.text, spec.accessModes.abbreviations,
      spec.persistentVolumeReclaimPolicy?.rawValue ?? "",
      metadata.isDeleting ? "Terminating" : status.phase?.rawValue ?? "",
      claimKey?.namespacedName ?? "", className, spec.volumeAttributesClassName ?? "<unset>",
      status.reason ?? "", age(at: now),
    ]
    return wide ? narrow + [spec.volumeMode?.rawValue ?? "<unset>"] : narrow
  }
}

extension PersistentVolumeClaim: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = [
      "NAME", "STATUS", "VOLUME", "CAPACITY", "ACCESS MODES", "STORAGECLASS",
      "VOLUMEATTRIBUTESCLASS", "AGE",
    ]
    return wide ? narrow + ["VOLUMEMODE"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [
      metadata.name, metadata.isDeleting ? "Terminating" : status.phase?.rawValue ?? "",
      spec.volumeName ?? "", shownCapacity, shownModes, className,
      spec.volumeAttributesClassName ?? "<unset>", age(at: now),
    ]
    return wide ? narrow + [spec.volumeMode?.rawValue ?? "<unset>"] : narrow
  }

  /// What it has, once a volume has been named.
  var shownCapacity: String {
    hasVolume ? (status.capacity["storage"] ?? .zero).text : ""
  }

  var shownModes: String { hasVolume ? status.accessModes.abbreviations : "" }

  private var hasVolume: Bool { !(spec.volumeName ?? "").isEmpty }
}

extension StorageClass: Printed {
  static func header(wide: Bool) -> [String] {
    [
      "NAME", "PROVISIONER", "RECLAIMPOLICY", "VOLUMEBINDINGMODE", "ALLOWVOLUMEEXPANSION", "AGE",
    ]
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [
      metadata.name + (isDefault ? " (default)" : ""), provisioner,
      (reclaimPolicy ?? .delete).rawValue, (volumeBindingMode ?? .immediate).rawValue,
      "\(allowVolumeExpansion ?? false)", age(at: now),
    ]
  }
}
