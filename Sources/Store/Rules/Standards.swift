import Objects

// What the API server fills in where nothing is said, for each type that has such fields. Rules
// take it from here: `replicas = replicas ?? Self.standard.replicas`.

extension EndpointPort {
  static let standard = standardValues(of: "core.EndpointPort")
  static let standardInSlices = standardValues(of: "discovery.EndpointPort")
}

extension RollingUpdate {
  static let standardOfDaemonSets = standardValues(of: "RollingUpdateDaemonSet")
  static let standardOfDeployments = standardValues(of: "RollingUpdateDeployment")
}

extension ClaimRetentionPolicy {
  static let standard = standardValues(of: "StatefulSetPersistentVolumeClaimRetentionPolicy")
}
extension ClientIPConfig { static let standard = standardValues(of: "ClientIPConfig") }
extension ConfigMapVolume { static let standard = standardValues(of: "ConfigMapVolumeSource") }
extension Container { static let standard = standardValues(of: "Container") }
extension ContainerPort { static let standard = standardValues(of: "ContainerPort") }
extension CronJobSpec { static let standard = standardValues(of: "CronJobSpec") }
extension DaemonSetSpec { static let standard = standardValues(of: "DaemonSetSpec") }
extension DaemonSetUpdateStrategy {
  static let standard = standardValues(of: "DaemonSetUpdateStrategy")
}
extension DeploymentSpec { static let standard = standardValues(of: "DeploymentSpec") }
extension DeploymentStrategy { static let standard = standardValues(of: "DeploymentStrategy") }
extension FieldSelector { static let standard = standardValues(of: "ObjectFieldSelector") }
extension HTTPGetAction { static let standard = standardValues(of: "HTTPGetAction") }
extension HorizontalPodAutoscalerSpec {
  static let standard = standardValues(of: "HorizontalPodAutoscalerSpec")
}
extension HostPath { static let standard = standardValues(of: "HostPathVolumeSource") }
extension JobSpec { static let standard = standardValues(of: "JobSpec") }
extension NamespaceStatus { static let standard = standardValues(of: "NamespaceStatus") }
extension NetworkPolicyPort { static let standard = standardValues(of: "NetworkPolicyPort") }
extension PersistentVolumeClaimSpec {
  static let standard = standardValues(of: "PersistentVolumeClaimSpec")
}
extension PersistentVolumeClaimStatus {
  static let standard = standardValues(of: "PersistentVolumeClaimStatus")
}
extension PersistentVolumeSpec { static let standard = standardValues(of: "PersistentVolumeSpec") }
extension PersistentVolumeStatus {
  static let standard = standardValues(of: "PersistentVolumeStatus")
}
extension PodConditionPattern {
  static let standard = standardValues(of: "PodFailurePolicyOnPodConditionsPattern")
}
extension IngressClassParameters {
  static let standard = standardValues(of: "IngressClassParametersReference")
}
extension PodSpec { static let standard = standardValues(of: "PodSpec") }
extension PodStatus { static let standard = standardValues(of: "PodStatus") }
extension PriorityClass { static let standard = standardValues(of: "PriorityClass") }
extension Probe { static let standard = standardValues(of: "Probe") }
extension ReplicaSetSpec { static let standard = standardValues(of: "ReplicaSetSpec") }
extension ResourceFieldSelector {
  static let standard = standardValues(of: "ResourceFieldSelector")
}
extension ScalingRules { static let standard = standardValues(of: "HPAScalingRules") }
extension Secret { static let standard = standardValues(of: "Secret") }
extension ServicePort { static let standard = standardValues(of: "ServicePort") }
extension ReplicationControllerSpec {
  static let standard = standardValues(of: "ReplicationControllerSpec")
}
extension RoleRef { static let standard = standardValues(of: "RoleRef") }
extension ServiceSpec { static let standard = standardValues(of: "ServiceSpec") }
extension StatefulSetRollingUpdate {
  static let standard = standardValues(of: "RollingUpdateStatefulSetStrategy")
}
extension StatefulSetSpec { static let standard = standardValues(of: "StatefulSetSpec") }
extension StatefulSetUpdateStrategy {
  static let standard = standardValues(of: "StatefulSetUpdateStrategy")
}
extension StorageClass { static let standard = standardValues(of: "StorageClass") }
