import Descriptions
import Engine
import Objects

extension PersistentVolume: Defaulted, Admitted, Validated {
  mutating func setDefaults() {
    let standard = PersistentVolumeSpec.standard
    spec.persistentVolumeReclaimPolicy =
      spec.persistentVolumeReclaimPolicy ?? standard.persistentVolumeReclaimPolicy
    spec.volumeMode = spec.volumeMode ?? standard.volumeMode
    status.phase = status.phase ?? PersistentVolumeStatus.standard.phase
    spec.hostPath?.setDefaults()
    spec.unlisted.takeDefaults(in: "PersistentVolumeSpec")
  }

  /// A volume in use is not to be deleted.
  mutating func admit(
    into state: inout ClusterState, replacing stored: PersistentVolume?,
    _ admission: inout Admission
  ) throws(Rejection) {
    guard stored == nil else { return }
    status.phase = .pending
    status.lastPhaseTransitionTime = admission.now.wholeSecond
    if !metadata.finalizers.contains(StorageFinalizers.volume) {
      metadata.finalizers.append(StorageFinalizers.volume)
    }
  }

  func problems() -> [FieldProblem] {
    let path = FieldPath("spec")
    var problems = NameRules.problems(metadata, subdomain: true)
    problems += StorageRules.problems(spec.accessModes, at: path, whenEmpty: "")
    problems += capacityProblems(at: path.member("capacity"))
    problems += sourceProblems(at: path)
    if let terms = spec.nodeAffinity?.required?.nodeSelectorTerms, terms.isEmpty {
      problems.append(
        .init(
          path.member("nodeAffinity").member("required").member("nodeSelectorTerms"),
          .required(why: "must have at least one node selector term")))
    }
    if let name = spec.storageClassName, !name.isEmpty, let why = NameRules.subdomainProblem(name) {
      problems.append(
        .init(path.member("storageClassName"), .invalid(value: "\"\(name)\"", why: why)))
    }
    return problems
  }

  func problems(replacing stored: PersistentVolume) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if sources.map(\.value) != stored.sources.map(\.value) {
      let difference = UnifiedDifference(
        from: InnerForm.ofSource(stored.spec), to: InnerForm.ofSource(spec)
      ).text
      problems.append(
        .init(
          FieldPath("spec", "persistentvolumesource"),
          .forbidden(
            why: "spec.persistentvolumesource is immutable after creation\n\(difference)")))
    }
    problems += StorageRules.change(from: stored.spec.volumeMode, to: spec.volumeMode)
    if stored.spec.nodeAffinity != nil, spec.nodeAffinity != stored.spec.nodeAffinity {
      problems.append(
        .init(
          FieldPath("nodeAffinity"),
          .invalid(
            value: spec.nodeAffinity.map { InnerForm.of($0).compact } ?? "null",
            why: "field is immutable, except for updating from beta label to GA")))
    }
    return problems
  }

  private func capacityProblems(at path: FieldPath) -> [FieldProblem] {
    guard !spec.capacity.isEmpty else { return [.init(path, .required(why: ""))] }
    guard let size = spec.capacity["storage"], spec.capacity.count == 1 else {
      let names = spec.capacity.map(\.name).first { $0 != "storage" } ?? ""
      return [.init(path, .unsupported(value: names, supported: ["storage"]))]
    }
    guard size > .zero else {
      return [
        .init(
          path.key("storage"), .invalid(value: "\"\(size.text)\"", why: "must be greater than zero")
        )
      ]
    }
    return []
  }

  /// Everything that is set and says where the storage is, by the name of its field.
  private var sources: [(name: String, value: APIValue)] {
    var sources: [(name: String, value: APIValue)] = []
    if let source = spec.hostPath { sources.append(("hostPath", source.value)) }
    if let source = spec.nfs { sources.append(("nfs", source.value)) }
    if let source = spec.local { sources.append(("local", source.value)) }
    if let source = spec.csi { sources.append(("csi", source.value)) }
    for name in Self.otherSources {
      if let source = spec.unlisted[name] { sources.append((name, source)) }
    }
    return sources
  }

  /// The sources that are only kept.
  private static let otherSources = (Schema.current.type("PersistentVolumeSpec")?.fields ?? [])
    .filter { $0.form.element.hasSuffix("VolumeSource") }.map(\.name)

  private func sourceProblems(at path: FieldPath) -> [FieldProblem] {
    var problems = sources.dropFirst().map { source in
      FieldProblem(
        path.member(source.name), .forbidden(why: "may not specify more than 1 volume type"))
    }
    if sources.isEmpty {
      problems.append(.init(path, .required(why: "must specify a volume type")))
    }
    if let host = spec.hostPath {
      problems += StorageRules.problems(path: host.path, at: path.member("hostPath").member("path"))
    }
    if let local = spec.local {
      problems += StorageRules.problems(path: local.path, at: path.member("local").member("path"))
      if spec.nodeAffinity?.required == nil {
        problems.append(
          .init(
            path.member("nodeAffinity"), .required(why: "Local volume requires node affinity")))
      }
    }
    if let nfs = spec.nfs {
      let here = path.member("nfs")
      if nfs.server.isEmpty { problems.append(.init(here.member("server"), .required(why: ""))) }
      if nfs.path.isEmpty { problems.append(.init(here.member("path"), .required(why: ""))) }
    }
    if let csi = spec.csi {
      let here = path.member("csi")
      if csi.driver.isEmpty { problems.append(.init(here.member("driver"), .required(why: ""))) }
      if csi.volumeHandle.isEmpty {
        problems.append(.init(here.member("volumeHandle"), .required(why: "")))
      }
    }
    return problems
  }
}

/// What holds for volumes, claims and the volumes of pods alike.
enum StorageRules {
  static func problems(
    _ modes: [AccessMode], at path: FieldPath, whenEmpty why: String
  ) -> [FieldProblem] {
    let here = path.member("accessModes")
    if modes.isEmpty { return [.init(here, .required(why: why))] }
    guard modes.contains(.readWriteOncePod), modes.count > 1 else { return [] }
    return [
      .init(here, .forbidden(why: "may not use ReadWriteOncePod with other access modes"))
    ]
  }

  /// Files stay files: nobody makes a bare device of them.
  static func change(from stored: VolumeMode?, to mode: VolumeMode?) -> [FieldProblem] {
    if mode == stored { return [] }
    let value = mode.map { "\"\($0.rawValue)\"" } ?? "null"
    return [.init(FieldPath("volumeMode"), .invalid(value: value, why: "field is immutable"))]
  }

  /// A folder of the machine, written out.
  static func problems(path text: String, at path: FieldPath) -> [FieldProblem] {
    if text.isEmpty { return [.init(path, .required(why: ""))] }
    guard text.split(separator: "/").contains("..") else { return [] }
    return [.init(path, .invalid(value: "\"\(text)\"", why: "must not contain '..'"))]
  }
}
