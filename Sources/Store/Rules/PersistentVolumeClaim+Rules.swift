import Objects

extension PersistentVolumeClaim: Defaulted, Admitted, Validated {
  mutating func setDefaults() {
    spec.volumeMode = spec.volumeMode ?? PersistentVolumeClaimSpec.standard.volumeMode
    status.phase = status.phase ?? PersistentVolumeClaimStatus.standard.phase
  }

  /// A claim without a class gets the default one; a claim in use is not to be deleted.
  mutating func admit(
    into state: inout ClusterState, replacing stored: PersistentVolumeClaim?,
    _ admission: inout Admission
  ) throws(Rejection) {
    guard stored == nil else { return }
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
    var (old, new) = (stored.spec, spec)
    // The one volume of a claim is written once, and a class may still be given to one without.
    if old.volumeName?.isEmpty ?? true { old.volumeName = new.volumeName }
    if old.storageClassName == nil { new.storageClassName = nil }
    if stored.status.phase == .bound {
      new.resources.requests["storage"] = old.resources.requests["storage"]
      new.volumeAttributesClassName = old.volumeAttributesClassName
    }
    var problems: [FieldProblem] = []
    if new != old {
      let difference = UnifiedDifference(from: InnerForm.of(old), to: InnerForm.of(new)).text
      let why =
        "spec is immutable after creation except resources.requests and "
        + "volumeAttributesClassName for bound claims"
      problems.append(.init(FieldPath("spec"), .forbidden(why: "\(why)\n\(difference)")))
    }
    if requested < stored.requested, requested <= stored.status.capacity["storage"] ?? .zero {
      problems.append(
        .init(
          FieldPath("spec", "resources", "requests", "storage"),
          .forbidden(why: "field can not be less than status.capacity")))
    }
    return problems + StorageRules.change(from: stored.spec.volumeMode, to: spec.volumeMode)
  }
}

extension ClusterState {
  /// Only some classes let their volumes grow, and only those that are there.
  func enforceGrowth(
    of object: any APIObject, replacing stored: any APIObject
  ) throws(Rejection) {
    guard let claim = object as? PersistentVolumeClaim,
      let stored = stored as? PersistentVolumeClaim, claim.requested > stored.requested
    else { return }
    guard stored.status.phase == .bound else {
      throw .forbidden(claim.key, why: "Only bound persistent volume claims can be expanded")
    }
    guard get(StorageClass.self, claim.className)?.allowVolumeExpansion == true else {
      throw .forbidden(
        claim.key,
        why: "only dynamically provisioned pvc can be resized and the storageclass that provisions "
          + "the pvc must support resize")
    }
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
    } else {
      problems += NameRules.keyProblems(provisioner.lowercased(), at: FieldPath("provisioner"))
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
