/// Which fields hold the name of another object.
struct NameReferences: Sendable {
  /// The kind of the objects that are named.
  var target: FieldSpec
  var fields: [FieldSpec]

  static let all: [NameReferences] =
    ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"].compactMap {
      references(to: $0, "HorizontalPodAutoscaler spec/scaleTargetRef/name")
    } + [configMaps, secrets, services, accounts, claims, classes].flatMap(\.self)
    + [
      references(
        to: "Role.*.rbac.authorization.k8s.io",
        "RoleBinding.*.rbac.authorization.k8s.io roleRef/name"),
      references(
        to: "ClusterRole.*.rbac.authorization.k8s.io",
        """
        RoleBinding.*.rbac.authorization.k8s.io roleRef/name
        ClusterRoleBinding.*.rbac.authorization.k8s.io roleRef/name
        """),
      references(
        to: "PersistentVolume.v1",
        """
        PersistentVolumeClaim spec/volumeName
        ClusterRole rules/resourceNames
        """),
    ].compactMap(\.self)

  private static func references(
    to target: String, _ text: String, pods: [FieldSpec] = []
  ) -> NameReferences? {
    FieldSpec(line: target + " -").map {
      NameReferences(target: $0, fields: pods + FieldSpec.table(text))
    }
  }

  /// Fields of pods, wherever pods are described.
  private static func pods(in places: [String], _ fields: [String]) -> [FieldSpec] {
    places.flatMap { place in fields.compactMap { FieldSpec(line: "\(place)/\($0)") } }
  }

  private static let configured = [
    "Pod.v1 spec", "PodTemplate template/spec", "Deployment spec/template/spec",
    "ReplicaSet spec/template/spec", "DaemonSet spec/template/spec",
    "StatefulSet spec/template/spec", "Job spec/template/spec",
    "CronJob spec/jobTemplate/spec/template/spec",
  ]

  private static let templated = [
    "Pod spec", "StatefulSet spec/template/spec", "Deployment spec/template/spec",
    "ReplicationController spec/template/spec", "CronJob spec/jobTemplate/spec/template/spec",
    "Job spec/template/spec", "DaemonSet spec/template/spec",
  ]

  private static let configMaps = [
    references(
      to: "ConfigMap.v1",
      """
      Node spec/configSource/configMap
      Role rules/resourceNames
      ClusterRole rules/resourceNames
      Ingress metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap
      """,
      pods: pods(
        in: configured,
        [
          "volumes/configMap/name", "containers/env/valueFrom/configMapKeyRef/name",
          "initContainers/env/valueFrom/configMapKeyRef/name",
          "containers/envFrom/configMapRef/name", "initContainers/envFrom/configMapRef/name",
          "volumes/projected/sources/configMap/name",
        ]))
  ].compactMap(\.self)

  private static let secrets = [
    references(
      to: "Secret.v1",
      """
      Ingress spec/tls/secretName
      Ingress metadata/annotations/ingress.kubernetes.io\\/auth-secret
      Ingress metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret
      Ingress metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret
      ServiceAccount imagePullSecrets/name
      StorageClass parameters/secretName
      StorageClass parameters/adminSecretName
      StorageClass parameters/userSecretName
      StorageClass parameters/secretRef
      Role rules/resourceNames
      ClusterRole rules/resourceNames
      PersistentVolume spec/azureFile/secretName
      """,
      pods: pods(
        in: configured,
        [
          "volumes/secret/secretName", "containers/env/valueFrom/secretKeyRef/name",
          "initContainers/env/valueFrom/secretKeyRef/name", "containers/envFrom/secretRef/name",
          "initContainers/envFrom/secretRef/name", "imagePullSecrets/name",
          "volumes/projected/sources/secret/name",
        ]))
  ].compactMap(\.self)

  private static let services = [
    references(
      to: "Service.v1",
      """
      StatefulSet.*.apps spec/serviceName
      Ingress spec/rules/http/paths/backend/serviceName
      Ingress spec/backend/serviceName
      Ingress spec/rules/http/paths/backend/service/name
      Ingress spec/defaultBackend/service/name
      APIService.*.apiregistration.k8s.io spec/service/name
      ValidatingWebhookConfiguration.*.admissionregistration.k8s.io webhooks/clientConfig/service
      MutatingWebhookConfiguration.*.admissionregistration.k8s.io webhooks/clientConfig/service
      """)
  ].compactMap(\.self)

  private static let accounts = [
    references(
      to: "ServiceAccount.v1",
      """
      RoleBinding.*.rbac.authorization.k8s.io subjects
      ClusterRoleBinding.*.rbac.authorization.k8s.io subjects
      """, pods: pods(in: templated, ["serviceAccountName"]))
  ].compactMap(\.self)

  private static let claims = [
    references(
      to: "PersistentVolumeClaim.v1", "",
      pods: pods(in: templated, ["volumes/persistentVolumeClaim/claimName"]))
  ].compactMap(\.self)

  private static let classes = [
    references(
      to: "StorageClass.v1.storage.k8s.io",
      """
      PersistentVolume spec/storageClassName
      PersistentVolumeClaim spec/storageClassName
      StatefulSet spec/volumeClaimTemplates/spec/storageClassName
      """),
    references(
      to: "PriorityClass.v1.scheduling.k8s.io", "",
      pods: pods(in: templated, ["priorityClassName"])),
  ].compactMap(\.self)
}
