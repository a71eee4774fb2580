import Objects

/// The fields a kustomization file may have, and their types.
struct KustomizationSchema: Sendable {
  indirect enum Form: Sendable {
    case string
    case bool
    case integer
    case map
    case flags
    case list(Form)
    case type(String)
    /// Whatever stands there: fields that are refused anyway.
    case open

    init(_ text: Substring) {
      switch text {
      case "string": self = .string
      case "bool": self = .bool
      case "integer": self = .integer
      case "map": self = .map
      case "flags": self = .flags
      case "open": self = .open
      default:
        self = text.hasPrefix("[]") ? .list(Form(text.dropFirst(2))) : .type(String(text))
      }
    }

    /// As the error about a value of another type names it.
    var goName: String {
      switch self {
      case .string: "string"
      case .bool: "bool"
      case .integer: "int64"
      case .map: "map[string]string"
      case .flags: "map[string]bool"
      case .list(let form): "[]" + form.goName
      case .type(let name): "types.\(name)"
      case .open: "interface {}"
      }
    }
  }

  private static let text = """
    Kustomization: apiVersion string; kind string; metadata ObjectMeta; openapi map;
      namePrefix string; nameSuffix string; namespace string; commonLabels map; labels []Label;
      commonAnnotations map; patchesStrategicMerge []string; patchesJson6902 []Patch;
      patches []Patch; images []Image; imageTags []Image; replacements []ReplacementField;
      replicas []Replica; vars []open; sortOptions SortOptions; resources []string;
      components []string; crds []string; bases []string; configMapGenerator []ConfigMapArgs;
      secretGenerator []SecretArgs; helmGlobals open; helmCharts []open;
      helmChartInflationGenerator []open; generatorOptions GeneratorOptions;
      configurations []string; generators []string; transformers []string; validators []string;
      inventory open; buildMetadata []string
    ObjectMeta: name string; namespace string; labels map; annotations map
    Label: pairs map; includeSelectors bool; includeTemplates bool; fields []FieldSpec
    FieldSpec: group string; version string; kind string; path string; create bool
    Patch: path string; patch string; target Selector; options flags
    Selector: group string; version string; kind string; name string; namespace string;
      annotationSelector string; labelSelector string
    Image: name string; newName string; newTag string; digest string; tagSuffix string
    ReplacementField: path string; source SourceSelector; targets []TargetSelector
    Replacement: source SourceSelector; targets []TargetSelector
    SourceSelector: group string; version string; kind string; name string; namespace string;
      fieldPath string; options FieldOptions
    TargetSelector: select Selector; reject []Selector; fieldPaths []string; options FieldOptions
    FieldOptions: delimiter string; index integer; encoding string; create bool
    Replica: name string; count integer
    SortOptions: order string; legacySortOptions LegacySortOptions
    LegacySortOptions: orderFirst []string; orderLast []string
    ConfigMapArgs: namespace string; name string; behavior string; literals []string;
      files []string; envs []string; env string; options GeneratorOptions
    SecretArgs: namespace string; name string; behavior string; literals []string;
      files []string; envs []string; env string; options GeneratorOptions; type string
    GeneratorOptions: labels map; annotations map; disableNameSuffixHash bool; immutable bool
    """

  private static let types: [String: [(name: String, form: Form)]] = {
    var types: [String: [(name: String, form: Form)]] = [:]
    var block = ""
    for line in (text + "\nend:").split(separator: "\n") {
      if line.hasPrefix(" ") {
        block += line
        continue
      }
      let halves = block.split(separator: ":", maxSplits: 1)
      if halves.count == 2 {
        types[String(halves[0])] = halves[1].split(separator: ";").compactMap { field in
          let words = field.split(separator: " ")
          return words.count == 2 ? (String(words[0]), Form(words[1])) : nil
        }
      }
      block = String(line)
    }
    return types
  }()

  /// The first thing that keeps `value` from being read as a type; nil when nothing does. Names
  /// are put into their usual case, since Go takes them in any.
  static func check(_ value: inout APIValue, as type: String) -> String? {
    guard value.object != nil else {
      return value == .null
        ? nil
        : "json: cannot unmarshal \(value.typeName) into Go value of type types.\(type)"
    }
    return check(&value, type, path: [])
  }

  private static func check(_ value: inout APIValue, _ type: String, path: [String]) -> String? {
    guard let members = value.object, let fields = types[type] else { return nil }
    var result = Members()
    var problem: String?
    for (name, member) in members.sorted {
      let lowered = name.lowercased()
      guard let field = fields.first(where: { $0.name.lowercased() == lowered }) else {
        problem = problem ?? "json: unknown field \(JSON.quoted(name))"
        continue
      }
      var member = member
      if member == .null { continue }
      let found = check(&member, field.form, of: type, path: path + [field.name])
      problem = problem ?? found
      result[field.name] = member
    }
    value = .object(result)
    return problem
  }

  private static func check(
    _ value: inout APIValue, _ form: Form, of owner: String, path: [String]
  ) -> String? {
    func wrong(_ value: APIValue, _ form: Form) -> String {
      "json: cannot unmarshal \(value.typeName) into Go struct field "
        + "\(owner).\(path.joined(separator: ".")) of type \(form.goName)"
    }
    switch (form, value) {
    case (.string, .string), (.bool, .bool), (.integer, .integer), (.open, _): return nil
    case (.list(let inner), .array(var items)):
      var problem: String?
      for index in items.indices where items[index] != .null {
        let found = check(&items[index], inner, of: owner, path: path)
        problem = problem ?? found
      }
      value = .array(items)
      return problem
    case (.map, .object(let members)):
      for (_, member) in members.sorted where member.string == nil && member != .null {
        return wrong(member, .string)
      }
      return nil
    case (.flags, .object(let members)):
      for (_, member) in members.sorted where member.bool == nil && member != .null {
        return wrong(member, .bool)
      }
      return nil
    case (.type(let name), .object): return check(&value, name, path: path)
    default: return wrong(value, form)
    }
  }
}
