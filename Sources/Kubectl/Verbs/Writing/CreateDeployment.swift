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
    if invocation.integer("replicas") < 0 {
      throw .error(
        "negative replicas are not supported: --replicas=\(invocation.integer("replicas"))")
    }
    options = try WriteOptions(invocation)
    var made = Deployment()
    made.metadata.name = name
    made.metadata.labels = ["app": name]
    made.spec.replicas = min(invocation.integer("replicas"), Int(Int32.max))
    made.spec.selector = LabelSelector(matchLabels: ["app": name])
    made.spec.template.metadata.labels = ["app": name]
    made.spec.template.spec.containers = images.map { image in
      var container = Container()
      container.name = ImageText.containerName(for: image)
      container.image = image
      container.command = command
      return container
    }
    let port = invocation.integer("port")
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
    let room = options.namespace ?? context.namespace
    if options.dryRun != .client, context.state[ObjectKey(.namespace, name: room)] == nil {
      throw .error("failed to create deployment: namespaces \"\(room)\" not found")
    }
    let key = ObjectKey(.deployment, namespace: room, name: deployment.metadata.name)
    if options.dryRun != .client, context.state[key] != nil {
      throw .error("failed to create deployment: \(Rejection.alreadyExists(key).message)")
    }
    return .submit([options.create(deployment, in: context)])
  }
}
