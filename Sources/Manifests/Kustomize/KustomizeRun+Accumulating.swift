import Objects

extension KustomizeRun {
  mutating func build(_ folder: String) throws(KustomizeProblem) -> [APIValue] {
    var place = try firstPlace(folder)
    let file = try load(place)
    if file.buildMetadata.contains("originAnnotations") { place.way = "" }
    var objects = KustomizeObjects()
    try accumulate(file, at: place, into: &objects)
    objects.addHashes()
    try objects.mendReferences()
    objects.all.removeAll { object in
      let mark = object.strings("annotations")["config.kubernetes.io/local-config"]
      return mark != nil && mark != "false"
    }
    try order(&objects, file.sortOptions)
    objects.finish(file.buildMetadata)
    return objects.all.map(\.document)
  }

  private func order(
    _ objects: inout KustomizeObjects, _ options: APIValue?
  ) throws(KustomizeProblem) {
    let order = options.map { $0["order"]?.string ?? "" } ?? "legacy"
    guard ["fifo", "legacy"].contains(order) else { throw .file(.unknownOrder) }
    let lists = options?["legacySortOptions"]
    if order == "fifo" {
      if lists != nil { throw .file(.orderListsUnused(order: order)) }
      return
    }
    func kinds(_ field: String) -> [String]? {
      lists.map { ($0[field]?.array ?? []).compactMap(\.string) }
    }
    objects.sort(
      first: kinds("orderFirst") ?? KustomizeObjects.usualFirst,
      last: kinds("orderLast") ?? KustomizeObjects.usualLast)
  }

  /// Reads the kustomization of a folder.
  private mutating func load(_ place: KustomizePlace) throws(KustomizeProblem) -> KustomizationFile
  {
    var names: [String] = []
    for name in KustomizationFile.names where isFile(name, at: place) { names.append(name) }
    guard let name = names.first else { throw .file(.none(folder: place.root)) }
    if names.count > 1 { throw .file(.several(folder: place.root)) }
    let text = try text(of: name, at: place)
    var value: APIValue
    do throws(ManifestError) {
      value = try YAML.value(in: text)
    } catch {
      throw .file(.invalid("yaml: \(error.kustomizeMessage)"))
    }
    if let problem = KustomizationSchema.check(&value, as: "Kustomization") {
      throw .file(.invalid(problem))
    }
    warn(KustomizationFile.warnings(about: value))
    return try KustomizationFile(value, name: name, folder: place.root)
  }

  private mutating func accumulate(
    _ file: KustomizationFile, at place: KustomizePlace, into objects: inout KustomizeObjects
  ) throws(KustomizeProblem) {
    for path in file.resources {
      do throws(KustomizeProblem) {
        try take(path, at: place, into: &objects)
      } catch {
        throw .on(.resources, error)
      }
    }
    try generate(file, at: place, into: &objects)
    for path in file.components {
      do throws(KustomizeProblem) {
        try takeComponent(path, at: place, into: &objects)
      } catch {
        throw .on(.components, error)
      }
    }
    try transform(&objects, file, at: place)
  }

  /// Takes in a file; what is none is tried as a folder.
  private mutating func take(
    _ path: String, at place: KustomizePlace, into objects: inout KustomizeObjects
  ) throws(KustomizeProblem) {
    do throws(KustomizeProblem) {
      try takeFile(path, at: place, into: &objects)
      return
    } catch {
      let first = error
      if case .on(_, .path(.remote)) = first { throw first }
      do throws(KustomizeProblem) {
        let inner = try self.place(path, from: place)
        try takeFolder(inner, into: &objects)
      } catch {
        throw first.isMalformedText ? first : .afterFile(first, error)
      }
    }
  }

  private mutating func takeFile(
    _ path: String, at place: KustomizePlace, into objects: inout KustomizeObjects
  ) throws(KustomizeProblem) {
    var read: [KustomizeObject]
    do throws(KustomizeProblem) {
      read = try KustomizeObject.read(try text(of: path, at: place), file: path)
    } catch {
      throw .on(.resource(path), error)
    }
    if place.way != nil {
      for index in read.indices { read[index].origin = "path: \(place.wayTo(path))\n" }
    }
    var all = objects
    do throws(KustomizeProblem) {
      try all.append(read)
    } catch {
      throw .on(.merging(path), error)
    }
    objects = all
  }

  private mutating func takeFolder(
    _ place: KustomizePlace, into objects: inout KustomizeObjects
  ) throws(KustomizeProblem) {
    let file = try loadInner(place)
    if file.kind == "Component" { throw .file(.component(folder: place.root)) }
    var inner = KustomizeObjects()
    do throws(KustomizeProblem) {
      try accumulate(file, at: place, into: &inner)
    } catch {
      throw .on(.recursion(folder: place.root), error)
    }
    do throws(KustomizeProblem) {
      try objects.append(inner.all)
    } catch {
      throw .on(.recursedMerging(folder: place.root), error)
    }
  }

  private mutating func loadInner(
    _ place: KustomizePlace
  ) throws(KustomizeProblem) -> KustomizationFile {
    do throws(KustomizeProblem) {
      return try load(place)
    } catch {
      throw .on(.target(folder: place.root), error)
    }
  }

  /// A component changes the objects of the file that names it.
  private mutating func takeComponent(
    _ path: String, at place: KustomizePlace, into objects: inout KustomizeObjects
  ) throws(KustomizeProblem) {
    let inner: KustomizePlace
    do throws(KustomizeProblem) {
      inner = try self.place(path, from: place)
    } catch {
      throw .on(.newLoader, error)
    }
    do throws(KustomizeProblem) {
      let file = try loadInner(inner)
      guard file.kind == "Component" else {
        throw KustomizeProblem.file(.noComponent(folder: inner.root, kind: file.kind))
      }
      do throws(KustomizeProblem) {
        try accumulate(file, at: inner, into: &objects)
      } catch {
        throw KustomizeProblem.on(.recursion(folder: inner.root), error)
      }
    } catch {
      throw .on(.folder, error)
    }
  }
}
