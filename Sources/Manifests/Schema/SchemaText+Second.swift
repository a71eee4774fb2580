extension SchemaText {
  /// The types from ObjectReference to discovery.EndpointPort.
  static let second = """
    ObjectReference: apiVersion string; fieldPath string; kind string; name string;
      namespace string; resourceVersion string; uid string
    Overhead: podFixed map[string]Quantity
    OwnerReference: apiVersion string!; blockOwnerDeletion boolean; controller boolean;
      kind string!; name string!; uid string!
    PersistentVolumeClaimCondition: lastProbeTime Time; lastTransitionTime Time; message string;
      reason string; status string!; type string!
    PersistentVolumeClaimSpec: accessModes []string; dataSource TypedLocalObjectReference;
      dataSourceRef TypedObjectReference; resources VolumeResourceRequirements;
      selector LabelSelector; storageClassName string; volumeAttributesClassName string;
      volumeMode string; volumeName string
    PersistentVolumeClaimStatus: accessModes []string;
      allocatedResourceStatuses map[string]string; allocatedResources map[string]Quantity;
      capacity map[string]Quantity; conditions []PersistentVolumeClaimCondition @type;
      currentVolumeAttributesClassName string; modifyVolumeStatus ModifyVolumeStatus; phase string
    PersistentVolumeClaimTemplate: metadata ObjectMeta; spec PersistentVolumeClaimSpec!
    PersistentVolumeClaimVolumeSource: claimName string!; readOnly boolean
    PersistentVolumeSpec: accessModes []string;
      awsElasticBlockStore AWSElasticBlockStoreVolumeSource; azureDisk AzureDiskVolumeSource;
      azureFile AzureFilePersistentVolumeSource; capacity map[string]Quantity;
      cephfs CephFSPersistentVolumeSource; cinder CinderPersistentVolumeSource;
      claimRef ObjectReference; csi CSIPersistentVolumeSource; fc FCVolumeSource;
      flexVolume FlexPersistentVolumeSource; flocker FlockerVolumeSource;
      gcePersistentDisk GCEPersistentDiskVolumeSource; glusterfs GlusterfsPersistentVolumeSource;
      hostPath HostPathVolumeSource; iscsi ISCSIPersistentVolumeSource; local LocalVolumeSource;
      mountOptions []string; nfs NFSVolumeSource; nodeAffinity VolumeNodeAffinity;
      persistentVolumeReclaimPolicy string; photonPersistentDisk PhotonPersistentDiskVolumeSource;
      portworxVolume PortworxVolumeSource; quobyte QuobyteVolumeSource;
      rbd RBDPersistentVolumeSource; scaleIO ScaleIOPersistentVolumeSource;
      storageClassName string; storageos StorageOSPersistentVolumeSource;
      volumeAttributesClassName string; volumeMode string;
      vsphereVolume VsphereVirtualDiskVolumeSource
    PersistentVolumeStatus: lastPhaseTransitionTime Time; message string; phase string;
      reason string
    PhotonPersistentDiskVolumeSource: fsType string; pdID string!
    PodAffinity: preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm;
      requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm
    PodAffinityTerm: labelSelector LabelSelector; matchLabelKeys []string;
      mismatchLabelKeys []string; namespaceSelector LabelSelector; namespaces []string;
      topologyKey string!
    PodAntiAffinity: preferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm;
      requiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm
    PodCertificateProjection: certificateChainPath string; credentialBundlePath string;
      keyPath string; keyType string!; maxExpirationSeconds integer(int32); signerName string!;
      userAnnotations map[string]string
    PodCondition: lastProbeTime Time; lastTransitionTime Time; message string;
      observedGeneration integer(int64); reason string; status string!; type string!
    PodDNSConfig: nameservers []string; options []PodDNSConfigOption; searches []string
    PodDNSConfigOption: name string; value string
    PodDisruptionBudgetSpec: maxUnavailable IntOrString; minAvailable IntOrString;
      selector LabelSelector @; unhealthyPodEvictionPolicy string
    PodDisruptionBudgetStatus: conditions []Condition @type; currentHealthy integer(int32);
      desiredHealthy integer(int32); disruptedPods map[string]Time;
      disruptionsAllowed integer(int32); expectedPods integer(int32);
      observedGeneration integer(int64)
    PodExtendedResourceClaimStatus: requestMappings []ContainerExtendedResourceRequest!;
      resourceClaimName string!
    PodFailurePolicy: rules []PodFailurePolicyRule!
    PodFailurePolicyOnExitCodesRequirement: containerName string; operator string!;
      values []integer(int32)!
    PodFailurePolicyOnPodConditionsPattern: status string; type string!
    PodFailurePolicyRule: action string!; onExitCodes PodFailurePolicyOnExitCodesRequirement;
      onPodConditions []PodFailurePolicyOnPodConditionsPattern
    PodIP: ip string!
    PodOS: name string!
    PodReadinessGate: conditionType string!
    PodResourceClaim: name string!; resourceClaimName string; resourceClaimTemplateName string
    PodResourceClaimStatus: name string!; resourceClaimName string
    PodSchedulingGate: name string!
    PodSchedulingGroup: podGroupName string
    PodSecurityContext: appArmorProfile AppArmorProfile; fsGroup integer(int64);
      fsGroupChangePolicy string; runAsGroup integer(int64); runAsNonRoot boolean;
      runAsUser integer(int64); seLinuxChangePolicy string; seLinuxOptions SELinuxOptions;
      seccompProfile SeccompProfile; supplementalGroups []integer(int64);
      supplementalGroupsPolicy string; sysctls []Sysctl;
      windowsOptions WindowsSecurityContextOptions
    PodSpec: activeDeadlineSeconds integer(int64); affinity Affinity;
      automountServiceAccountToken boolean; containers []Container! @name; dnsConfig PodDNSConfig;
      dnsPolicy string; enableServiceLinks boolean;
      ephemeralContainers []EphemeralContainer @name; hostAliases []HostAlias @ip;
      hostIPC boolean; hostNetwork boolean; hostPID boolean; hostUsers boolean; hostname string;
      hostnameOverride string; imagePullSecrets []LocalObjectReference @name;
      initContainers []Container @name; nodeName string; nodeSelector map[string]string; os PodOS;
      overhead map[string]Quantity; preemptionPolicy string; priority integer(int32);
      priorityClassName string; readinessGates []PodReadinessGate;
      resourceClaims []PodResourceClaim @name; resources ResourceRequirements;
      restartPolicy string; runtimeClassName string; schedulerName string;
      schedulingGates []PodSchedulingGate @name; schedulingGroup PodSchedulingGroup;
      securityContext PodSecurityContext; serviceAccount string?; serviceAccountName string;
      setHostnameAsFQDN boolean; shareProcessNamespace boolean; subdomain string;
      terminationGracePeriodSeconds integer(int64); tolerations []Toleration;
      topologySpreadConstraints []TopologySpreadConstraint @topologyKey; volumes []Volume @name
    PodStatus: allocatedResources map[string]Quantity; conditions []PodCondition @type;
      containerStatuses []ContainerStatus; ephemeralContainerStatuses []ContainerStatus;
      extendedResourceClaimStatus PodExtendedResourceClaimStatus; hostIP string;
      hostIPs []HostIP @ip; initContainerStatuses []ContainerStatus; message string;
      nodeAllocatableResourceClaimStatuses []NodeAllocatableResourceClaimStatus;
      nominatedNodeName string; observedGeneration integer(int64); phase string; podIP string;
      podIPs []PodIP @ip; qosClass string; reason string; resize string;
      resourceClaimStatuses []PodResourceClaimStatus @name; resources ResourceRequirements;
      startTime Time
    PodTemplateSpec: metadata ObjectMeta; spec PodSpec
    PodsMetricSource: metric MetricIdentifier!; target MetricTarget!
    PodsMetricStatus: current MetricValueStatus!; metric MetricIdentifier!
    PolicyRule: apiGroups []string; nonResourceURLs []string; resourceNames []string;
      resources []string; verbs []string!
    PortStatus: error string; port integer(int32)!; protocol string!
    PortworxVolumeSource: fsType string; readOnly boolean; volumeID string!
    Preconditions: resourceVersion string; uid string
    PreferredSchedulingTerm: preference NodeSelectorTerm!; weight integer(int32)!
    Probe: exec ExecAction; failureThreshold integer(int32); grpc GRPCAction;
      httpGet HTTPGetAction; initialDelaySeconds integer(int32); periodSeconds integer(int32);
      successThreshold integer(int32); tcpSocket TCPSocketAction;
      terminationGracePeriodSeconds integer(int64); timeoutSeconds integer(int32)
    ProjectedVolumeSource: defaultMode integer(int32); sources []VolumeProjection
    Quantity :
    QuobyteVolumeSource: group string; readOnly boolean; registry string!; tenant string;
      user string; volume string!
    RBDPersistentVolumeSource: fsType string; image string!; keyring string; monitors []string!;
      pool string; readOnly boolean; secretRef SecretReference; user string
    RBDVolumeSource: fsType string; image string!; keyring string; monitors []string!;
      pool string; readOnly boolean; secretRef LocalObjectReference; user string
    RawExtension :
    ReplicaSetCondition: lastTransitionTime Time; message string; reason string; status string!;
      type string!
    ReplicaSetSpec: minReadySeconds integer(int32); replicas integer(int32);
      selector LabelSelector!; template PodTemplateSpec
    ReplicaSetStatus: availableReplicas integer(int32); conditions []ReplicaSetCondition @type;
      fullyLabeledReplicas integer(int32); observedGeneration integer(int64);
      readyReplicas integer(int32); replicas integer(int32)!; terminatingReplicas integer(int32)
    ReplicationControllerCondition: lastTransitionTime Time; message string; reason string;
      status string!; type string!
    ReplicationControllerSpec: minReadySeconds integer(int32); replicas integer(int32);
      selector map[string]string; template PodTemplateSpec
    ReplicationControllerStatus: availableReplicas integer(int32);
      conditions []ReplicationControllerCondition @type; fullyLabeledReplicas integer(int32);
      observedGeneration integer(int64); readyReplicas integer(int32); replicas integer(int32)!
    ResourceClaim: name string!; request string
    ResourceFieldSelector: containerName string; divisor Quantity; resource string!
    ResourceHealth: health string; message string; resourceID string!
    ResourceMetricSource: name string!; target MetricTarget!
    ResourceMetricStatus: current MetricValueStatus!; name string!
    ResourceQuotaSpec: hard map[string]Quantity; scopeSelector ScopeSelector; scopes []string
    ResourceQuotaStatus: hard map[string]Quantity; used map[string]Quantity
    ResourceRequirements: claims []ResourceClaim; limits map[string]Quantity;
      requests map[string]Quantity
    ResourceStatus: name string!; resources []ResourceHealth
    RoleRef: apiGroup string; kind string!; name string!
    RollingUpdateDaemonSet: maxSurge IntOrString; maxUnavailable IntOrString
    RollingUpdateDeployment: maxSurge IntOrString; maxUnavailable IntOrString
    RollingUpdateStatefulSetStrategy: maxUnavailable IntOrString; partition integer(int32)
    SELinuxOptions: level string; role string; type string; user string
    ScaleIOPersistentVolumeSource: fsType string; gateway string!; protectionDomain string;
      readOnly boolean; secretRef SecretReference!; sslEnabled boolean; storageMode string;
      storagePool string; system string!; volumeName string
    ScaleIOVolumeSource: fsType string; gateway string!; protectionDomain string;
      readOnly boolean; secretRef LocalObjectReference!; sslEnabled boolean; storageMode string;
      storagePool string; system string!; volumeName string
    ScaleSpec: replicas integer(int32)
    ScaleStatus: replicas integer(int32)!; selector string
    Scheduling: nodeSelector map[string]string; tolerations []Toleration
    ScopeSelector: matchExpressions []ScopedResourceSelectorRequirement
    ScopedResourceSelectorRequirement: operator string!; scopeName string!; values []string
    SeccompProfile: localhostProfile string; type string!
    SecretEnvSource: name string; optional boolean
    SecretKeySelector: key string!; name string; optional boolean
    SecretProjection: items []KeyToPath; name string; optional boolean
    SecretReference: name string; namespace string
    SecretVolumeSource: defaultMode integer(int32); items []KeyToPath; optional boolean;
      secretName string
    SecurityContext: allowPrivilegeEscalation boolean; appArmorProfile AppArmorProfile;
      capabilities Capabilities; privileged boolean; procMount string;
      readOnlyRootFilesystem boolean; runAsGroup integer(int64); runAsNonRoot boolean;
      runAsUser integer(int64); seLinuxOptions SELinuxOptions; seccompProfile SeccompProfile;
      windowsOptions WindowsSecurityContextOptions
    ServiceAccountTokenProjection: audience string; expirationSeconds integer(int64); path string!
    ServiceBackendPort: name string; number integer(int32)
    ServicePort: appProtocol string; name string; nodePort integer(int32); port integer(int32)!;
      protocol string; targetPort IntOrString
    ServiceSpec: allocateLoadBalancerNodePorts boolean; clusterIP string; clusterIPs []string;
      externalIPs []string; externalName string; externalTrafficPolicy string;
      healthCheckNodePort integer(int32); internalTrafficPolicy string; ipFamilies []string;
      ipFamilyPolicy string; loadBalancerClass string; loadBalancerIP string;
      loadBalancerSourceRanges []string; ports []ServicePort @port;
      publishNotReadyAddresses boolean; selector map[string]string; sessionAffinity string;
      sessionAffinityConfig SessionAffinityConfig; trafficDistribution string; type string
    ServiceStatus: conditions []Condition @type; loadBalancer LoadBalancerStatus
    SessionAffinityConfig: clientIP ClientIPConfig
    SleepAction: seconds integer(int64)!
    StatefulSetCondition: lastTransitionTime Time; message string; reason string; status string!;
      type string!
    StatefulSetOrdinals: start integer(int32)
    StatefulSetPersistentVolumeClaimRetentionPolicy: whenDeleted string; whenScaled string
    StatefulSetSpec: minReadySeconds integer(int32); ordinals StatefulSetOrdinals;
      persistentVolumeClaimRetentionPolicy StatefulSetPersistentVolumeClaimRetentionPolicy;
      podManagementPolicy string; replicas integer(int32); revisionHistoryLimit integer(int32);
      selector LabelSelector!; serviceName string; template PodTemplateSpec!;
      updateStrategy StatefulSetUpdateStrategy; volumeClaimTemplates []PersistentVolumeClaim
    StatefulSetStatus: availableReplicas integer(int32); collisionCount integer(int32);
      conditions []StatefulSetCondition @type; currentReplicas integer(int32);
      currentRevision string; observedGeneration integer(int64); readyReplicas integer(int32);
      replicas integer(int32)!; updateRevision string; updatedReplicas integer(int32)
    StatefulSetUpdateStrategy: rollingUpdate RollingUpdateStatefulSetStrategy; type string
    StorageOSPersistentVolumeSource: fsType string; readOnly boolean; secretRef ObjectReference;
      volumeName string; volumeNamespace string
    StorageOSVolumeSource: fsType string; readOnly boolean; secretRef LocalObjectReference;
      volumeName string; volumeNamespace string
    Subject: apiGroup string; kind string!; name string!; namespace string
    SuccessPolicy: rules []SuccessPolicyRule!
    SuccessPolicyRule: succeededCount integer(int32); succeededIndexes string
    Sysctl: name string!; value string!
    TCPSocketAction: host string; port IntOrString!
    Taint: effect string!; key string!; timeAdded Time; value string
    Time :
    Toleration: effect string; key string; operator string; tolerationSeconds integer(int64);
      value string
    TopologySelectorLabelRequirement: key string!; values []string!
    TopologySelectorTerm: matchLabelExpressions []TopologySelectorLabelRequirement
    TopologySpreadConstraint: labelSelector LabelSelector; matchLabelKeys []string;
      maxSkew integer(int32)!; minDomains integer(int32); nodeAffinityPolicy string;
      nodeTaintsPolicy string; topologyKey string!; whenUnsatisfiable string!
    TypedLocalObjectReference: apiGroup string; kind string!; name string!
    TypedObjectReference: apiGroup string; kind string!; name string!; namespace string
    UncountedTerminatedPods: failed []string; succeeded []string
    Volume: awsElasticBlockStore AWSElasticBlockStoreVolumeSource;
      azureDisk AzureDiskVolumeSource; azureFile AzureFileVolumeSource; cephfs CephFSVolumeSource;
      cinder CinderVolumeSource; configMap ConfigMapVolumeSource; csi CSIVolumeSource;
      downwardAPI DownwardAPIVolumeSource; emptyDir EmptyDirVolumeSource;
      ephemeral EphemeralVolumeSource; fc FCVolumeSource; flexVolume FlexVolumeSource;
      flocker FlockerVolumeSource; gcePersistentDisk GCEPersistentDiskVolumeSource;
      gitRepo GitRepoVolumeSource; glusterfs GlusterfsVolumeSource; hostPath HostPathVolumeSource;
      image ImageVolumeSource; iscsi ISCSIVolumeSource; name string!; nfs NFSVolumeSource;
      persistentVolumeClaim PersistentVolumeClaimVolumeSource;
      photonPersistentDisk PhotonPersistentDiskVolumeSource; portworxVolume PortworxVolumeSource;
      projected ProjectedVolumeSource; quobyte QuobyteVolumeSource; rbd RBDVolumeSource;
      scaleIO ScaleIOVolumeSource; secret SecretVolumeSource; storageos StorageOSVolumeSource;
      vsphereVolume VsphereVirtualDiskVolumeSource
    VolumeDevice: devicePath string!; name string!
    VolumeMount: mountPath string!; mountPropagation string; name string!; readOnly boolean;
      recursiveReadOnly string; subPath string; subPathExpr string
    VolumeMountStatus: mountPath string!; name string!; readOnly boolean;
      recursiveReadOnly string; volumeStatus VolumeStatus
    VolumeNodeAffinity: required NodeSelector
    VolumeProjection: clusterTrustBundle ClusterTrustBundleProjection;
      configMap ConfigMapProjection; downwardAPI DownwardAPIProjection;
      podCertificate PodCertificateProjection; secret SecretProjection;
      serviceAccountToken ServiceAccountTokenProjection
    VolumeResourceRequirements: limits map[string]Quantity; requests map[string]Quantity
    VolumeStatus: image ImageVolumeStatus
    VsphereVirtualDiskVolumeSource: fsType string; storagePolicyID string;
      storagePolicyName string; volumePath string!
    WeightedPodAffinityTerm: podAffinityTerm PodAffinityTerm!; weight integer(int32)!
    WindowsSecurityContextOptions: gmsaCredentialSpec string; gmsaCredentialSpecName string;
      hostProcess boolean; runAsUserName string
    core.EndpointPort: appProtocol string; name string; port integer(int32)!; protocol string
    discovery.EndpointPort: appProtocol string; name string; port integer(int32); protocol string
    """
}
