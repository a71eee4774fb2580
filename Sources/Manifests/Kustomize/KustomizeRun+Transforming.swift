import Objects

extension KustomizeRun {
  /// Changes the objects as a file asks, always in this order.
  mutating func transform(
    _ objects: inout KustomizeObjects, _ file: KustomizationFile, at place: KustomizePlace
  ) throws(KustomizeProblem) {
    let loaded = try loadPatches(file, at: place)
    for (rule, patch, source) in loaded.patches {
      try objects.apply(rule, patch, source: source)
    }
    try objects.setNamespace(file.namespace)
    objects.addPrefix(file.namePrefix)
    objects.addSuffix(file.nameSuffix)
    for rule in file.labels {
      try objects.addLabels(rule.pairs, to: rule.places)
    }
    try objects.addLabels(
      file.commonLabels, to: FieldTables.selectors + FieldTables.templateLabels)
    try objects.addLabels(file.commonAnnotations, to: FieldTables.annotations)
    for (rule, patch, source) in loaded.operations {
      try objects.apply(rule, patch, source: source)
    }
    for (name, count) in file.replicas { try objects.setReplicas(of: name, count) }
    for image in file.images { try objects.change(image) }
    for replacement in try replacements(file, at: place) { try objects.replace(replacement) }
  }

  private typealias Loaded = (rule: PatchRule, patch: LoadedPatch, source: String)

  /// Everything is read before the first object is changed.
  private mutating func loadPatches(
    _ file: KustomizationFile, at place: KustomizePlace
  ) throws(KustomizeProblem) -> (patches: [Loaded], operations: [Loaded]) {
    var patches: [Loaded] = []
    for path in file.patchesStrategicMerge {
      // Either a file or the patch itself.
      let isText = path.contains("\n") || path.contains("{")
      let text = isText ? path : try mergePatchText(path, in: file, at: place)
      let source = "[path: \(JSON.quoted(path))]"
      patches.append(
        (PatchRule(["path": .string(path)]), try LoadedPatch(text, source: source), source))
    }
    for rule in file.patches { patches.append(try load(rule, "PatchTransformer", at: place)) }
    var operations: [Loaded] = []
    for rule in file.patchesJson6902 {
      operations.append(try load(rule, "PatchJson6902Transformer", at: place))
    }
    return (patches, operations)
  }

  private mutating func mergePatchText(
    _ path: String, in file: KustomizationFile, at place: KustomizePlace
  ) throws(KustomizeProblem) -> String {
    do throws(KustomizeProblem) {
      return try text(of: path, at: place)
    } catch {
      let config: APIValue = ["paths": .array(file.patchesStrategicMerge.map { .string($0) })]
      throw .on(
        .configuring("PatchStrategicMergeTransformer", config: YAML.encode(config)), error)
    }
  }

  private mutating func load(
    _ rule: PatchRule, _ plugin: String, at place: KustomizePlace
  ) throws(KustomizeProblem) -> Loaded {
    do throws(KustomizeProblem) {
      if rule.path.isEmpty, rule.patch.isEmpty {
        throw KustomizeProblem.transformer(.patchMissing(config: rule.config))
      }
      if !rule.path.isEmpty, !rule.patch.isEmpty {
        throw KustomizeProblem.transformer(.patchTwice(config: rule.config))
      }
      if rule.path.isEmpty {
        let source = "[patch: \(JSON.quoted(rule.patch.trimmed))]"
        return (rule, try LoadedPatch(rule.patch, source: source), source)
      }
      let source = "[path: \(JSON.quoted(rule.path))]"
      let text =
        plugin == "PatchTransformer"
        ? try patchText(rule.path, at: place) : try text(of: rule.path, at: place)
      return (rule, try LoadedPatch(text, source: source), source)
    } catch {
      // A patch that only lacks its target is found out about when it is used.
      if case .transformer(.targetMissing) = error { throw error }
      throw .on(.configuring(plugin, config: rule.config), error)
    }
  }

  private mutating func patchText(
    _ path: String, at place: KustomizePlace
  ) throws(KustomizeProblem) -> String {
    do throws(KustomizeProblem) {
      return try text(of: path, at: place)
    } catch {
      throw .on(.patchFile(path), error)
    }
  }

  private mutating func replacementText(
    _ path: String, in file: KustomizationFile, at place: KustomizePlace
  ) throws(KustomizeProblem) -> String {
    do throws(KustomizeProblem) {
      return try text(of: path, at: place)
    } catch {
      let config: APIValue = ["Replacements": .array(file.replacements)]
      throw .on(.configuring("ReplacementTransformer", config: YAML.encode(config)), error)
    }
  }

  /// The replacements, those in files of their own among them.
  private mutating func replacements(
    _ file: KustomizationFile, at place: KustomizePlace
  ) throws(KustomizeProblem) -> [ReplacementRule] {
    var rules: [ReplacementRule] = []
    for value in file.replacements {
      guard let path = value["path"]?.string else {
        rules.append(try ReplacementRule(value))
        continue
      }
      let text = try replacementText(path, in: file, at: place)
      let inner: APIValue
      do throws(ManifestError) {
        inner = try YAML.value(in: text)
      } catch {
        throw .object(.malformed(error.kustomizeMessage, file: path))
      }
      for var value in inner.array ?? [inner] {
        if let problem = KustomizationSchema.check(&value, as: "Replacement") {
          throw .file(.invalid(problem))
        }
        rules.append(try ReplacementRule(value))
      }
    }
    return rules
  }
}

extension LabelRule {
  /// Where these labels go: always to the objects themselves.
  fileprivate var places: [FieldSpec] {
    if includesSelectors { return fields + FieldTables.selectors + FieldTables.templateLabels }
    if includesTemplates { return fields + FieldTables.templateLabels }
    return fields + FieldTables.templateLabels.prefix(1)
  }
}

extension String {
  /// Without the white space around it.
  fileprivate var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

extension KustomizeObjects {
  /// What the file wants to be told about the building itself.
  mutating func finish(_ metadata: [String]) {
    for place in all.indices {
      if metadata.contains("managedByLabel") {
        var labels = all[place].strings("labels")
        labels["app.kubernetes.io/managed-by"] = "kustomize-(devel)"
        all[place].setMetadata("labels", labels.value)
      }
      // Annotations are written anew: they come out as texts, whatever they went in as.
      var annotations = all[place].strings("annotations")
      if let origin = all[place].origin { annotations["config.kubernetes.io/origin"] = origin }
      all[place].setMetadata("annotations", annotations.isEmpty ? nil : annotations.value)
    }
  }
}
