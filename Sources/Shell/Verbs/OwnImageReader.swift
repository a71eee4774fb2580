import Engine
import Manifests
import Nodes
import Objects

/// Why a description of an image is not taken, and where.
struct OwnImageProblem: Error, Equatable {
  var line: Int?
  var why: String

  var message: String { line.map { "line \($0): \(why)" } ?? why }
}

/// Reads descriptions of images; what it does not know, it does not take.
struct OwnImageReader {
  static func images(in text: String) throws(OwnImageProblem) -> [OwnImage] {
    let documents: [ManifestDocument]
    do throws(ManifestError) {
      documents = try YAML.documents(in: text).filter { $0.value != .null }
    } catch {
      throw OwnImageProblem(line: error.line, why: error.problem)
    }
    guard !documents.isEmpty else { throw OwnImageProblem(why: "there is no image in it") }
    var images: [OwnImage] = []
    for document in documents {
      let fields = ImageFields(document.value, document)
      images.append(try image(fields))
    }
    return images
  }

  private static func image(_ fields: ImageFields) throws(OwnImageProblem) -> OwnImage {
    try fields.know([
      "name", "tags", "size", "base", "entrypoint", "command", "env", "user", "workingDir",
      "files", "server", "credentials",
    ])
    guard let name = try fields.text("name") else { throw fields.problem("it has no name") }
    var image = OwnImage(name: name)
    image.tags = try fields.texts("tags") ?? image.tags
    guard !image.tags.isEmpty else { throw fields.problem("it has no tag", at: "tags") }
    image.sizeBytes = try fields.bytes("size") ?? image.sizeBytes
    image.base = try fields.text("base")
    image.entrypoint = try fields.texts("entrypoint") ?? []
    image.command = try fields.texts("command") ?? []
    image.environment = try fields.map("env").map { OwnImage.Variable($0.0, $0.1) }
    image.user = try fields.text("user") ?? ""
    image.workingFolder = try fields.text("workingDir")
    image.files = try fields.map("files").map { OwnImage.File($0.0, $0.1) }
    if let file = image.files.first(where: { !$0.path.hasPrefix("/") }) {
      throw fields.problem("the path of a file begins with /, not \"\(file.path)\"", at: "files")
    }
    if let inner = try fields.inner("server") { image.server = try server(inner) }
    if let inner = try fields.inner("credentials") {
      image.credential = try credential(inner, of: name)
    }
    if let why = image.problem {
      throw fields.problem(why, at: why.contains("there is no") ? "base" : "name")
    }
    return image
  }

  private static func credential(
    _ fields: ImageFields, of name: String
  ) throws(OwnImageProblem) -> PullCredential {
    try fields.know(["username", "password"])
    guard let user = try fields.text("username"), let word = try fields.text("password") else {
      throw fields.problem("credentials are a username and a password")
    }
    let host = ImageName(name).repository.split(separator: "/").first.map(String.init) ?? ""
    return PullCredential(host: host, username: user, password: word)
  }

  private static func server(_ fields: ImageFields) throws(OwnImageProblem) -> OwnServer {
    try fields.know([
      "name", "ports", "startsAfter", "startLog", "logRequests", "needs", "answers", "memory",
      "cpu", "cpuEachRequest", "stopsAfter", "ignoresTerm", "crash",
    ])
    var server = OwnServer(name: try fields.text("name") ?? "server")
    server.ports = try fields.numbers("ports") ?? []
    guard server.ports.allSatisfy({ (1...65_535).contains($0) }) else {
      throw fields.problem("a port is a number from 1 to 65535", at: "ports")
    }
    server.startsAfter = try fields.span("startsAfter") ?? .zero
    server.startLog = try fields.texts("startLog") ?? []
    server.logsRequests = try fields.flag("logRequests") ?? true
    server.needs = try fields.texts("needs") ?? []
    server.memoryBytes = try fields.bytes("memory") ?? server.memoryBytes
    server.cpuMillis = try fields.millis("cpu") ?? server.cpuMillis
    server.cpuEachRequest = try fields.span("cpuEachRequest") ?? server.cpuEachRequest
    // As long as the longest load: what a pod has computed in all then stays a number.
    guard server.cpuEachRequest <= .hours(24) else {
      throw fields.problem("a request takes at most 24h of a cpu", at: "cpuEachRequest")
    }
    server.stopsAfter = try fields.span("stopsAfter") ?? server.stopsAfter
    server.ignoresTerm = try fields.flag("ignoresTerm") ?? false
    for inner in try fields.list("answers") { server.answers.append(try answer(inner)) }
    if let inner = try fields.inner("crash") { server.crash = try crash(inner) }
    return server
  }

  private static func answer(_ fields: ImageFields) throws(OwnImageProblem) -> OwnServer.Answer {
    try fields.know(["path", "method", "status", "text", "after", "failsAfter", "asks"])
    guard let path = try fields.text("path"), path.hasPrefix("/") else {
      throw fields.problem("an answer needs a path that begins with /")
    }
    var answer = OwnServer.Answer(path: path)
    answer.method = try fields.text("method")?.uppercased()
    answer.status = try fields.number("status") ?? 200
    guard (100...599).contains(answer.status) else {
      throw fields.problem("a status is a number from 100 to 599", at: "status")
    }
    answer.text = try fields.text("text") ?? ""
    answer.latency = try fields.span("after") ?? .zero
    answer.failsAfter = try fields.span("failsAfter")
    answer.asks = try fields.texts("asks") ?? []
    return answer
  }

