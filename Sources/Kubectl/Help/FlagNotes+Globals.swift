extension FlagNotes {
  /// What every verb takes.
  static let globals = """
    as
      Do it as this user, or as a service account: system:serviceaccount:NAMESPACE:NAME.
    as-group
      Do it as a member of this group. May be given several times.
    as-uid
      Do it as the user with this UID.
    as-user-extra
      A further fact about the user of --as, as KEY=VALUE.
    cache-dir
      Where kubectl keeps its cache. Nothing is cached here.
    certificate-authority
      The certificate that signs the server's. The simulated server needs none.
    client-certificate
      The user's certificate. The simulated server asks for none.
    client-key
      The user's private key. The simulated server asks for none.
    cluster
      The cluster of the kubeconfig to talk to.
    context
      The context of the kubeconfig to use.
    disable-compression
      Do not pack the server's answers. The output is the same.
    insecure-skip-tls-verify
      Do not check the server's certificate. Here there is none to check.
    kubeconfig
      Another kubeconfig file. There is one here, kept by the session: the flag changes nothing.
    kuberc
      A file of preferences. None is read here.
    log-flush-frequency
      How often kubectl writes out its own log. It keeps none here.
    match-server-version
      Fail unless server and kubectl have the same version. Here they always do.
    namespace
      The namespace that the command is about.
    password
      The password for basic authentication. The simulated server asks for none.
    profile
      Measure kubectl itself (none, cpu, heap, goroutine, threadcreate, block, mutex). Nothing is
      measured here.
    profile-output
      The file for what --profile measures.
    request-timeout
      How long one request may take; 0 is as long as it takes. Requests take no time here.
    server
      The address of the API server.
    tls-server-name
      The name that the server's certificate must carry. Here there is none.
    token
      The bearer token to log in with. The simulated server asks for none.
    user
      The user of the kubeconfig who does it.
    username
      The name for basic authentication. The simulated server asks for none.
    v
      How much kubectl logs about what it does. It logs nothing here.
    vmodule
      How much single parts of kubectl log. They log nothing here.
    warnings-as-errors
      Fail with status 1 when the server warns of something.
    """
  /// What only `proxy` and `kustomize` take.
  static let servers = """
    accept-hosts
      The hosts that may ask, as a regular expression.
    accept-paths
      The paths that may be asked for, as a regular expression.
    proxy: address
      The address to listen on.
    api-prefix
      The path that the API stands below.
    append-server-path
      Put the path of the cluster's address in front of every request.
    disable-filter
      Let everything through.
    keepalive
      How long an idle connection is kept; 0 keeps none.
    proxy: port
      The port to listen on; 0 takes any.
    reject-methods
      The methods that are refused, as a regular expression.
    reject-paths
      The paths that are refused, as a regular expression.
    unix-socket
      The socket to listen on instead of a port.
    www
      A folder whose files are served as well.
    www-prefix
      The path that those files stand below.
    as-current-user
      Run functions in containers as the user who runs kubectl. None are run here.
    enable-alpha-plugins
      Allow kustomize plugins. None are run here.
    enable-helm
      Allow Helm charts. None are drawn here.
    kustomize: env
      A variable for functions in containers. None are run here.
    helm-api-versions
      API versions to tell Helm of. No charts are drawn here.
    helm-command
      The program that draws Helm charts. None are drawn here.
    helm-debug
      Have Helm tell more. No charts are drawn here.
    helm-kube-version
      The version of Kubernetes to tell Helm of. No charts are drawn here.
    load-restrictor
      LoadRestrictionsRootOnly keeps to files below the folder, LoadRestrictionsNone does not.
    mount
      A volume for functions in containers. None are run here.
    network
      Give functions in containers a network. None are run here.
    network-name
      The network of functions in containers. None are run here.
    """
}
