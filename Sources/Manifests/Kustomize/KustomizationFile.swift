import Objects

/// What a kustomization file asks for.
struct KustomizationFile: Sendable {
  /// `kustomization.yaml`, or another name it may have.
  var name: String
  var kind: String
  var apiVersion: String
  var namePrefix: String
  var nameSuffix: String
  var namespace: String
  var commonLabels: StringMap
  var commonAnnotations: StringMap
  var labels: [LabelRule]
  var resources: [String]
  var components: [String]
  var patchesStrategicMerge: [String]
  var patchesJson6902: [PatchRule]
  var patches: [PatchRule]
  var images: [ImageRule]
  var replicas: [(name: String, count: Int64)]
  var replacements: [APIValue]
  var configMaps: [GeneratorRule]
  var secrets: [GeneratorRule]
  var buildMetadata: [String]
  var sortOptions: APIValue?

  static let names = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

  private static let leftOut = [
    "openapi", "crds", "vars", "helmGlobals", "helmCharts", "helmChartInflationGenerator",
    "configurations", "generators", "transformers", "validators", "inventory",
  ]

  private static let deprecated = [
    ("bases", "resources", ""), ("commonLabels", "labels", ""), ("imageTags", "images", ""),
    ("patchesJson6902", "patches", ""), ("patchesStrategicMerge", "patches", ""),
    ("vars", "replacements", "[EXPERIMENTAL] "),
  ]

  /// What is said about fields that are going out of use, even where the rest is wrong.
  static func warnings(about value: APIValue) -> [String] {
    deprecated.filter { value[$0.0] != nil }.map { old, new, mark in
      "# Warning: '\(old)' is deprecated. Please use '\(new)' instead. "
        + "\(mark)Run 'kustomize edit fix' to update your Kustomization automatically."
    }
  }

  /// `value` has passed the schema's check.
  init(_ value: APIValue, name: String, folder: String) throws(KustomizeProblem) {
    self.name = name
    kind = value.text("kind", or: "Kustomization")
    let version = "kustomize.config.k8s.io/" + (kind == "Component" ? "v1alpha1" : "v1beta1")
    apiVersion = value.text("apiVersion", or: version)
    namePrefix = value.text("namePrefix")
    nameSuffix = value.text("nameSuffix")
    namespace = value.text("namespace")
    commonLabels = value.map("commonLabels")
    commonAnnotations = value.map("commonAnnotations")
    labels = value.list("labels").map(LabelRule.init)
    resources = value.texts("resources") + value.texts("bases")
    components = value.texts("components")
    patchesStrategicMerge = value.texts("patchesStrategicMerge")
    patchesJson6902 = value.list("patchesJson6902").map(PatchRule.init)
    patches = value.list("patches").map(PatchRule.init)
    images = (value.list("images") + value.list("imageTags")).map(ImageRule.init)
    replicas = value.list("replicas").map { ($0.text("name"), $0["count"]?.integer ?? 0) }
    replacements = value.list("replacements")
    let options = value["generatorOptions"]
    configMaps = value.list("configMapGenerator").map { GeneratorRule($0, common: options) }
    secrets = value.list("secretGenerator").map { GeneratorRule($0, common: options) }
    buildMetadata = value.texts("buildMetadata")
    sortOptions = value["sortOptions"]
    try check(value, folder: folder, version: version)
  }

  private func check(
    _ value: APIValue, folder: String, version: String
  ) throws(KustomizeProblem) {
    let fields = (value.object ?? Members()).names.filter { !["apiVersion", "kind"].contains($0) }
    if fields.isEmpty { throw .file(.empty) }
    var problems: [String] = []
    if !["Kustomization", "Component"].contains(kind) {
      problems.append("kind should be Kustomization or Component")
    }
    if apiVersion != version { problems.append("apiVersion for \(kind) should be \(version)") }
    if !problems.isEmpty { throw .file(.wrongHead(folder: folder, problems: problems)) }
    for field in Self.leftOut {
      if let member = value[field], member.array?.isEmpty != true, member.object?.isEmpty != true {
        throw .file(.leftOut(field))
      }
    }
  }
}

/// Labels that are put on, and where.
struct LabelRule: Sendable {
  var pairs: StringMap
  var includesSelectors: Bool
  var includesTemplates: Bool
  var fields: [FieldSpec]

  init(_ value: APIValue) {
    pairs = value.map("pairs")
    includesSelectors = value["includeSelectors"]?.bool ?? false
    includesTemplates = value["includeTemplates"]?.bool ?? false
    fields = value.list("fields").map(FieldSpec.init)
  }
}

/// A patch, by itself or in a file, and what it is for.
struct PatchRule: Sendable {
  var path: String
  var patch: String
  var target: KustomizeSelector?
  var allowsNameChange: Bool
  var allowsKindChange: Bool
  /// As it stands in the file, for messages.
  var config: String

  init(_ value: APIValue) {
    path = value.text("path")
    patch = value.text("patch")
    target = value["target"].map(KustomizeSelector.init)
    allowsNameChange = value.value(at: ["options", "allowNameChange"])?.bool ?? false
    allowsKindChange = value.value(at: ["options", "allowKindChange"])?.bool ?? false
    config = YAML.encode(value)
  }
}

/// What becomes of an image.
struct ImageRule: Sendable {
  var name: String
  var newName: String
  var newTag: String
  var digest: String
  var tagSuffix: String

  init(_ value: APIValue) {
    name = value.text("name")
    newName = value.text("newName")
    newTag = value.text("newTag")
    digest = value.text("digest")
    tagSuffix = value.text("tagSuffix")
  }
}

/// A ConfigMap or Secret to make.
struct GeneratorRule: Sendable {
  var name: String
  var namespace: String
  var behavior: KustomizeObject.Behavior
  var literals: [String]
  var files: [String]
  var environments: [String]
  var type: String
  var labels: StringMap
  var annotations: StringMap
  var isImmutable: Bool
  var hasHash: Bool

  /// `common` are the options for all generators of the file: its own come first.
  init(_ value: APIValue, common: APIValue?) {
    name = value.text("name")
    namespace = value.text("namespace")
    switch value.text("behavior") {
    case "merge": behavior = .merge
    case "replace": behavior = .replace
    default: behavior = .create
    }
    literals = value.texts("literals")
    files = value.texts("files")
    environments = value.texts("envs")
    if value["env"] != nil { environments.append(value.text("env")) }
    type = value.text("type")
    let own = value["options"]
    labels = common?.map("labels") ?? StringMap()
    for (key, value) in own?.map("labels") ?? StringMap() { labels[key] = value }
    annotations = common?.map("annotations") ?? StringMap()
    for (key, value) in own?.map("annotations") ?? StringMap() { annotations[key] = value }
    isImmutable = [own, common].contains { $0?["immutable"]?.bool == true }
    hasHash = ![own, common].contains { $0?["disableNameSuffixHash"]?.bool == true }
  }
}

extension APIValue {
  fileprivate func text(_ field: String, or other: String = "") -> String {
    let text = self[field]?.string ?? ""
    return text.isEmpty ? other : text
  }

  fileprivate func list(_ field: String) -> [APIValue] { self[field]?.array ?? [] }

  fileprivate func texts(_ field: String) -> [String] {
    list(field).map { $0.string ?? "" }
  }

  fileprivate func map(_ field: String) -> StringMap {
    StringMap((self[field]?.object ?? Members()).map { ($0.name, $0.value.string ?? "") })
  }
}
