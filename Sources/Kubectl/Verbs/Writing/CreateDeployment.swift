import Engine
import Objects
import Store

/// `kubectl create deployment`.
struct CreateDeployment: Verb {
  static let name = "create deployment"
  static let aliases = ["create deploy", "create dep"]
  static let summary = "Create a deployment with the specified name"
  static let usage = "create deployment NAME --image=image -- [COMMAND] [args...]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    image []
    port -1
    replicas r 1
    save-config false
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let deployment: Deployment
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    try invocation.require("image")
    let name = try invocation.onlyName()
    let images = invocation.commaList("image")
    let command = invocation.command ?? []
    if images.count > 1, !command.isEmpty {
      throw .error("cannot specify multiple --image options and command")
    }
    let replicas = try invocation.shortInteger("replicas")
    options = try WriteOptions(invocation)
    var made = Deployment()
    made.metadata.name = name
    made.metadata.labels = ["app": name]
    made.spec.replicas = replicas
    made.spec.selector = LabelSelector(matchLabels: ["app": name])
    made.spec.template.metadata.labels = ["app": name]
    made.spec.template.spec.containers = images.map { image in
      var container = Container()
      container.name = ImageText.containerName(for: image)
      container.image = image
      container.command = command
      return container
    }
    let port = try invocation.shortInteger("port")
    if port >= 0 {
      var open = ContainerPort()
      open.containerPort = port
      if !made.spec.template.spec.containers.isEmpty {
        made.spec.template.spec.containers[0].ports = [open]
      }
    }
    deployment = made
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var deployment = deployment
    // Names that are made up differ from command to command, and repeat with it.
    let seed = UInt64(context.now.milliseconds) &* 31 &+ UInt64(context.state.revision)
    var random = SeededRandom(seed: seed)
    for place in deployment.spec.template.spec.containers.indices {
      let image = deployment.spec.template.spec.containers[place].image
      guard ImageText.makesPoorName(image) else { continue }
      deployment.spec.template.spec.containers[place].name += "-\(random.suffix())"
    }
    return .submit([
      try options.generate(deployment, failing: "failed to create deployment:", in: context)
    ])
  }
}
