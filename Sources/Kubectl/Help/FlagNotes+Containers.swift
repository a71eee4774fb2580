extension FlagNotes {
  /// What runs programs in containers, and what empties nodes.
  static let containers = """
    all-containers
      Print the logs of all containers of the pod.
    all-pods
      Print the logs of all pods of the object, each line with its pod in front.
    arguments-only
      Take the words behind -- as arguments of the image's own program, not as a command.
    attach
      Attach to the container once it runs; -i does so anyway.
    command
      Take the words behind -- as the command itself, not as its arguments.
    container
      The container; by default the first one, or the one that an annotation names.
    debug: container
      The name of the debug container, or of the container to change.
    exec: container
      The container to run it in; by default the first, or the one that an annotation names.
    containers
      The containers that are meant; * stands for any letters.
    top pod: containers
      Print a line for each container instead of one for the pod.
    copy-to
      Debug a copy of the pod with this name instead of the pod.
    custom
      A file with a container spec, in JSON or YAML, that is merged into the debug container.
    delete-emptydir-data
      Evict pods with emptyDir volumes too: what is in those is lost.
    detach-keys
      The keys that leave a session without ending the program.
    disable-eviction
      Delete pods instead of evicting them: disruption budgets are passed over.
    env
      A variable of the container, as NAME=VALUE. May be given several times.
    ignore-daemonsets
      Leave pods of daemon sets alone: their controller would bring them back at once.
    image-pull-policy
      When the image is pulled: Always, IfNotPresent or Never.
    keep-annotations
      Give the copy the annotations of the pod.
    keep-init-containers
      Run the init containers in the copy as well.
    keep-labels
      Give the copy the labels of the pod: its services will find it.
    keep-liveness
      Keep the liveness probes in the copy.
    keep-readiness
      Keep the readiness probes in the copy.
    keep-startup
      Keep the startup probes in the copy.
    leave-stdin-open
      Leave the program's input open when the first session has ended.
    no-preserve
      Do not keep owner and permissions of the copied files.
    pod-running-timeout
      How long to wait until a pod runs, as in 5s, 2m or 3h.
    pod-selector
      Evict only pods whose labels fit.
    privileged
      Let the container do on its node whatever root may do.
    debug: profile
      A set of rights and settings for the debug container: legacy, general, baseline, netadmin,
      restricted, sysadmin or auto.
    replace
      With --copy-to, delete the pod that is copied.
    retries
      How often a copy that breaks off is tried again; negative never gives up.
    rm
      Delete the pod when its session has ended.
    same-node
      With --copy-to, put the copy on the node of the pod.
    set-image
      With --copy-to, change images, as CONTAINER=IMAGE.
    share-processes
      With --copy-to, let the containers see each other's processes.
    skip-wait-for-delete-timeout
      Do not wait for pods that have been ending for more than this many seconds.
    stdin
      Pass what is typed or piped on to the program.
    target
      The container whose processes the debug container shall see.
    tty
      Give the program a terminal.
    """

  /// What is kept in kubeconfig and kuberc.
  static let settings = """
    allowlist-entry
      A program that may be run to get credentials.
    appendarg
      An argument that is put behind the others.
    prependarg
      An argument that is put in front of the others.
    option
      A default for a flag, as NAME=VALUE.
    section
      What to set: defaults, aliases or the policy for credential programs.
    kuberc set: command
      The verb that the setting is for.
    kuberc set: name
      The name of the alias.
    kuberc set: overwrite
      Change what is already set.
    kuberc: output
      How to print it: yaml or json.
    kuberc: kuberc
      The file to read or write.
    auth-provider
      The provider that the user's credentials come from.
    auth-provider-arg
      An argument of the provider, as KEY=VALUE.
    config set-cluster: certificate-authority
      The file of the certificate that signs the server's.
    config set-cluster: server
      The address of the API server.
    config set-cluster: insecure-skip-tls-verify
      Do not check the server's certificate.
    config set-cluster: tls-server-name
      The name that the server's certificate must carry.
    config set-context: cluster
      The cluster that the context talks to.
    config set-context: namespace
      The namespace that is meant when a command names none.
    config set-context: user
      The user who talks to the cluster.
    config set-credentials: client-certificate
      The file of the user's certificate.
    config set-credentials: client-key
      The file of the user's private key.
    config set-credentials: password
      The password for basic authentication.
    config set-credentials: token
      The bearer token.
    config set-credentials: username
      The user's name for basic authentication.
    current
      Change the current context.
    embed-certs
      Put the contents of the certificate files into kubeconfig.
    exec-api-version
      The API version that the credential program speaks.
    exec-arg
      An argument of the credential program. May be given several times.
    exec-command
      The program that prints the user's credentials.
    exec-env
      A variable of the credential program, as NAME=VALUE.
    exec-interactive-mode
      Whether the credential program may ask the user: Never, IfAvailable or Always.
    exec-provide-cluster-info
      Tell the credential program about the cluster.
    proxy-url
      The proxy that leads to the server.
    config view: raw
      Print certificates and secrets as they are.
    set-raw-bytes
      Take the value as it is where the field holds base64.
    """
}
