import Kubectl
import Nodes
import Simulation

extension Add {
  /// `add image -f FILE`: an image of the user's own, as a YAML file describes it.
  static func addImage(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Int32 {
    if call.arguments.dropFirst() == ["--example"] {
      session.put(exampleImage)
      return 0
    }
    let arguments = try LabArguments(
      call.arguments.map { $0 == "-f" ? "--filename" : $0 }, taking: ["filename"], for: self)
    guard arguments.words.count == 1 else { throw .usage("too many words", of: self) }
    guard let path = arguments["filename"] else {
      throw .usage("which file describes the image? -f is missing", of: self)
    }
    let text = try text(of: path, call, session)
    let images: [OwnImage]
    do throws(OwnImageProblem) {
      images = try OwnImageReader.images(in: text)
    } catch {
      throw .failed("\(path == "-" ? "standard input" : path): \(error.message)")
    }
    for image in images {
      session.changedHardware = true
      session.world.add(image)
      session.report("image/\(image.name):\(image.tags.joined(separator: ",")) added")
    }
    return 0
  }

  private static func text(
    of path: String, _ call: CommandCall, _ session: Session
  ) throws(CommandProblem) -> String {
    if path == "-" { return call.input ?? "" }
    switch session.file(path) {
    case .file(let text): return text
    case .missing, .tree: throw .failed("the path \"\(path)\" does not exist")
    case .unreadable(let why): throw .failed("\(path): \(why)")
    case .folder: throw .failed("\(path) is a folder")
    }
  }

  /// A whole description, which can be added as it is.
  static let exampleImage = """
    # An image of your own: podlab image/v1
    name: example.com/team/shop
    tags: ["1.0", "1.1"]
    size: 80Mi
    base: alpine:3.22          # its tools and files; leave it out for an image without a shell
    user: "1000"
    workingDir: /app
    env:
      GREETING: hello
    files:
      /app/README: |
        The shop.
    server:
      name: shop               # the program; it is the command unless there is another
      ports: [8080]
      startsAfter: 3s
      startLog: ["shop listens on 8080"]
      needs: [DATABASE_URL]    # without this variable it ends with 1
      answers:
      - path: /
        text: "$(GREETING) from $(HOSTNAME)\\n"
      - path: /slow
        after: 800ms
        text: "done\\n"
      - path: /healthz
        failsAfter: 10m
        text: ok
      - path: /api/*
        status: 503
        text: "not yet\\n"
      memory: 64Mi
      cpu: 5m
      cpuEachRequest: 2ms
      stopsAfter: 2s
      crash:
        after: 1h
        exitCode: 2
        message: "fatal: out of luck"
    # credentials: {username: u, password: p}   makes pulls need an imagePullSecret

    """
}
