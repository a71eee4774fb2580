extension FlagNotes {
  /// What picks objects, and how they are written.
  static let common = """
    all
      Take every object of the given types in the namespace, without naming any.
    all-namespaces
      Look in every namespace at once; -n and the namespace of the context do not count then.
    cascade
      What becomes of the objects it owns: "background" deletes them afterwards, "foreground"
      deletes them first, "orphan" leaves them behind.
    chunk-size
      How many objects a server hands out at a time; 0 asks for all at once. The list that is
      printed is the same either way.
    dry-run
      Rehearse instead of doing it: "client" only prints what would be sent, "server" has the API
      server check it without keeping it, "none" is the real thing.
    edit
      Open the object in the editor before it is created.
    field-manager
      The name that the written fields are recorded under in managedFields.
    field-selector
      Keep only objects whose fields fit, as in status.phase=Running or metadata.name!=web; parts
      are joined by commas, and each type knows only some fields.
    filename
      A manifest, a folder of manifests, or - for what is piped in. May be given several times.
    create: filename
      A manifest, a folder of manifests, or - for what is piped in: the objects to create.
    apply: filename
      A manifest, a folder of manifests, or - for what is piped in: what the objects shall be.
    delete: filename
      A manifest, a folder of manifests, or - for what is piped in: the objects in it are deleted.
    diff: filename
      A manifest, a folder of manifests, or -: what the live objects are compared with.
    replace: filename
      A manifest, a folder of manifests, or -: each whole object takes the place of the old one.
    exec: filename
      A manifest that names the pod, instead of an argument.
    force
      Do not wait for a graceful end: the object goes from the API at once, whatever still runs.
    replace: force
      Delete the objects and create them anew, for changes that an update cannot make.
    drain: force
      Go on even where pods stand alone: nothing will bring those back.
    certificate: force
      Change the request even if it has been decided before.
    force-conflicts
      With --server-side, take over fields that another manager owns instead of stopping.
    grace-period
      Seconds that a pod gets to end by itself; negative leaves it to the pod, 1 is about at once,
      and 0 needs --force.
    drain: grace-period
      Seconds that each evicted pod gets to end by itself; negative leaves it to the pod.
    ignore-not-found
      Say nothing about objects that are not there, and do not fail because of them.
    interactive
      List what would be deleted and ask before anything is.
    kustomize
      A folder with a kustomization; its built manifests are used. Not together with -f or -R.
    list
      Show what there is instead of changing anything.
    label: list
      Print the labels of the objects instead of changing them.
    annotate: list
      Print the annotations of the objects instead of changing them.
    set env: list
      Print the variables of the containers instead of setting any.
    auth can-i: list
      Print every allowed action in the namespace.
    local
      Change what -f reads and print it; the cluster is neither asked nor changed.
    now
      Let pods end at once, with one second of grace.
    openapi-patch
      Work out the patch from the published schema of the type rather than from built-in rules.
    overwrite
      Change values that are already set; without it a change of those is refused.
    apply: overwrite
      Settle differences between the live object and the last applied one in favour of the file.
    prune
      Delete objects that were applied before, fit --selector or --all, and are in no file now.
    diff: prune
      Show as deleted what apply --prune would delete.
    prune-allowlist
      The types that --prune may delete, each written GROUP/VERSION/KIND.
    raw
      Use this path of the API itself instead of objects and types.
    recursive
      Read the folders below the one that -f names as well.
    resource-version
      Do it only if the object still has this version.
    save-config
      Keep the manifest in an annotation, so that apply can build on this object later.
    selector
      Keep only objects whose labels fit: key=value, key!=value, key in (a,b), key; joined by
      commas, all of them must hold.
    server-side
      Let the API server merge the fields and keep track of who owns which.
    show-secrets
      Print values of Secrets as they are instead of hiding them.
    subresource
      Work on this part of the object, such as status or scale, instead of the object.
    timeout
      How long to wait at most, as in 30s or 2m; zero means as long as it takes.
    delete: timeout
      How long to wait for the objects to be gone; zero leaves the length to each object.
    drain: timeout
      Give up after this long; zero never gives up.
    scale: timeout
      How long to wait for the new size to be reported; zero does not wait.
    validate
      What becomes of unknown and double fields: "strict" or "true" refuses them, "warn" accepts
      them with a warning, "ignore" or "false" drops them silently.
    wait
      Return only when the objects are really gone.
    windows-line-endings
      End lines in the editor as Windows does.
    """
}
