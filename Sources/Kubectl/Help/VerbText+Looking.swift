extension VerbText {
  static let looking = """
    = describe
    Show an object, what belongs to it, and the events about it, for people to read.

    A name may be the beginning of several.
    --
    # A node
    kubectl describe node worker-1

    # A pod
    kubectl describe pod/web

    # All pods with a label
    kubectl describe pods -l app=web

    # All pods of a deployment, by how their names begin
    kubectl describe pods web
    = events
    List events, the oldest first.
    --
    # Of this namespace
    kubectl events

    # Of all
    kubectl events --all-namespaces

    # About one pod, as they come
    kubectl events --for pod/web --watch

    # Only what went wrong
    kubectl events --types=Warning
    = wait
    Wait until something holds of objects.

    A condition, as they stand in an object's status; a value at a JSONPath; that the object is
    there; or that it is gone. When the time is up, it fails.
    --
    # Until a pod is ready
    kubectl wait --for=condition=Ready pod/web

    # Until a condition is false, for two minutes at most
    kubectl wait --for=condition=Ready=false pod/web --timeout=2m

    # Until a field has a value
    kubectl wait --for=jsonpath='{.status.phase}'=Running pod/web

    # Until a field is there
    kubectl wait --for=jsonpath='{.status.loadBalancer.ingress}' service/web

    # Until it is made, and until it is gone
    kubectl wait --for=create pod/web
    kubectl wait --for=delete pod/web
    = api-resources
    List the types that the server knows, with their short names.
    --
    # All
    kubectl api-resources

    # With verbs and categories
    kubectl api-resources -o wide

    # Those outside namespaces
    kubectl api-resources --namespaced=false

    # Of one group
    kubectl api-resources --api-group=apps
    = api-versions
    List the groups and versions of the API.
    --
    # All
    kubectl api-versions
    = version
    Tell the versions of kubectl and of the server.
    --
    # Both
    kubectl version

    # Only kubectl's own
    kubectl version --client
    = options
    List the flags that every command takes.
    --
    # All of them
    kubectl options
    = help
    Tell about a command.
    --
    # About one of them
    kubectl help rollout undo
    = kustomize
    Build the manifests of a folder with a kustomization and print them.

    Without a folder, the one podlab runs in.
    --
    # This folder
    kubectl kustomize

    # Another one
    kubectl kustomize overlays/production
    """
}
