extension FlagNotes {
  /// What is printed, and how.
  static let output = """
    allow-missing-template-keys
      Print nothing where a template asks for a field that is missing; false makes it an error.
    api-group
      Keep only types of this API group; '' is the core group.
    api-version
      Describe the type as this group and version has it, as in apps/v1.
    cached
      Take the list from the local cache if there is one. The list never changes here.
    categories
      Keep only types of these categories, such as all.
    client
      Print only kubectl's own version and ask no server.
    concurrency
      How many objects are compared at the same time. The output is the same.
    flatten
      Print a file that needs no other files: certificates are put into it.
    for
      Only events about this object, written TYPE/NAME.
    wait: for
      What to wait for: create, delete, condition=NAME[=VALUE], or jsonpath='{PATH}'[=VALUE].
    follow
      Keep printing lines as they are written, until interrupted.
    ignore-errors
      Go on with the other containers when the log of one cannot be read.
    insecure-skip-tls-verify-backend
      Do not check the certificate of the kubelet that the log comes from. Here there is none.
    label-columns
      Show these labels as further columns, separated by commas.
    limit-bytes
      Print at most this many bytes of the log; 0 prints all.
    max-log-requests
      How many containers may be followed at the same time with a selector.
    merge
      Merge all kubeconfig files that are in use into one before printing.
    minify
      Leave out all that the current context does not use.
    name-only
      Print the names of the programs without their folders.
    namespaced
      Keep only types that live in a namespace, or with =false those that do not.
    namespaces
      The namespaces to dump, separated by commas.
    no-headers
      Leave out the line of column titles.
    output
      How to print it: json, yaml, kyaml, name, go-template, go-template-file, template,
      templatefile, jsonpath, jsonpath-as-json or jsonpath-file.
    get: output
      How to print it: json, yaml, kyaml, name, go-template, go-template-file, template,
      templatefile, jsonpath, jsonpath-as-json, jsonpath-file, custom-columns,
      custom-columns-file or wide.
    api-resources: output
      How to print it: json, yaml, kyaml, name or wide.
    apply view-last-applied: output
      How to print it: json, kyaml or yaml.
    config get-contexts: output
      Print only the names of the contexts, with "name".
    explain: output
      How to print it: plaintext or plaintext-openapiv2.
    kustomize: output
      Write the built manifests to this file instead of printing them.
    version: output
      How to print it: yaml or json.
    output-directory
      Write each part to a file below this folder; - or nothing prints it all.
    output-patch
      Print the patch when the object has been edited.
    output-watch-events
      With --watch, print what happened (ADDED, MODIFIED, DELETED) beside each object.
    prefix
      Begin every line with the pod and the container it is from.
    previous
      Print the log of the container's previous run, when it has been restarted.
    quiet
      Print less: only what the program itself prints.
    auth can-i: quiet
      Print nothing; the exit status is the answer.
    delete: quiet
      Do not say that objects were deleted.
    since
      Only lines that are younger than this, as in 5s, 2m or 3h. Not with --since-time.
    since-time
      Only lines written after this moment, as in 2026-01-01T12:00:00Z. Not with --since.
    server-print
      Have the server make the table. With false kubectl knows only names and ages.
    show-capacity
      Give the percentages of all that the node has instead of what pods may use.
    show-events
      Print the events about the object below it.
    show-kind
      Write the type in front of each name.
    show-labels
      Add a last column with all labels.
    show-managed-fields
      Keep metadata.managedFields in JSON and YAML, which are left out otherwise.
    show-swap
      Add columns for swap space. No simulated node has any.
    sort-by
      Sort by this field, written as a JSONPath such as .metadata.creationTimestamp.
    api-resources: sort-by
      Sort by name or by kind.
    top: sort-by
      Sort by cpu or memory, the largest first.
    sum
      Add a last line with the totals.
    tail
      Print only this many of the latest lines; -1 prints all, and with a selector the default
      is 10.
    template
      The template, or the file it stands in, for -o go-template and -o go-template-file.
    timestamps
      Begin every line with the time it was written.
    types
      Only events of these types: Normal, Warning.
    use-protocol-buffers
      Ask the metrics server in its binary format. The output is the same.
    verbs
      Keep only types that allow all of these verbs.
    watch
      After the list, print every change as it happens, until interrupted.
    rollout status: watch
      Stay until the rollout is over; false prints where it stands and returns.
    watch-only
      Print only changes from now on, without the list.
    """
}
