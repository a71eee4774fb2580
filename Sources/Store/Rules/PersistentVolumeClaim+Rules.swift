import Objects

extension PersistentVolumeClaim: Defaulted, Admitted, Validated {
  mutating func setDefaults() {
    spec.volumeMode = spec.volumeMode ?? PersistentVolumeClaimSpec.standard.volumeMode
    status.phase = status.phase ?? PersistentVolumeClaimStatus.standard.phase
  }

  /// A claim without a class gets the default one; a claim in use is not to be deleted; only some
  /// classes let their volumes grow.
  mutating func admit(
    into state: inout ClusterState, replacing stored: PersistentVolumeClaim?,
    _ admission: inout Admission
  ) throws(Rejection) {
    if let stored {
      try admitGrowth(from: stored, in: state)
      return
    }
    status = PersistentVolumeClaimStatus()
    status.phase = .pending
    if !metadata.finalizers.contains(StorageFinalizers.claim) {
      metadata.finalizers.append(StorageFinalizers.claim)
    }
    if spec.storageClassName == nil, metadata.annotations[StorageAnnotations.olderClass] == nil {
      spec.storageClassName =
        StorageClass.standard(among: state.all(StorageClass.self))?.metadata.name
    }
  }

  private func admitGrowth(
    from stored: PersistentVolumeClaim, in state: ClusterState
  ) throws(Rejection) {
    guard requested > stored.requested else { return }
    guard stored.status.phase == .bound else {
      throw .forbidden(key, why: "Only bound persistent volume claims can be expanded")
    }
    guard state.get(StorageClass.self, className)?.allowVolumeExpansion == true else {
      throw .forbidden(
        key,
        why: "only dynamically provisioned pvc can be resized and the storageclass that provisions "
          + "the pvc must support resize")
    }
  }

  func problems() -> [FieldProblem] {
    let path = FieldPath("spec")
    var problems = NameRules.problems(metadata, subdomain: true)
    problems += StorageRules.problems(
      spec.accessModes, at: path, whenEmpty: "at least 1 access mode is required")
    problems += spec.selector?.problems(at: path.member("selector")) ?? []
    let here = path.member("resources").key("storage")
    if let size = spec.resources.requests["storage"] {
      if size <= .zero {
        problems.append(
          .init(here, .invalid(value: "\"\(size.text)\"", why: "must be greater than zero")))
      }
    } else {
      problems.append(.init(here, .required(why: "")))
    }
    if let name = spec.storageClassName, !name.isEmpty, let why = NameRules.subdomainProblem(name) {
      problems.append(
        .init(path.member("storageClassName"), .invalid(value: "\"\(name)\"", why: why)))
    }
    return problems
  }

  func problems(replacing stored: PersistentVolumeClaim) -> [FieldProblem] {
    var old = stored.spec
    // The one volume of a claim is written once, and a class may still be given to one without.
    if old.volumeName?.isEmpty ?? true { old.volumeName = spec.volumeName }
    if old.storageClassName == nil { old.storageClassName = spec.storageClassName }
    if stored.status.phase == .bound {
      old.resources.requests["storage"] = spec.resources.requests["storage"]
      old.volumeAttributesClassName = spec.volumeAttributesClassName
    }
    guard old == spec else {
      return [
        .init(
          FieldPath("spec"),
          .forbidden(
            why: "spec is immutable after creation except resources.requests and "
              + "volumeAttributesClassName for bound claims"))
      ]
    }
    guard let capacity = stored.status.capacity["storage"], requested < stored.requested,
      requested < capacity
    else { return [] }
    return [
      .init(
        FieldPath("spec", "resources", "requests", "storage"),
        .forbidden(why: "field can not be less than status.capacity"))
    ]
  }
}

extension StorageClass: Defaulted, Validated {
  mutating func setDefaults() {
    reclaimPolicy = reclaimPolicy ?? Self.standard.reclaimPolicy
    volumeBindingMode = volumeBindingMode ?? Self.standard.volumeBindingMode
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    if provisioner.isEmpty {
      problems.append(.init(FieldPath("provisioner"), .required(why: "")))
    }
    if reclaimPolicy == .recycle {
      problems.append(
        .init(
          FieldPath("reclaimPolicy"),
          .unsupported(
            value: "Recycle", supported: Words.reclaimPolicies.filter { $0 != "Recycle" })))
    }
    return problems
  }

  func problems(replacing stored: StorageClass) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for (field, isSame) in [
      ("parameters", parameters == stored.parameters),
      ("provisioner", provisioner == stored.provisioner),
      ("reclaimPolicy", reclaimPolicy == stored.reclaimPolicy),
    ] where !isSame {
      problems.append(
        .init(FieldPath(field), .forbidden(why: "updates to \(field) are forbidden.")))
    }
    if volumeBindingMode != stored.volumeBindingMode {
      let mode = volumeBindingMode?.rawValue ?? ""
      problems.append(
        .init(
          FieldPath("volumeBindingMode"),
          .invalid(value: "\"\(mode)\"", why: "field is immutable")))
    }
    return problems
  }
}