  private static func crash(_ fields: ImageFields) throws(OwnImageProblem) -> OwnServer.Crash {
    try fields.know(["after", "exitCode", "message"])
    var crash = OwnServer.Crash(after: try fields.span("after") ?? .zero)
    crash.exitCode = try fields.number("exitCode") ?? 1
    guard (0...255).contains(crash.exitCode) else {
      throw fields.problem("an exit code is a number from 0 to 255", at: "exitCode")
    }
    crash.message = try fields.text("message") ?? ""
    return crash
  }
}

/// The fields of one part of a description, which knows where it stands.
struct ImageFields {
  private let value: APIValue
  private let document: ManifestDocument
  private let path: FieldPath

  init(_ value: APIValue, _ document: ManifestDocument, at path: FieldPath = FieldPath()) {
    self.value = value
    self.document = document
    self.path = path
  }

  func problem(_ why: String, at name: String? = nil) -> OwnImageProblem {
    let place = name.map { path.member($0) } ?? path
    var steps = place.steps
    while !steps.isEmpty, document.marks[FieldPath(steps)] == nil { steps.removeLast() }
    return OwnImageProblem(line: document.marks[FieldPath(steps)]?.line, why: why)
  }

  func know(_ names: [String]) throws(OwnImageProblem) {
    guard let object = value.object else { throw problem("fields and values are wanted here") }
    for name in object.names where !names.contains(name) {
      throw problem("unknown field \"\(path.member(name))\"", at: name)
    }
  }

  private func wanted(_ what: String, _ name: String) -> OwnImageProblem {
    problem("\(path.member(name)) is \(what)", at: name)
  }

  /// Numbers and flags are texts as well, as they are written.
  private static func text(of value: APIValue) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .bool(let flag): "\(flag)"
    case .null, .array, .object: nil
    }
  }

  func text(_ name: String) throws(OwnImageProblem) -> String? {
    guard let found = value[name] else { return nil }
    guard let text = Self.text(of: found) else { throw wanted("a text", name) }
    return text
  }

  func texts(_ name: String) throws(OwnImageProblem) -> [String]? {
    guard let found = value[name] else { return nil }
    guard let items = found.array?.map(Self.text), !items.contains(nil) else {
      throw wanted("a list of texts", name)
    }
    return items.compactMap(\.self)
  }

  func number(_ name: String) throws(OwnImageProblem) -> Int? {
    guard let found = value[name] else { return nil }
    guard let number = found.integer else { throw wanted("a whole number", name) }
    return Int(number)
  }

  func numbers(_ name: String) throws(OwnImageProblem) -> [Int]? {
    guard let found = value[name] else { return nil }
    guard let items = found.array?.map(\.integer), !items.contains(nil) else {
      throw wanted("a list of whole numbers", name)
    }
    return items.compactMap { $0.map { Int($0) } }
  }

  func flag(_ name: String) throws(OwnImageProblem) -> Bool? {
    guard let found = value[name] else { return nil }
    guard let flag = found.bool else { throw wanted("true or false", name) }
    return flag
  }

  func span(_ name: String) throws(OwnImageProblem) -> SimSpan? {
    guard let text = try text(name) else { return nil }
    guard let span = SimSpan(goText: text), span >= .zero else {
      throw wanted("a time such as 300ms, 5s or 2m", name)
    }
    return span
  }

  func bytes(_ name: String) throws(OwnImageProblem) -> Int? {
    guard let text = try text(name) else { return nil }
    guard let bytes = Quantity(text)?.whole, bytes > 0 else {
      throw wanted("an amount such as 80Mi", name)
    }
    return bytes
  }

  func millis(_ name: String) throws(OwnImageProblem) -> Int? {
    guard let text = try text(name) else { return nil }
    guard let millis = Quantity(text)?.milli, millis >= 0 else {
      throw wanted("an amount such as 5m or 1", name)
    }
    return millis
  }

  /// A map of texts, in its order.
  func map(_ name: String) throws(OwnImageProblem) -> [(String, String)] {
    guard let found = value[name] else { return [] }
    guard let object = found.object else { throw wanted("names and texts", name) }
    var pairs: [(String, String)] = []
    for (key, value) in object {
      guard let text = Self.text(of: value) else { throw wanted("names and texts", name) }
      pairs.append((key, text))
    }
    return pairs
  }

  func inner(_ name: String) throws(OwnImageProblem) -> ImageFields? {
    guard let found = value[name] else { return nil }
    return ImageFields(found, document, at: path.member(name))
  }

  func list(_ name: String) throws(OwnImageProblem) -> [ImageFields] {
    guard let found = value[name] else { return [] }
    guard let items = found.array else { throw wanted("a list", name) }
    return items.enumerated().map {
      ImageFields($0.element, document, at: path.member(name).index($0.offset))
    }
  }
}
