extension SchemaText {
  /// The types from Binding to ObjectMetricStatus.
  static let first = """
    Binding v1: apiVersion string; kind string; metadata ObjectMeta; target ObjectReference!
    ClusterRole rbac.authorization.k8s.io/v1: aggregationRule AggregationRule; apiVersion string;
      kind string; metadata ObjectMeta; rules []PolicyRule
    ClusterRoleBinding rbac.authorization.k8s.io/v1: apiVersion string; kind string;
      metadata ObjectMeta; roleRef RoleRef!; subjects []Subject
    ConfigMap v1: apiVersion string; binaryData map[string]string(byte); data map[string]string;
      immutable boolean; kind string; metadata ObjectMeta
    ControllerRevision apps/v1: apiVersion string; data RawExtension; kind string;
      metadata ObjectMeta; revision integer(int64)!
    CronJob batch/v1: apiVersion string; kind string; metadata ObjectMeta; spec CronJobSpec!;
      status CronJobStatus
    DaemonSet apps/v1: apiVersion string; kind string; metadata ObjectMeta; spec DaemonSetSpec;
      status DaemonSetStatus
    Deployment apps/v1: apiVersion string; kind string; metadata ObjectMeta; spec DeploymentSpec;
      status DeploymentStatus
    EndpointSlice discovery.k8s.io/v1: addressType string!; apiVersion string;
      endpoints []Endpoint; kind string; metadata ObjectMeta; ports []discovery.EndpointPort
    Endpoints v1: apiVersion string; kind string; metadata ObjectMeta; subsets []EndpointSubset
    Event v1: action string; apiVersion string; count integer(int32); eventTime MicroTime;
      firstTimestamp Time; involvedObject ObjectReference!; kind string; lastTimestamp Time;
      message string; metadata ObjectMeta!; reason string; related ObjectReference;
      reportingComponent string; reportingInstance string; series EventSeries; source EventSource;
      type string
    Eviction policy/v1: apiVersion string; deleteOptions DeleteOptions; kind string;
      metadata ObjectMeta
    HorizontalPodAutoscaler autoscaling/v2: apiVersion string; kind string; metadata ObjectMeta;
      spec HorizontalPodAutoscalerSpec!; status HorizontalPodAutoscalerStatus
    Ingress networking.k8s.io/v1: apiVersion string; kind string; metadata ObjectMeta;
      spec IngressSpec; status IngressStatus
    IngressClass networking.k8s.io/v1: apiVersion string; kind string; metadata ObjectMeta;
      spec IngressClassSpec
    Job batch/v1: apiVersion string; kind string; metadata ObjectMeta; spec JobSpec;
      status JobStatus
    Lease coordination.k8s.io/v1: apiVersion string; kind string; metadata ObjectMeta;
      spec LeaseSpec
    LimitRange v1: apiVersion string; kind string; metadata ObjectMeta; spec LimitRangeSpec
    Namespace v1: apiVersion string; kind string; metadata ObjectMeta; spec NamespaceSpec;
      status NamespaceStatus
    NetworkPolicy networking.k8s.io/v1: apiVersion string; kind string; metadata ObjectMeta;
      spec NetworkPolicySpec
    Node v1: apiVersion string; kind string; metadata ObjectMeta; spec NodeSpec; status NodeStatus
    PersistentVolume v1: apiVersion string; kind string; metadata ObjectMeta;
      spec PersistentVolumeSpec; status PersistentVolumeStatus
    PersistentVolumeClaim v1: apiVersion string; kind string; metadata ObjectMeta;
      spec PersistentVolumeClaimSpec; status PersistentVolumeClaimStatus
    Pod v1: apiVersion string; kind string; metadata ObjectMeta; spec PodSpec; status PodStatus
    PodDisruptionBudget policy/v1: apiVersion string; kind string; metadata ObjectMeta;
      spec PodDisruptionBudgetSpec; status PodDisruptionBudgetStatus
    PriorityClass scheduling.k8s.io/v1: apiVersion string; description string;
      globalDefault boolean; kind string; metadata ObjectMeta; preemptionPolicy string;
      value integer(int32)
    ReplicaSet apps/v1: apiVersion string; kind string; metadata ObjectMeta; spec ReplicaSetSpec;
      status ReplicaSetStatus
    ReplicationController v1: apiVersion string; kind string; metadata ObjectMeta;
      spec ReplicationControllerSpec; status ReplicationControllerStatus
    ResourceQuota v1: apiVersion string; kind string; metadata ObjectMeta; spec ResourceQuotaSpec;
      status ResourceQuotaStatus
    Role rbac.authorization.k8s.io/v1: apiVersion string; kind string; metadata ObjectMeta;
      rules []PolicyRule
    RoleBinding rbac.authorization.k8s.io/v1: apiVersion string; kind string; metadata ObjectMeta;
      roleRef RoleRef!; subjects []Subject
    RuntimeClass node.k8s.io/v1: apiVersion string; handler string!; kind string;
      metadata ObjectMeta; overhead Overhead; scheduling Scheduling
    Scale autoscaling/v1: apiVersion string; kind string; metadata ObjectMeta; spec ScaleSpec;
      status ScaleStatus
    Secret v1: apiVersion string; data map[string]string(byte); immutable boolean; kind string;
      metadata ObjectMeta; stringData map[string]string; type string
    Service v1: apiVersion string; kind string; metadata ObjectMeta; spec ServiceSpec;
      status ServiceStatus
    ServiceAccount v1: apiVersion string; automountServiceAccountToken boolean;
      imagePullSecrets []LocalObjectReference; kind string; metadata ObjectMeta;
      secrets []ObjectReference @name
    StatefulSet apps/v1: apiVersion string; kind string; metadata ObjectMeta;
      spec StatefulSetSpec; status StatefulSetStatus
    StorageClass storage.k8s.io/v1: allowVolumeExpansion boolean;
      allowedTopologies []TopologySelectorTerm; apiVersion string; kind string;
      metadata ObjectMeta; mountOptions []string; parameters map[string]string;
      provisioner string!; reclaimPolicy string; volumeBindingMode string
    AWSElasticBlockStoreVolumeSource: fsType string; partition integer(int32); readOnly boolean;
      volumeID string!
    Affinity: nodeAffinity NodeAffinity; podAffinity PodAffinity; podAntiAffinity PodAntiAffinity
    AggregationRule: clusterRoleSelectors []LabelSelector
    AppArmorProfile: localhostProfile string; type string!
    AttachedVolume: devicePath string!; name string!
    AzureDiskVolumeSource: cachingMode string; diskName string!; diskURI string!; fsType string;
      kind string; readOnly boolean
    AzureFilePersistentVolumeSource: readOnly boolean; secretName string!; secretNamespace string;
      shareName string!
    AzureFileVolumeSource: readOnly boolean; secretName string!; shareName string!
    CSIPersistentVolumeSource: controllerExpandSecretRef SecretReference;
      controllerPublishSecretRef SecretReference; driver string!; fsType string;
      nodeExpandSecretRef SecretReference; nodePublishSecretRef SecretReference;
      nodeStageSecretRef SecretReference; readOnly boolean; volumeAttributes map[string]string;
      volumeHandle string!
    CSIVolumeSource: driver string!; fsType string; nodePublishSecretRef LocalObjectReference;
      readOnly boolean; volumeAttributes map[string]string
    Capabilities: add []string; drop []string
    CephFSPersistentVolumeSource: monitors []string!; path string; readOnly boolean;
      secretFile string; secretRef SecretReference; user string
    CephFSVolumeSource: monitors []string!; path string; readOnly boolean; secretFile string;
      secretRef LocalObjectReference; user string
    CinderPersistentVolumeSource: fsType string; readOnly boolean; secretRef SecretReference;
      volumeID string!
    CinderVolumeSource: fsType string; readOnly boolean; secretRef LocalObjectReference;
      volumeID string!
    ClientIPConfig: timeoutSeconds integer(int32)
    ClusterTrustBundleProjection: labelSelector LabelSelector; name string; optional boolean;
      path string!; signerName string
    Condition: lastTransitionTime Time!; message string!; observedGeneration integer(int64);
      reason string!; status string!; type string!
    ConfigMapEnvSource: name string; optional boolean
    ConfigMapKeySelector: key string!; name string; optional boolean
    ConfigMapNodeConfigSource: kubeletConfigKey string!; name string!; namespace string!;
      resourceVersion string; uid string
    ConfigMapProjection: items []KeyToPath; name string; optional boolean
    ConfigMapVolumeSource: defaultMode integer(int32); items []KeyToPath; name string;
      optional boolean
    Container: args []string; command []string; env []EnvVar @name; envFrom []EnvFromSource;
      image string; imagePullPolicy string; lifecycle Lifecycle; livenessProbe Probe;
      name string!; ports []ContainerPort @containerPort; readinessProbe Probe;
      resizePolicy []ContainerResizePolicy; resources ResourceRequirements; restartPolicy string;
      restartPolicyRules []ContainerRestartRule; securityContext SecurityContext;
      startupProbe Probe; stdin boolean; stdinOnce boolean; terminationMessagePath string;
      terminationMessagePolicy string; tty boolean; volumeDevices []VolumeDevice @devicePath;
      volumeMounts []VolumeMount @mountPath; workingDir string
    ContainerExtendedResourceRequest: containerName string!; requestName string!;
      resourceName string!
    ContainerImage: names []string; sizeBytes integer(int64)
    ContainerPort: containerPort integer(int32)!; hostIP string; hostPort integer(int32);
      name string; protocol string
    ContainerResizePolicy: resourceName string!; restartPolicy string!
    ContainerResourceMetricSource: container string!; name string!; target MetricTarget!
    ContainerResourceMetricStatus: container string!; current MetricValueStatus!; name string!
    ContainerRestartRule: action string!; exitCodes ContainerRestartRuleOnExitCodes
    ContainerRestartRuleOnExitCodes: operator string!; values []integer(int32)
    ContainerState: running ContainerStateRunning; terminated ContainerStateTerminated;
      waiting ContainerStateWaiting
    ContainerStateRunning: startedAt Time
    ContainerStateTerminated: containerID string; exitCode integer(int32)!; finishedAt Time;
      message string; reason string; signal integer(int32); startedAt Time
    ContainerStateWaiting: message string; reason string
    ContainerStatus: allocatedResources map[string]Quantity;
      allocatedResourcesStatus []ResourceStatus @name; containerID string; image string!;
      imageID string!; lastState ContainerState; name string!; ready boolean!;
      resources ResourceRequirements; restartCount integer(int32)!; started boolean;
      state ContainerState; stopSignal string; user ContainerUser;
      volumeMounts []VolumeMountStatus @mountPath
    ContainerUser: linux LinuxContainerUser
    CronJobSpec: concurrencyPolicy string; failedJobsHistoryLimit integer(int32);
      jobTemplate JobTemplateSpec!; schedule string!; startingDeadlineSeconds integer(int64);
      successfulJobsHistoryLimit integer(int32); suspend boolean; timeZone string
    CronJobStatus: active []ObjectReference; lastScheduleTime Time; lastSuccessfulTime Time
    CrossVersionObjectReference: apiVersion string; kind string!; name string!
    DaemonEndpoint: Port integer(int32)!
    DaemonSetCondition: lastTransitionTime Time; message string; reason string; status string!;
      type string!
    DaemonSetSpec: minReadySeconds integer(int32); revisionHistoryLimit integer(int32);
      selector LabelSelector!; template PodTemplateSpec!; updateStrategy DaemonSetUpdateStrategy
    DaemonSetStatus: collisionCount integer(int32); conditions []DaemonSetCondition @type;
      currentNumberScheduled integer(int32)!; desiredNumberScheduled integer(int32)!;
      numberAvailable integer(int32); numberMisscheduled integer(int32)!;
      numberReady integer(int32)!; numberUnavailable integer(int32);
      observedGeneration integer(int64); updatedNumberScheduled integer(int32)
    DaemonSetUpdateStrategy: rollingUpdate RollingUpdateDaemonSet; type string
    DeleteOptions: apiVersion string; dryRun []string; gracePeriodSeconds integer(int64);
      ignoreStoreReadErrorWithClusterBreakingPotential boolean; kind string;
      orphanDependents boolean?; preconditions Preconditions; propagationPolicy string
    DeploymentCondition: lastTransitionTime Time; lastUpdateTime Time; message string;
      reason string; status string!; type string!
    DeploymentSpec: minReadySeconds integer(int32); paused boolean;
      progressDeadlineSeconds integer(int32); replicas integer(int32);
      revisionHistoryLimit integer(int32); selector LabelSelector!; strategy DeploymentStrategy @;
      template PodTemplateSpec!
    DeploymentStatus: availableReplicas integer(int32); collisionCount integer(int32);
      conditions []DeploymentCondition @type; observedGeneration integer(int64);
      readyReplicas integer(int32); replicas integer(int32); terminatingReplicas integer(int32);
      unavailableReplicas integer(int32); updatedReplicas integer(int32)
    DeploymentStrategy: rollingUpdate RollingUpdateDeployment; type string
    DownwardAPIProjection: items []DownwardAPIVolumeFile
    DownwardAPIVolumeFile: fieldRef ObjectFieldSelector; mode integer(int32); path string!;
      resourceFieldRef ResourceFieldSelector
    DownwardAPIVolumeSource: defaultMode integer(int32); items []DownwardAPIVolumeFile
    EmptyDirVolumeSource: medium string; sizeLimit Quantity
    Endpoint: addresses []string!; conditions EndpointConditions;
      deprecatedTopology map[string]string?; hints EndpointHints; hostname string;
      nodeName string; targetRef ObjectReference; zone string
    EndpointAddress: hostname string; ip string!; nodeName string; targetRef ObjectReference
    EndpointConditions: ready boolean; serving boolean; terminating boolean
    EndpointHints: forNodes []ForNode; forZones []ForZone
    EndpointSubset: addresses []EndpointAddress; notReadyAddresses []EndpointAddress;
      ports []core.EndpointPort
    EnvFromSource: configMapRef ConfigMapEnvSource; prefix string; secretRef SecretEnvSource
    EnvVar: name string!; value string; valueFrom EnvVarSource
    EnvVarSource: configMapKeyRef ConfigMapKeySelector; fieldRef ObjectFieldSelector;
      fileKeyRef FileKeySelector; resourceFieldRef ResourceFieldSelector;
      secretKeyRef SecretKeySelector
    EphemeralContainer: args []string; command []string; env []EnvVar @name;
      envFrom []EnvFromSource; image string; imagePullPolicy string; lifecycle Lifecycle;
      livenessProbe Probe; name string!; ports []ContainerPort @containerPort;
      readinessProbe Probe; resizePolicy []ContainerResizePolicy; resources ResourceRequirements;
      restartPolicy string; restartPolicyRules []ContainerRestartRule;
      securityContext SecurityContext; startupProbe Probe; stdin boolean; stdinOnce boolean;
      targetContainerName string; terminationMessagePath string; terminationMessagePolicy string;
      tty boolean; volumeDevices []VolumeDevice @devicePath;
      volumeMounts []VolumeMount @mountPath; workingDir string
    EphemeralVolumeSource: volumeClaimTemplate PersistentVolumeClaimTemplate
    EventSeries: count integer(int32); lastObservedTime MicroTime
    EventSource: component string; host string
    ExecAction: command []string
    ExternalMetricSource: metric MetricIdentifier!; target MetricTarget!
    ExternalMetricStatus: current MetricValueStatus!; metric MetricIdentifier!
    FCVolumeSource: fsType string; lun integer(int32); readOnly boolean; targetWWNs []string;
      wwids []string
    FieldsV1 :
    FileKeySelector: key string!; optional boolean; path string!; volumeName string!
    FlexPersistentVolumeSource: driver string!; fsType string; options map[string]string;
      readOnly boolean; secretRef SecretReference
    FlexVolumeSource: driver string!; fsType string; options map[string]string; readOnly boolean;
      secretRef LocalObjectReference
    FlockerVolumeSource: datasetName string; datasetUUID string
    ForNode: name string!
    ForZone: name string!
    GCEPersistentDiskVolumeSource: fsType string; partition integer(int32); pdName string!;
      readOnly boolean
    GRPCAction: port integer(int32)!; service string
    GitRepoVolumeSource: directory string; repository string!; revision string
    GlusterfsPersistentVolumeSource: endpoints string!; endpointsNamespace string; path string!;
      readOnly boolean
    GlusterfsVolumeSource: endpoints string!; path string!; readOnly boolean
    HPAScalingPolicy: periodSeconds integer(int32)!; type string!; value integer(int32)!
    HPAScalingRules: policies []HPAScalingPolicy; selectPolicy string;
      stabilizationWindowSeconds integer(int32); tolerance Quantity
    HTTPGetAction: host string; httpHeaders []HTTPHeader; path string; port IntOrString!;
      scheme string
    HTTPHeader: name string!; value string!
    HTTPIngressPath: backend IngressBackend!; path string; pathType string!
    HTTPIngressRuleValue: paths []HTTPIngressPath!
    HorizontalPodAutoscalerBehavior: scaleDown HPAScalingRules; scaleUp HPAScalingRules
    HorizontalPodAutoscalerCondition: lastTransitionTime Time; message string; reason string;
      status string!; type string!
    HorizontalPodAutoscalerSpec: behavior HorizontalPodAutoscalerBehavior;
      maxReplicas integer(int32)!; metrics []MetricSpec; minReplicas integer(int32);
      scaleTargetRef CrossVersionObjectReference!
    HorizontalPodAutoscalerStatus: conditions []HorizontalPodAutoscalerCondition @type;
      currentMetrics []MetricStatus; currentReplicas integer(int32);
      desiredReplicas integer(int32)!; lastScaleTime Time; observedGeneration integer(int64)
    HostAlias: hostnames []string; ip string!
    HostIP: ip string!
    HostPathVolumeSource: path string!; type string
    IPBlock: cidr string!; except []string
    ISCSIPersistentVolumeSource: chapAuthDiscovery boolean; chapAuthSession boolean;
      fsType string; initiatorName string; iqn string!; iscsiInterface string;
      lun integer(int32)!; portals []string; readOnly boolean; secretRef SecretReference;
      targetPortal string!
    ISCSIVolumeSource: chapAuthDiscovery boolean; chapAuthSession boolean; fsType string;
      initiatorName string; iqn string!; iscsiInterface string; lun integer(int32)!;
      portals []string; readOnly boolean; secretRef LocalObjectReference; targetPortal string!
    ImageVolumeSource: pullPolicy string; reference string
    ImageVolumeStatus: imageRef string!
    IngressBackend: resource TypedLocalObjectReference; service IngressServiceBackend
    IngressClassParametersReference: apiGroup string; kind string!; name string!;
      namespace string; scope string
    IngressClassSpec: controller string; parameters IngressClassParametersReference
    IngressLoadBalancerIngress: hostname string; ip string; ports []IngressPortStatus
    IngressLoadBalancerStatus: ingress []IngressLoadBalancerIngress
    IngressPortStatus: error string; port integer(int32)!; protocol string!
    IngressRule: host string; http HTTPIngressRuleValue
    IngressServiceBackend: name string!; port ServiceBackendPort
    IngressSpec: defaultBackend IngressBackend; ingressClassName string; rules []IngressRule;
      tls []IngressTLS
    IngressStatus: loadBalancer IngressLoadBalancerStatus
    IngressTLS: hosts []string; secretName string
    IntOrString :
    JobCondition: lastProbeTime Time; lastTransitionTime Time; message string; reason string;
      status string!; type string!
    JobSpec: activeDeadlineSeconds integer(int64); backoffLimit integer(int32);
      backoffLimitPerIndex integer(int32); completionMode string; completions integer(int32);
      managedBy string; manualSelector boolean; maxFailedIndexes integer(int32);
      parallelism integer(int32); podFailurePolicy PodFailurePolicy; podReplacementPolicy string;
      selector LabelSelector; successPolicy SuccessPolicy; suspend boolean;
      template PodTemplateSpec!; ttlSecondsAfterFinished integer(int32)
    JobStatus: active integer(int32); completedIndexes string; completionTime Time;
      conditions []JobCondition @type; failed integer(int32); failedIndexes string;
      ready integer(int32); startTime Time; succeeded integer(int32); terminating integer(int32);
      uncountedTerminatedPods UncountedTerminatedPods
    JobTemplateSpec: metadata ObjectMeta; spec JobSpec
    KeyToPath: key string!; mode integer(int32); path string!
    LabelSelector: matchExpressions []LabelSelectorRequirement; matchLabels map[string]string
    LabelSelectorRequirement: key string!; operator string!; values []string
    LeaseSpec: acquireTime MicroTime; holderIdentity string; leaseDurationSeconds integer(int32);
      leaseTransitions integer(int32); preferredHolder string; renewTime MicroTime;
      strategy string
    Lifecycle: postStart LifecycleHandler; preStop LifecycleHandler; stopSignal string
    LifecycleHandler: exec ExecAction; httpGet HTTPGetAction; sleep SleepAction;
      tcpSocket TCPSocketAction?
    LimitRangeItem: default map[string]Quantity; defaultRequest map[string]Quantity;
      max map[string]Quantity; maxLimitRequestRatio map[string]Quantity; min map[string]Quantity;
      type string!
    LimitRangeSpec: limits []LimitRangeItem!
    LinuxContainerUser: gid integer(int64)!; supplementalGroups []integer(int64);
      uid integer(int64)!
    LoadBalancerIngress: hostname string; ip string; ipMode string; ports []PortStatus
    LoadBalancerStatus: ingress []LoadBalancerIngress
    LocalObjectReference: name string
    LocalVolumeSource: fsType string; path string!
    ManagedFieldsEntry: apiVersion string; fieldsType string; fieldsV1 FieldsV1; manager string;
      operation string; subresource string; time Time
    MetricIdentifier: name string!; selector LabelSelector
    MetricSpec: containerResource ContainerResourceMetricSource; external ExternalMetricSource;
      object ObjectMetricSource; pods PodsMetricSource; resource ResourceMetricSource;
      type string!
    MetricStatus: containerResource ContainerResourceMetricStatus; external ExternalMetricStatus;
      object ObjectMetricStatus; pods PodsMetricStatus; resource ResourceMetricStatus;
      type string!
    MetricTarget: averageUtilization integer(int32); averageValue Quantity; type string!;
      value Quantity
    MetricValueStatus: averageUtilization integer(int32); averageValue Quantity; value Quantity
    MicroTime :
    ModifyVolumeStatus: status string!; targetVolumeAttributesClassName string
    NFSVolumeSource: path string!; readOnly boolean; server string!
    NamespaceCondition: lastTransitionTime Time; message string; reason string; status string!;
      type string!
    NamespaceSpec: finalizers []string
    NamespaceStatus: conditions []NamespaceCondition @type; phase string
    NetworkPolicyEgressRule: ports []NetworkPolicyPort; to []NetworkPolicyPeer
    NetworkPolicyIngressRule: from []NetworkPolicyPeer; ports []NetworkPolicyPort
    NetworkPolicyPeer: ipBlock IPBlock; namespaceSelector LabelSelector; podSelector LabelSelector
    NetworkPolicyPort: endPort integer(int32); port IntOrString; protocol string
    NetworkPolicySpec: egress []NetworkPolicyEgressRule; ingress []NetworkPolicyIngressRule;
      podSelector LabelSelector; policyTypes []string
    NodeAddress: address string!; type string!
    NodeAffinity: preferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm;
      requiredDuringSchedulingIgnoredDuringExecution NodeSelector
    NodeAllocatableResourceClaimStatus: containers []string; resourceClaimName string!;
      resources map[string]Quantity!
    NodeCondition: lastHeartbeatTime Time; lastTransitionTime Time; message string; reason string;
      status string!; type string!
    NodeConfigSource: configMap ConfigMapNodeConfigSource
    NodeConfigStatus: active NodeConfigSource; assigned NodeConfigSource; error string;
      lastKnownGood NodeConfigSource
    NodeDaemonEndpoints: kubeletEndpoint DaemonEndpoint
    NodeFeatures: supplementalGroupsPolicy boolean
    NodeRuntimeHandler: features NodeRuntimeHandlerFeatures; name string
    NodeRuntimeHandlerFeatures: recursiveReadOnlyMounts boolean; userNamespaces boolean
    NodeSelector: nodeSelectorTerms []NodeSelectorTerm!
    NodeSelectorRequirement: key string!; operator string!; values []string
    NodeSelectorTerm: matchExpressions []NodeSelectorRequirement;
      matchFields []NodeSelectorRequirement
    NodeSpec: configSource NodeConfigSource?; externalID string?; podCIDR string;
      podCIDRs []string @; providerID string; taints []Taint; unschedulable boolean
    NodeStatus: addresses []NodeAddress @type; allocatable map[string]Quantity;
      capacity map[string]Quantity; conditions []NodeCondition @type; config NodeConfigStatus;
      daemonEndpoints NodeDaemonEndpoints; declaredFeatures []string; features NodeFeatures;
      images []ContainerImage; nodeInfo NodeSystemInfo; phase string;
      runtimeHandlers []NodeRuntimeHandler; volumesAttached []AttachedVolume;
      volumesInUse []string
    NodeSwapStatus: capacity integer(int64)
    NodeSystemInfo: architecture string!; bootID string!; containerRuntimeVersion string!;
      kernelVersion string!; kubeProxyVersion string!?; kubeletVersion string!; machineID string!;
      operatingSystem string!; osImage string!; swap NodeSwapStatus; systemUUID string!
    ObjectFieldSelector: apiVersion string; fieldPath string!
    ObjectMeta: annotations map[string]string; creationTimestamp Time;
      deletionGracePeriodSeconds integer(int64); deletionTimestamp Time; finalizers []string @;
      generateName string; generation integer(int64); labels map[string]string;
      managedFields []ManagedFieldsEntry; name string; namespace string;
      ownerReferences []OwnerReference @uid; resourceVersion string; selfLink string?; uid string
    ObjectMetricSource: describedObject CrossVersionObjectReference!; metric MetricIdentifier!;
      target MetricTarget!
    ObjectMetricStatus: current MetricValueStatus!; describedObject CrossVersionObjectReference!;
      metric MetricIdentifier!
    """
}
