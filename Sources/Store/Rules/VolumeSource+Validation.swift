import Objects

/// Sources of volumes that are read where they stand.
extension APIValue {
  /// What is wrong with the keys and rights of a ConfigMap or Secret that is shown as files.
  func keyedProblems(at path: FieldPath) -> [FieldProblem] {
    var problems = modeProblems("defaultMode", at: path)
    for (place, item) in (self["items"]?.array ?? []).enumerated() {
      let here = path.member("items").index(place)
      problems += FieldChecks.required(item["key"]?.string, at: here.member("key"))
      problems += PathRules.problems(item["path"]?.string ?? "", at: here.member("path"))
      problems += item.modeProblems("mode", at: here)
    }
    return problems
  }

  private func modeProblems(_ field: String, at path: FieldPath) -> [FieldProblem] {
    guard let mode = self[field]?.integer, !(0...0o777).contains(mode) else { return [] }
    let why = "must be a number between 0 and 0777 (octal), both inclusive"
    return [.init(path.member(field), .invalid(value: "\(mode)", why: why))]
  }

  func downwardProblems(at path: FieldPath) -> [FieldProblem] {
    var problems = modeProblems("defaultMode", at: path)
    for (place, item) in (self["items"]?.array ?? []).enumerated() {
      let here = path.member("items").index(place)
      problems += PathRules.problems(item["path"]?.string ?? "", at: here.member("path"))
      problems += item.downwardFileProblems(at: here)
      problems += item.modeProblems("mode", at: here)
    }
    return problems
  }

  private func downwardFileProblems(at path: FieldPath) -> [FieldProblem] {
    var ignored: [FieldProblem] = []
    let field = self["fieldRef"].map {
      FieldSelector($0, at: FieldPath(), problems: &ignored)
    }
    let resource = self["resourceFieldRef"].map {
      ResourceFieldSelector($0, at: FieldPath(), problems: &ignored)
    }
    if let field {
      let names = [
        "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace",
        "metadata.uid",
      ]
      var problems = field.problems(at: path.member("fieldRef"), among: names)
      if resource != nil {
        let why = "fieldRef and resourceFieldRef can not be specified simultaneously"
        problems.append(.init(path, .invalid(value: "\"resource\"", why: why)))
      }
      return problems
    }
    if let resource {
      return resource.problems(at: path.member("resourceFieldRef"), inVolume: true)
    }
    return [.init(path, .required(why: "one of fieldRef and resourceFieldRef is required"))]
  }

  func projectedProblems(at path: FieldPath) -> [FieldProblem] {
    var problems = modeProblems("defaultMode", at: path)
    for (place, source) in (self["sources"]?.array ?? []).enumerated() {
      let here = path.member("sources").index(place)
      var count = 0
      for word in ["secret", "configMap", "downwardAPI", "serviceAccountToken"] {
        guard let part = source[word] else { continue }
        count += 1
        if count > 1 {
          let why = "may not specify more than 1 volume type"
          problems.append(.init(here.member(word), .forbidden(why: why)))
        } else {
          problems += part.projectionProblems(word, at: here.member(word))
        }
      }
    }
    return problems
  }

  private func projectionProblems(_ word: String, at path: FieldPath) -> [FieldProblem] {
    switch word {
    case "downwardAPI": return downwardProblems(at: path)
    case "serviceAccountToken":
      var problems: [FieldProblem] = []
      if let seconds = self["expirationSeconds"]?.integer, seconds < 600 || seconds > 1 << 32 {
        let why =
          seconds < 600
          ? "may not specify a duration less than 10 minutes"
          : "may not specify a duration larger than 2^32 seconds"
        problems.append(
          .init(path.member("expirationSeconds"), .invalid(value: "\(seconds)", why: why)))
      }
      return problems + PathRules.problems(self["path"]?.string ?? "", at: path.member("path"))
    default:
      return FieldChecks.required(self["name"]?.string, at: path.member("name"))
        + keyedProblems(at: path)
    }
  }
}

extension VolumeMount {
  /// What is wrong with the part of the volume that is meant.
  func partProblems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let other = subPathExpr ?? ""
    if let part = subPath, !part.isEmpty {
      problems += PathRules.problems(part, at: path.member("subPath"), isMount: true)
      if !other.isEmpty {
        let why = "subPathExpr and subPath are mutually exclusive"
        problems.append(
          .init(path.member("subPathExpr"), .invalid(value: "\"\(other)\"", why: why)))
      }
    } else if !other.isEmpty {
      problems += PathRules.problems(other, at: path.member("subPathExpr"), isMount: true)
    }
    return problems
  }

  /// What is wrong with how it is mounted.
  func modeProblems(at path: FieldPath, isPrivileged: Bool) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let propagation = unlisted["mountPropagation"]?.string
    if let propagation {
      let here = path.member("mountPropagation")
      let words = Words.mountPropagations
      if !words.contains(propagation) {
        problems.append(.init(here, .unsupported(value: propagation, supported: words)))
      } else if propagation == "Bidirectional", !isPrivileged {
        let why = "Bidirectional mount propagation is available only to privileged containers"
        problems.append(.init(here, .forbidden(why: why)))
      }
    }
    guard let word = unlisted["recursiveReadOnly"]?.string else { return problems }
    let here = path.member("recursiveReadOnly")
    let words = Words.recursiveReadOnly
    if !words.contains(word) {
      problems.append(.init(here, .unsupported(value: word, supported: words)))
    } else if word != "Disabled" {
      if readOnly != true {
        let why = "may only be specified when readOnly is true"
        problems.append(.init(here, .forbidden(why: why)))
      }
      if let propagation, propagation != "None" {
        let why = "may only be specified when mountPropagation is None or not specified"
        problems.append(.init(here, .forbidden(why: why)))
      }
    }
    return problems
  }
}

/// Paths inside of a volume.
enum PathRules {
  static func problems(
    _ text: String, at path: FieldPath, isMount: Bool = false
  ) -> [FieldProblem] {
    if text.isEmpty { return [.init(path, .required(why: ""))] }
    func invalid(_ why: String) -> FieldProblem {
      .init(path, .invalid(value: "\"\(text)\"", why: why))
    }
    if text.hasPrefix("/") { return [invalid("must be a relative path")] }
    if text.split(separator: "/").contains("..") { return [invalid("must not contain '..'")] }
    if !isMount, text.hasPrefix("..") { return [invalid("must not start with '..'")] }
    return []
  }
}
