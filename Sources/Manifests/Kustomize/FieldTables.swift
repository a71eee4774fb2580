/// Where labels, annotations, namespaces, images and counts stand.
enum FieldTables {
  static let templateLabels = FieldSpec.table(
    """
    *.*.* +metadata/labels
    ReplicationController.v1.* +spec/template/metadata/labels
    Deployment.*.* +spec/template/metadata/labels
    ReplicaSet.*.* +spec/template/metadata/labels
    DaemonSet.*.* +spec/template/metadata/labels
    StatefulSet.*.apps +spec/template/metadata/labels
    StatefulSet.*.apps +spec/volumeClaimTemplates[]/metadata/labels
    Job.*.batch +spec/template/metadata/labels
    CronJob.*.batch +spec/jobTemplate/metadata/labels
    CronJob.*.batch +spec/jobTemplate/spec/template/metadata/labels
    """)

  static let selectors =
    FieldSpec.table(
      """
      Service.v1.* +spec/selector
      ReplicationController.v1.* +spec/selector
      Deployment.*.* +spec/selector/matchLabels
      ReplicaSet.*.* +spec/selector/matchLabels
      DaemonSet.*.* +spec/selector/matchLabels
      StatefulSet.*.apps +spec/selector/matchLabels
      Job.*.batch spec/selector/matchLabels
      CronJob.*.batch spec/jobTemplate/spec/selector/matchLabels
      PodDisruptionBudget.*.policy spec/selector/matchLabels
      NetworkPolicy.*.networking.k8s.io spec/podSelector/matchLabels
      NetworkPolicy.*.networking.k8s.io spec/ingress/from/podSelector/matchLabels
      NetworkPolicy.*.networking.k8s.io spec/egress/to/podSelector/matchLabels
      """) + peerSelectors("Deployment") + peerSelectors("StatefulSet")

  /// The selectors by which pods of a template keep near to or away from one another.
  private static func peerSelectors(_ kind: String) -> [FieldSpec] {
    let pod = "\(kind).*.apps spec/template/spec/"
    let affinities = ["podAffinity", "podAntiAffinity"].flatMap { affinity in
      [
        "\(pod)affinity/\(affinity)/preferredDuringSchedulingIgnoredDuringExecution/"
          + "podAffinityTerm/labelSelector/matchLabels",
        "\(pod)affinity/\(affinity)/requiredDuringSchedulingIgnoredDuringExecution/"
          + "labelSelector/matchLabels",
      ]
    }
    let spread = "\(pod)topologySpreadConstraints/labelSelector/matchLabels"
    return (affinities + [spread]).compactMap { FieldSpec(line: $0) }
  }

  static let annotations = FieldSpec.table(
    """
    *.*.* +metadata/annotations
    ReplicationController.v1.* +spec/template/metadata/annotations
    Deployment.*.* +spec/template/metadata/annotations
    ReplicaSet.*.* +spec/template/metadata/annotations
    DaemonSet.*.* +spec/template/metadata/annotations
    StatefulSet.*.apps +spec/template/metadata/annotations
    Job.*.batch +spec/template/metadata/annotations
    CronJob.*.batch +spec/jobTemplate/metadata/annotations
    CronJob.*.batch +spec/jobTemplate/spec/template/metadata/annotations
    """)

  /// Beside an object's own namespace and the subjects of bindings.
  static let namespaces = FieldSpec.table(
    """
    Namespace.*.* +metadata/name
    APIService.*.apiregistration.k8s.io +spec/service/namespace
    CustomResourceDefinition.*.apiextensions.k8s.io spec/conversion/webhook/clientConfig/service/\
    namespace
    """)

  static let replicas = FieldSpec.table(
    """
    Deployment +spec/replicas
    ReplicationController +spec/replicas
    ReplicaSet +spec/replicas
    StatefulSet +spec/replicas
    """)

  static let images = FieldSpec.table(
    """
    * spec/containers[]/image
    * spec/initContainers[]/image
    * spec/template/spec/containers[]/image
    * spec/template/spec/initContainers[]/image
    """)
}
