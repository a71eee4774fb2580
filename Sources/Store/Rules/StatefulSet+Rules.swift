import Objects

extension StatefulSet: Defaulted, Validated {
  mutating func setDefaults() {
    let standard = StatefulSetSpec.standard
    spec.replicas = spec.replicas ?? standard.replicas
    spec.podManagementPolicy = spec.podManagementPolicy ?? standard.podManagementPolicy
    spec.revisionHistoryLimit = spec.revisionHistoryLimit ?? standard.revisionHistoryLimit
    spec.updateStrategy.type = spec.updateStrategy.type ?? StatefulSetUpdateStrategy.standard.type
    if spec.updateStrategy.type == .rollingUpdate {
      var rolling = spec.updateStrategy.rollingUpdate ?? StatefulSetRollingUpdate()
      rolling.partition = rolling.partition ?? StatefulSetRollingUpdate.standard.partition
      // Behind a feature gate that is off by default: the API server drops the field.
      rolling.maxUnavailable = nil
      spec.updateStrategy.rollingUpdate = rolling
    }
    var retention = spec.persistentVolumeClaimRetentionPolicy ?? ClaimRetentionPolicy()
    retention.whenDeleted = retention.whenDeleted ?? ClaimRetentionPolicy.standard.whenDeleted
    retention.whenScaled = retention.whenScaled ?? ClaimRetentionPolicy.standard.whenScaled
    spec.persistentVolumeClaimRetentionPolicy = retention
    spec.template.spec.setDefaults()
    for place in spec.volumeClaimTemplates.indices {
      Self.setDefaults(of: &spec.volumeClaimTemplates[place])
    }
  }

  private static func setDefaults(of claim: inout PersistentVolumeClaim) {
    claim.setDefaults()
    claim.unlisted["apiVersion"] = .string(PersistentVolumeClaim.kind.apiVersion)
    claim.unlisted["kind"] = .string(PersistentVolumeClaim.kind.rawValue)
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    let path = FieldPath("spec", "updateStrategy", "rollingUpdate")
    if spec.updateStrategy.type == .onDelete, spec.updateStrategy.rollingUpdate != nil {
      let partition = spec.updateStrategy.rollingUpdate?.partition ?? 0
      problems.append(
        .init(
          path,
          .invalid(
            value: "{\"Partition\":\(partition),\"MaxUnavailable\":null}",
            why: "only allowed for updateStrategy 'RollingUpdate'")))
    }
    if let partition = spec.updateStrategy.rollingUpdate?.partition, partition < 0 {
      problems.append(
        .init(
          path.member("partition"),
          .invalid(value: "\(partition)", why: "must be greater than or equal to 0")))
    }
    problems += TemplateRules.negative("replicas", spec.replicas)
    problems += TemplateRules.negative("minReadySeconds", spec.minReadySeconds)
    if let start = spec.ordinals?.start, start < 0 {
      problems.append(
        .init(
          FieldPath("spec", "ordinals", "start"),
          .invalid(value: "\(start)", why: "must be greater than or equal to 0")))
    }
    let claims = spec.volumeClaimTemplates.map(\.metadata.name)
    return problems + selectorProblems
      + TemplateRules.problems(of: spec.template, volumes: claims, in: kind)
  }

  private var selectorProblems: [FieldProblem] {
    let problems = TemplateRules.selectorProblems(spec.writtenSelector, of: kind)
    if spec.selector.isUnreadable {
      let text = TemplateRules.goText(spec.selector)
      let path = FieldPath("spec", "selector")
      return problems + [.init(path, .invalid(value: text, why: ""))]
    }
    return problems + TemplateRules.labelProblems(spec.writtenSelector, spec.template)
  }

  /// What stays as it was created is refused as a whole.
  func problems(replacing stored: StatefulSet) -> [FieldProblem] {
    var old = stored.spec
    old.replicas = spec.replicas
    old.ordinals = spec.ordinals
    old.template = spec.template
    old.updateStrategy = spec.updateStrategy
    old.revisionHistoryLimit = spec.revisionHistoryLimit
    old.persistentVolumeClaimRetentionPolicy = spec.persistentVolumeClaimRetentionPolicy
    old.minReadySeconds = spec.minReadySeconds
    if old == spec { return [] }
    return [
      .init(
        FieldPath("spec"),
        .forbidden(
          why: "updates to statefulset spec for fields other than 'replicas', 'ordinals', "
            + "'template', 'updateStrategy', 'revisionHistoryLimit', "
            + "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"))
    ]
  }
}

extension ControllerRevision: Validated {
  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    if data == nil {
      problems.append(.init(FieldPath("data"), .required(why: "data is mandatory")))
    }
    if revision < 0 {
      problems.append(
        .init(
          FieldPath("revision"),
          .invalid(value: "\(revision)", why: "must be greater than or equal to 0")))
    }
    return problems
  }

  func problems(replacing stored: ControllerRevision) -> [FieldProblem] {
    if data == stored.data { return [] }
    return [.init(FieldPath("data"), .invalid(value: "{}", why: "field is immutable"))]
  }
}
