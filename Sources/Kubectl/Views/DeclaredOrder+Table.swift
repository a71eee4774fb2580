extension DeclaredOrder {
  /// The fields of types in the order in which Go declares them: `Type: field field …`, longer
  /// lines going on indented. What is not described elsewhere is named by the way to it.
  static let table = """
    AWSElasticBlockStoreVolumeSource: volumeID fsType partition readOnly
    AppArmorProfile: type localhostProfile
    AzureDiskVolumeSource: diskName diskURI cachingMode fsType readOnly kind
    AzureFileVolumeSource: secretName shareName readOnly
    CSIVolumeSource: driver readOnly fsType volumeAttributes nodePublishSecretRef
    CephFSVolumeSource: monitors path user secretFile secretRef readOnly
    CinderVolumeSource: volumeID fsType readOnly secretRef
    ClusterRole: kind apiVersion metadata rules aggregationRule
    ClusterRoleBinding: kind apiVersion metadata subjects roleRef
    ClusterTrustBundleProjection: name signerName labelSelector optional path
    Condition: type status observedGeneration lastTransitionTime reason message
    Config: kind apiVersion clusters users contexts current-context
    Config.clusters: name cluster
    Config.clusters.cluster: server tls-server-name insecure-skip-tls-verify certificate-authority
      certificate-authority-data proxy-url disable-compression
    Config.contexts: name context
    Config.contexts.context: cluster user namespace
    Config.users: name user
    Config.users.user: client-certificate client-certificate-data client-key client-key-data token
      tokenFile username password exec
    ConfigMap: kind apiVersion metadata immutable data binaryData
    ConfigMapKeySelector: name key optional
    ConfigMapProjection: name items optional
    ConfigMapVolumeSource: name items defaultMode optional
    Container: name image command args workingDir ports envFrom env resources resizePolicy
      restartPolicy restartPolicyRules volumeMounts volumeDevices livenessProbe readinessProbe
      startupProbe lifecycle terminationMessagePath terminationMessagePolicy imagePullPolicy
      securityContext stdin stdinOnce tty
    ContainerPort: name hostPort containerPort protocol hostIP
    ContainerState: waiting running terminated
    ContainerStateTerminated: exitCode signal reason message startedAt finishedAt containerID
    ContainerStateWaiting: reason message
    ContainerStatus: name state lastState ready restartCount image imageID containerID started
      allocatedResources resources volumeMounts user allocatedResourcesStatus stopSignal
    CronJob: kind apiVersion metadata spec status
    CronJobSpec: schedule timeZone startingDeadlineSeconds concurrencyPolicy suspend jobTemplate
      successfulJobsHistoryLimit failedJobsHistoryLimit
    CrossVersionObjectReference: kind name apiVersion
    DaemonSet: kind apiVersion metadata spec status
    DaemonSetCondition: type status lastTransitionTime reason message
    DaemonSetSpec: selector template updateStrategy minReadySeconds revisionHistoryLimit
    DaemonSetStatus: currentNumberScheduled numberMisscheduled desiredNumberScheduled numberReady
      observedGeneration updatedNumberScheduled numberAvailable numberUnavailable collisionCount
      conditions
    DaemonSetUpdateStrategy: type rollingUpdate
    Deployment: kind apiVersion metadata spec status
    DeploymentCondition: type status lastUpdateTime lastTransitionTime reason message
    DeploymentSpec: replicas selector template strategy minReadySeconds revisionHistoryLimit
      paused progressDeadlineSeconds
    DeploymentStatus: observedGeneration replicas updatedReplicas readyReplicas availableReplicas
      unavailableReplicas terminatingReplicas conditions collisionCount
    DeploymentStrategy: type rollingUpdate
    DownwardAPIVolumeFile: path fieldRef resourceFieldRef mode
    DownwardAPIVolumeSource: items defaultMode
    EnvFromSource: prefix configMapRef secretRef
    EnvVarSource: fieldRef resourceFieldRef configMapKeyRef secretKeyRef fileKeyRef
    EphemeralContainer: name image command args workingDir ports envFrom env resources
      resizePolicy restartPolicy restartPolicyRules volumeMounts volumeDevices livenessProbe
      readinessProbe startupProbe lifecycle terminationMessagePath terminationMessagePolicy
      imagePullPolicy securityContext stdin stdinOnce tty targetContainerName
    Event: kind apiVersion metadata involvedObject reason message source firstTimestamp
      lastTimestamp count type eventTime series action related reportingComponent
      reportingInstance
    EventList: kind apiVersion metadata items
    FCVolumeSource: targetWWNs lun fsType readOnly wwids
    FileKeySelector: volumeName path key optional
    FlexVolumeSource: driver fsType secretRef readOnly options
    GCEPersistentDiskVolumeSource: pdName fsType partition readOnly
    GitRepoVolumeSource: repository revision directory
    HPAScalingPolicy: type value periodSeconds
    HPAScalingRules: stabilizationWindowSeconds selectPolicy policies tolerance
    HTTPGetAction: path port host scheme httpHeaders
    HTTPIngressPath: path pathType backend
    HorizontalPodAutoscaler: kind apiVersion metadata spec status
    HorizontalPodAutoscalerBehavior: scaleUp scaleDown
    HorizontalPodAutoscalerCondition: type status lastTransitionTime reason message
    HorizontalPodAutoscalerSpec: scaleTargetRef minReplicas maxReplicas metrics behavior
    HorizontalPodAutoscalerStatus: observedGeneration lastScaleTime currentReplicas
      desiredReplicas currentMetrics conditions
    HostAlias: ip hostnames
    ISCSIVolumeSource: targetPortal iqn lun iscsiInterface fsType readOnly portals
      chapAuthDiscovery chapAuthSession secretRef initiatorName
    ImageVolumeSource: reference pullPolicy
    Ingress: kind apiVersion metadata spec status
    IngressBackend: service resource
    IngressLoadBalancerIngress: ip hostname ports
    IngressPortStatus: port protocol error
    IngressSpec: ingressClassName defaultBackend tls rules
    Job: kind apiVersion metadata spec status
    JobCondition: type status lastProbeTime lastTransitionTime reason message
    JobSpec: parallelism completions activeDeadlineSeconds podFailurePolicy successPolicy
      backoffLimit backoffLimitPerIndex maxFailedIndexes selector manualSelector template
      ttlSecondsAfterFinished completionMode suspend podReplacementPolicy managedBy
    JobStatus: conditions startTime completionTime active succeeded failed terminating
      completedIndexes failedIndexes uncountedTerminatedPods ready
    KeyToPath: key path mode
    LabelSelector: matchLabels matchExpressions
    LifecycleHandler: exec httpGet tcpSocket sleep
    LinuxContainerUser: uid gid supplementalGroups
    List: kind apiVersion metadata items
    LoadBalancerIngress: ip hostname ipMode ports
    ManagedFieldsEntry: manager operation apiVersion time fieldsType fieldsV1 subresource
    MetricSpec: type object pods resource containerResource external
    MetricStatus: type object pods resource containerResource external
    MetricTarget: type value averageValue averageUtilization
    MetricValueStatus: value averageValue averageUtilization
    ModifyVolumeStatus: targetVolumeAttributesClassName status
    NFSVolumeSource: server path readOnly
    Namespace: kind apiVersion metadata spec status
    NamespaceCondition: type status lastTransitionTime reason message
    NamespaceStatus: phase conditions
    NodeAffinity: requiredDuringSchedulingIgnoredDuringExecution
      preferredDuringSchedulingIgnoredDuringExecution
    ObjectMeta: name generateName namespace selfLink uid resourceVersion generation
      creationTimestamp deletionTimestamp deletionGracePeriodSeconds labels annotations
      ownerReferences finalizers managedFields
    ObjectReference: kind namespace name uid apiVersion resourceVersion fieldPath
    OwnerReference: apiVersion kind name uid controller blockOwnerDeletion
    PersistentVolumeClaim: kind apiVersion metadata spec status
    PersistentVolumeClaimCondition: type status lastProbeTime lastTransitionTime reason message
    PersistentVolumeClaimSpec: accessModes selector resources volumeName storageClassName
      volumeMode dataSource dataSourceRef volumeAttributesClassName
    PersistentVolumeClaimStatus: phase accessModes capacity conditions allocatedResources
      allocatedResourceStatuses currentVolumeAttributesClassName modifyVolumeStatus
    PhotonPersistentDiskVolumeSource: pdID fsType
    Pod: kind apiVersion metadata spec status
    PodAffinity: requiredDuringSchedulingIgnoredDuringExecution
      preferredDuringSchedulingIgnoredDuringExecution
    PodAffinityTerm: labelSelector namespaces topologyKey namespaceSelector matchLabelKeys
      mismatchLabelKeys
    PodAntiAffinity: requiredDuringSchedulingIgnoredDuringExecution
      preferredDuringSchedulingIgnoredDuringExecution
    PodCondition: type observedGeneration status lastProbeTime lastTransitionTime reason message
    PodDNSConfig: nameservers searches options
    PodDisruptionBudget: kind apiVersion metadata spec status
    PodDisruptionBudgetSpec: minAvailable selector maxUnavailable unhealthyPodEvictionPolicy
    PodDisruptionBudgetStatus: observedGeneration disruptedPods disruptionsAllowed currentHealthy
      desiredHealthy expectedPods conditions
    PodFailurePolicyOnPodConditionsPattern: type status
    PodSecurityContext: seLinuxOptions windowsOptions runAsUser runAsGroup runAsNonRoot
      supplementalGroups supplementalGroupsPolicy fsGroup sysctls fsGroupChangePolicy
      seccompProfile appArmorProfile seLinuxChangePolicy
    PodSpec: volumes initContainers containers ephemeralContainers restartPolicy
      terminationGracePeriodSeconds activeDeadlineSeconds dnsPolicy nodeSelector
      serviceAccountName serviceAccount automountServiceAccountToken nodeName hostNetwork hostPID
      hostIPC shareProcessNamespace securityContext imagePullSecrets hostname subdomain affinity
      schedulerName tolerations hostAliases priorityClassName priority dnsConfig readinessGates
      runtimeClassName enableServiceLinks preemptionPolicy overhead topologySpreadConstraints
      setHostnameAsFQDN os hostUsers schedulingGates resourceClaims resources hostnameOverride
      schedulingGroup
    PodStatus: observedGeneration phase conditions message reason nominatedNodeName hostIP
      hostIPs podIP podIPs startTime initContainerStatuses containerStatuses qosClass
      ephemeralContainerStatuses resize resourceClaimStatuses allocatedResources
      extendedResourceClaimStatus nodeAllocatableResourceClaimStatuses resources
    PolicyRule: verbs apiGroups resources resourceNames nonResourceURLs
    PortStatus: port protocol error
    PortworxVolumeSource: volumeID fsType readOnly
    PreferredSchedulingTerm: weight preference
    PriorityClass: kind apiVersion metadata value globalDefault description preemptionPolicy
    Probe: exec httpGet tcpSocket grpc initialDelaySeconds timeoutSeconds periodSeconds
      successThreshold failureThreshold terminationGracePeriodSeconds
    ProjectedVolumeSource: sources defaultMode
    QuobyteVolumeSource: registry volume readOnly user group tenant
    RBDVolumeSource: monitors image fsType pool user keyring secretRef readOnly
    ReplicaSet: kind apiVersion metadata spec status
    ReplicaSetCondition: type status lastTransitionTime reason message
    ReplicaSetSpec: replicas minReadySeconds selector template
    ReplicaSetStatus: replicas fullyLabeledReplicas readyReplicas availableReplicas
      terminatingReplicas observedGeneration conditions
    ReplicationController: kind apiVersion metadata spec status
    ReplicationControllerCondition: type status lastTransitionTime reason message
    ReplicationControllerSpec: replicas minReadySeconds selector template
    ReplicationControllerStatus: replicas fullyLabeledReplicas readyReplicas availableReplicas
      observedGeneration conditions
    ResourceFieldSelector: containerName resource divisor
    ResourceHealth: resourceID health message
    ResourceMetricStatus: name current
    ResourceQuota: kind apiVersion metadata spec status
    ResourceQuotaSpec: hard scopes scopeSelector
    ResourceRequirements: limits requests claims
    Role: kind apiVersion metadata rules
    RoleBinding: kind apiVersion metadata subjects roleRef
    RollingUpdateDaemonSet: maxUnavailable maxSurge
    RollingUpdateDeployment: maxUnavailable maxSurge
    RollingUpdateStatefulSetStrategy: partition maxUnavailable
    SELinuxOptions: user role type level
    ScaleIOVolumeSource: gateway system secretRef sslEnabled protectionDomain storagePool
      storageMode volumeName fsType readOnly
    ScopedResourceSelectorRequirement: scopeName operator values
    SeccompProfile: type localhostProfile
    Secret: kind apiVersion metadata immutable data stringData type
    SecretKeySelector: name key optional
    SecretProjection: name items optional
    SecretVolumeSource: secretName items defaultMode optional
    SecurityContext: capabilities privileged seLinuxOptions windowsOptions runAsUser runAsGroup
      runAsNonRoot readOnlyRootFilesystem allowPrivilegeEscalation procMount seccompProfile
      appArmorProfile
    SelfSubjectReview: kind apiVersion metadata status
    SelfSubjectReview.status.userInfo: username uid groups extra
    Service: kind apiVersion metadata spec status
    ServiceAccount: kind apiVersion metadata secrets imagePullSecrets
      automountServiceAccountToken
    ServicePort: name protocol appProtocol port targetPort nodePort
    ServiceSpec: ports selector clusterIP clusterIPs type externalIPs sessionAffinity
      loadBalancerIP loadBalancerSourceRanges externalName externalTrafficPolicy
      healthCheckNodePort publishNotReadyAddresses sessionAffinityConfig ipFamilies
      ipFamilyPolicy allocateLoadBalancerNodePorts loadBalancerClass internalTrafficPolicy
      trafficDistribution
    ServiceStatus: loadBalancer conditions
    StatefulSet: kind apiVersion metadata spec status
    StatefulSetCondition: type status lastTransitionTime reason message
    StatefulSetSpec: replicas selector template volumeClaimTemplates serviceName
      podManagementPolicy updateStrategy revisionHistoryLimit minReadySeconds
      persistentVolumeClaimRetentionPolicy ordinals
    StatefulSetStatus: observedGeneration replicas readyReplicas currentReplicas updatedReplicas
      currentRevision updateRevision collisionCount conditions availableReplicas
    StatefulSetUpdateStrategy: type rollingUpdate
    StorageOSVolumeSource: volumeName volumeNamespace fsType readOnly secretRef
    Subject: kind apiGroup name namespace
    SuccessPolicyRule: succeededIndexes succeededCount
    TCPSocketAction: port host
    TokenRequest: kind apiVersion metadata spec status
    TokenRequest.spec: audiences expirationSeconds boundObjectRef
    TokenRequest.spec.boundObjectRef: kind apiVersion name uid
    TokenRequest.status: token expirationTimestamp
    Toleration: key operator value effect tolerationSeconds
    TopologySpreadConstraint: maxSkew topologyKey whenUnsatisfiable labelSelector minDomains
      nodeAffinityPolicy nodeTaintsPolicy matchLabelKeys
    UncountedTerminatedPods: succeeded failed
    Volume: name hostPath emptyDir gcePersistentDisk awsElasticBlockStore gitRepo secret nfs
      iscsi glusterfs persistentVolumeClaim rbd flexVolume cinder cephfs flocker downwardAPI fc
      azureFile configMap vsphereVolume quobyte azureDisk photonPersistentDisk projected
      portworxVolume scaleIO storageos csi ephemeral image
    VolumeDevice: name devicePath
    VolumeMount: name readOnly recursiveReadOnly mountPath subPath mountPropagation subPathExpr
    VolumeMountStatus: name mountPath readOnly recursiveReadOnly volumeStatus
    VolumeProjection: secret downwardAPI configMap serviceAccountToken clusterTrustBundle
      podCertificate
    VsphereVirtualDiskVolumeSource: volumePath fsType storagePolicyName storagePolicyID
    WeightedPodAffinityTerm: weight podAffinityTerm
    WindowsSecurityContextOptions: gmsaCredentialSpecName gmsaCredentialSpec runAsUserName
      hostProcess
    """
}
