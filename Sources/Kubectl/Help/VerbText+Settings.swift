extension VerbText {
  static let settings = """
    = completion
    Print the code that lets a shell complete kubectl's words.

    podlab completes by itself: press Tab.
    --
    # In a shell of your own, for bash
    source <(kubectl completion bash)
    = config
    Change the settings of kubectl: which cluster, as whom, in which namespace.

    They are kept in a kubeconfig file. The simulator has one for each session, which no file on
    this machine is read for; what is changed in it can be undone like anything else.
    = config current-context
    Print the name of the context in use.
    --
    # Which one?
    kubectl config current-context
    = config delete-cluster
    Remove a cluster from the kubeconfig.
    --
    # By name
    kubectl config delete-cluster test
    = config delete-context
    Remove a context from the kubeconfig.
    --
    # By name
    kubectl config delete-context test
    = config delete-user
    Remove a user from the kubeconfig.
    --
    # By name
    kubectl config delete-user ann
    = config get-clusters
    List the clusters of the kubeconfig.
    --
    # All of them
    kubectl config get-clusters
    = config get-contexts
    List the contexts of the kubeconfig; the one in use has a star.
    --
    # All of them
    kubectl config get-contexts

    # One of them
    kubectl config get-contexts test
    = config get-users
    List the users of the kubeconfig.
    --
    # All of them
    kubectl config get-users
    = config rename-context
    Give a context another name.
    --
    # From test to stage
    kubectl config rename-context test stage
    = config set
    Set one value of the kubeconfig.

    The property is a path with dots, such as contexts.NAME.namespace.
    --
    # The namespace of a context
    kubectl config set contexts.test.namespace team

    # The server of a cluster
    kubectl config set clusters.test.server https://10.0.0.1:6443
    = config set-cluster
    Add a cluster to the kubeconfig, or change some of its values.
    --
    # Its address
    kubectl config set-cluster test --server=https://10.0.0.1:6443
    = config set-context
    Add a context to the kubeconfig, or change some of its values.
    --
    # Work in another namespace from now on
    kubectl config set-context --current --namespace=team

    # A second context
    kubectl config set-context team --cluster=kubernetes --user=kubernetes-admin --namespace=team
    = config set-credentials
    Add a user to the kubeconfig, or change some of its values.
    --
    # With a token
    kubectl config set-credentials ann --token=abc

    # With a certificate
    kubectl config set-credentials ann --client-certificate=ann.crt --client-key=ann.key
    = config unset
    Remove one value from the kubeconfig.
    --
    # The namespace of a context
    kubectl config unset contexts.test.namespace
    = config use-context
    Choose the context to work in.
    --
    # By name
    kubectl config use-context test
    = config view
    Print the kubeconfig.
    --
    # All of it
    kubectl config view

    # Only what the current context uses
    kubectl config view --minify

    # One value
    kubectl config view -o jsonpath='{.contexts[0].context.namespace}'
    = kuberc
    Keep aliases and defaults of kubectl's own in a file.
    = kuberc set
    Set an alias or a default.
    --
    # A default for a flag
    kubectl kuberc set --section defaults --command delete --option interactive=true
    = kuberc view
    Print the file.
    --
    # As it is
    kubectl kuberc view
    = plugin
    Find programs that add verbs to kubectl.
    = plugin list
    List the programs that add verbs to kubectl.
    --
    # All of them
    kubectl plugin list
    """
}
