/// Every type of the API with its fields, as text: facts and sentences for ``Schema``.
///
///     Protocol = SCTP TCP UDP
///     ContainerPort
///         What the type is, in a sentence or two.
///       protocol string enum=Protocol default=TCP
///         What the field does there.
///
/// A line at the margin begins a type or lists words. A line that is indented by two is a field:
/// its name, what it holds, and marks. One that begins with `&` goes on with the line above. What
/// is indented by four is a sentence about what stands above it.
///
/// | Mark of a field | Meaning |
/// |---|---|
/// | `required`, `deprecated` | as the API says it |
/// | `enum=LIST` | takes these words, or its items do, as the API publishes |
/// | `words=LIST` | takes these words, but the API does not publish them |
/// | `default=VALUE` | what the API server fills in |
/// | `list=set`, `list=map keys=NAMES`, `list=atomic`, `map=atomic` | what is owned as one |
/// | `patch=merge mergeKey=NAME`, `patch=retainKeys`, `patch=replace` | what a patch merges |
///
/// A type may be `kind=GROUP/VERSION`, `atomic`, and of a `form` when it has no fields.
enum SchemaText {
  static let all = [
    metadata, pods, podStatus, containers, environment, probes, security, affinity, volumes,
    networkDisks, vendorDisks, storage, services, ingresses, deployments, statefulSets, jobs,
    autoscaling, nodes, policy, access, cluster,
  ]
}
