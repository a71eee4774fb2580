/// A repository of a registry: which tags it has, and what an image of a tag holds.
struct ImageRepository: Sendable {
  /// A way in which every release is built, such as `alpine`.
  struct Variant: Sendable {
    /// What tags call it; an empty one is meant where a tag says nothing.
    var names: [String]
    var sizeBytes: Int
    var distribution: Distribution
    /// Programs beside those of the distribution.
    var programs: Set<String> = []
  }

  /// `docker.io/library/nginx`
  var name: String
  /// In full, the newest first: it is what `latest` means.
  var releases: [String]
  /// Words for releases, such as `stable`.
  var aliases: [String: String] = [:]
  var variants: [Variant]
  /// What all its images hold; the size, version and distribution are those of the tag.
  var facts: ImageFacts
  /// The variable that names the version.
  var versionVariable: String?
  /// Whether its releases are those of a distribution.
  var isDistribution = false

  /// What an image of a tag holds; nil when the repository has no such tag.
  func image(tag: String) -> ImageFacts? {
    var words = tag.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let first = words.removeFirst()
    let release: String
    if let found = self.release(first) {
      release = found
    } else {
      words.insert(first, at: 0)
      release = releases.first ?? "latest"
    }
    guard let variant = variant(words.joined(separator: "-")) else { return nil }
    return image(release, variant)
  }

  /// Every tag that a digest may belong to.
  var knownTags: [String] {
    var tags = ["latest"] + aliases.keys.sorted()
    for release in releases {
      let parts = release.split(separator: ".")
      tags += (1...max(1, parts.count)).map { parts.prefix($0).joined(separator: ".") }
    }
    return tags.flatMap { tag in
      variants.flatMap(\.names).map { $0.isEmpty ? tag : "\(tag)-\($0)" }
    }
  }

  private func image(_ release: String, _ variant: Variant) -> ImageFacts {
    var image = facts
    image.repository = name
    image.version = release
    image.sizeBytes = variant.sizeBytes
    image.distribution =
      isDistribution ? variant.distribution.released(as: release) : variant.distribution
    image.programs.formUnion(variant.distribution.programs)
    image.programs.formUnion(variant.programs)
    if let versionVariable { image.environment.append((versionVariable, release)) }
    return image
  }

  /// The release a word means: an alias, or the beginning of its number.
  private func release(_ word: String) -> String? {
    if word == "latest" { return releases.first }
    if let meant = aliases[word] { return meant }
    let number = word.hasPrefix("v") ? String(word.dropFirst()) : word
    for release in releases {
      let plain = release.hasPrefix("v") ? String(release.dropFirst()) : release
      if plain == number || plain.hasPrefix(number + ".") { return release }
    }
    return isOlder(number) ? number : nil
  }

  /// Whether a number is one of the many before the newest.
  private func isOlder(_ number: String) -> Bool {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    let newest = (releases.first ?? "").drop { $0 == "v" }.split(separator: ".").map {
      Int($0) ?? 0
    }
    guard !parts.isEmpty, !newest.isEmpty, parts.allSatisfy({ $0 != nil }) else { return false }
    // Hardly anything was released as 0 that has come to 1 since.
    guard parts[0] != 0 || newest[0] == 0 else { return false }
    for (mine, most) in zip(parts.compactMap(\.self), newest) where mine != most {
      return mine < most
    }
    return true
  }

  private func variant(_ word: String) -> Variant? {
    if let exact = variants.first(where: { $0.names.contains(word) }) { return exact }
    // `alpine3.20`: the same on a release of its own.
    guard let alpine = word.split(separator: "-").first, alpine.hasPrefix("alpine3."),
      Int(alpine.dropFirst("alpine3.".count)) != nil,
      var found = variants.first(where: {
        $0.names.contains(word.replacing(alpine, with: "alpine"))
      })
    else { return nil }
    found.distribution = .alpine(String(alpine.dropFirst("alpine".count)))
    return found
  }
}

extension ImageRepository {
  /// A repository with one kind of image only.
  init(
    _ name: String, releases: [String], sizeBytes: Int, on distribution: Distribution = .none,
    variableOfVersion: String? = nil, _ facts: ImageFacts
  ) {
    self.init(
      name: name, releases: releases,
      variants: [Variant(names: [""], sizeBytes: sizeBytes, distribution: distribution)],
      facts: facts, versionVariable: variableOfVersion)
  }
}

extension ImageFacts {
  /// What the images of a repository have in common.
  init(
    entrypoint: [String] = [], command: [String] = [],
    environment: [(name: String, value: String)] = [], in folder: String = "/",
    user: String = "", ports: [Int] = [], stopSignal: String = "SIGTERM",
    programs: Set<String> = [], files: [(path: String, text: String)] = [],
    folders: [String] = [], links: [(path: String, target: String)] = [],
    accounts: [String] = []
  ) {
    self.init(repository: "", sizeBytes: 0)
    self.entrypoint = entrypoint
    self.command = command
    self.environment = environment
    workingFolder = folder
    self.user = user
    self.ports = ports
    self.stopSignal = stopSignal
    self.programs = programs
    self.files = files
    self.folders = folders
    self.links = links
    self.accounts = accounts
  }
}
