/// The fields of the API server's own types for pods, in their order.
///
/// `s` is a text, `i` a number, `b` a flag; these three have a value even when nobody has set
/// them. `n` is null when it is not set, as are lists (`[]T`) and references (`*T`).
extension InnerForm {
  static let table = """
    PodTemplateSpec: metadata @; Spec PodSpec
    PodSpec: Volumes []Volume; InitContainers []Container; Containers []Container;
      EphemeralContainers []EphemeralContainer; RestartPolicy s; TerminationGracePeriodSeconds n;
      ActiveDeadlineSeconds n; DNSPolicy s; NodeSelector n; ServiceAccountName s;
      AutomountServiceAccountToken n; NodeName s; SecurityContext *PodSecurityContext;
      ImagePullSecrets []Name; Hostname s; Subdomain s; SetHostnameAsFQDN n; Affinity *Affinity;
      SchedulerName s; Tolerations []Toleration; HostAliases []HostAlias; PriorityClassName s;
      Priority n; PreemptionPolicy n; DNSConfig *PodDNSConfig; ReadinessGates []ReadinessGate;
      RuntimeClassName n; Overhead n; EnableServiceLinks n;
      TopologySpreadConstraints []TopologySpreadConstraint; OS *Name; SchedulingGates []Name;
      ResourceClaims []PodResourceClaim; Resources *ResourceRequirements; HostnameOverride n;
      SchedulingGroup n
    PodSecurityContext: HostNetwork b; HostPID b; HostIPC b; ShareProcessNamespace n; HostUsers n;
      SELinuxOptions *SELinuxOptions; WindowsOptions n; RunAsUser n; RunAsGroup n; RunAsNonRoot n;
      SupplementalGroups n; SupplementalGroupsPolicy n; FSGroup n; FSGroupChangePolicy n;
      Sysctls []Pair; SeccompProfile *Profile; AppArmorProfile *Profile; SELinuxChangePolicy n
    SELinuxOptions: User s; Role s; Type s; Level s
    Profile: Type s; LocalhostProfile n
    Pair: Name s; Value s
    Name: Name s
    HostAlias: IP s; Hostnames n
    ReadinessGate: ConditionType s
    PodDNSConfig: Nameservers n; Searches n; Options []Option
    Option: Name s; Value n
    PodResourceClaim: Name s; ResourceClaimName n; ResourceClaimTemplateName n
    ResourceRequirements: Limits n; Requests n; Claims []ResourceClaim
    ResourceClaim: Name s; Request s
    Toleration: Key s; Operator s; Value s; Effect s; TolerationSeconds n
    TopologySpreadConstraint: MaxSkew i; TopologyKey s; WhenUnsatisfiable s; LabelSelector n;
      MinDomains n; NodeAffinityPolicy n; NodeTaintsPolicy n; MatchLabelKeys n
    Affinity: NodeAffinity *NodeAffinity; PodAffinity *PodAffinity; PodAntiAffinity *PodAffinity
    NodeAffinity: RequiredDuringSchedulingIgnoredDuringExecution *NodeSelector;
      PreferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm
    NodeSelector: NodeSelectorTerms []NodeSelectorTerm
    NodeSelectorTerm: MatchExpressions []Requirement; MatchFields []Requirement
    Requirement: Key s; Operator s; Values n
    PreferredSchedulingTerm: Weight i; Preference NodeSelectorTerm
    PodAffinity: RequiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm;
      PreferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm
    PodAffinityTerm: LabelSelector n; Namespaces n; TopologyKey s; NamespaceSelector n;
      MatchLabelKeys n; MismatchLabelKeys n
    WeightedPodAffinityTerm: Weight i; PodAffinityTerm PodAffinityTerm
    Container: Name s; Image s; Command n; Args n; WorkingDir s; Ports []ContainerPort;
      EnvFrom []EnvFromSource; Env []EnvVar; Resources ResourceRequirements;
      ResizePolicy []ResizePolicy; RestartPolicy n; RestartPolicyRules []RestartRule;
      VolumeMounts []VolumeMount; VolumeDevices []VolumeDevice; LivenessProbe *Probe;
      ReadinessProbe *Probe; StartupProbe *Probe; Lifecycle *Lifecycle; TerminationMessagePath s;
      TerminationMessagePolicy s; ImagePullPolicy s; SecurityContext *SecurityContext; Stdin b;
      StdinOnce b; TTY b
    EphemeralContainer: Container <; TargetContainerName s
    ContainerPort: Name s; HostPort i; ContainerPort i; Protocol s; HostIP s
    EnvFromSource: Prefix s; ConfigMapRef *OptionalName; SecretRef *OptionalName
    OptionalName: Name s; Optional n
    EnvVar: Name s; Value s; ValueFrom *EnvVarSource
    EnvVarSource: FieldRef *FieldSelector; ResourceFieldRef *ResourceFieldSelector;
      ConfigMapKeyRef *KeySelector; SecretKeyRef *KeySelector; FileKeyRef *FileKeySelector
    FieldSelector: APIVersion s; FieldPath s
    ResourceFieldSelector: ContainerName s; Resource s; Divisor s
    KeySelector: Name s; Key s; Optional n
    FileKeySelector: VolumeName s; Path s; Key s; Optional n
    ResizePolicy: ResourceName s; RestartPolicy s
    RestartRule: Action s; ExitCodes *ExitCodes
    ExitCodes: Operator s; Values n
    VolumeMount: Name s; ReadOnly b; RecursiveReadOnly n; MountPath s; SubPath s;
      MountPropagation n; SubPathExpr s
    VolumeDevice: Name s; DevicePath s
    Probe: Exec *ExecAction; HTTPGet *HTTPGetAction; TCPSocket *TCPSocketAction; GRPC *GRPCAction;
      InitialDelaySeconds i; TimeoutSeconds i; PeriodSeconds i; SuccessThreshold i;
      FailureThreshold i; TerminationGracePeriodSeconds n
    ExecAction: Command n
    HTTPGetAction: Path s; Port i; Host s; Scheme s; HTTPHeaders []Pair
    TCPSocketAction: Port i; Host s
    GRPCAction: Port i; Service n
    Lifecycle: PostStart *Handler; PreStop *Handler; StopSignal n
    Handler: Exec *ExecAction; HTTPGet *HTTPGetAction; TCPSocket *TCPSocketAction; Sleep *Sleep
    Sleep: Seconds i
    SecurityContext: Capabilities *Capabilities; Privileged n; SELinuxOptions *SELinuxOptions;
      WindowsOptions n; RunAsUser n; RunAsGroup n; RunAsNonRoot n; ReadOnlyRootFilesystem n;
      AllowPrivilegeEscalation n; ProcMount n; SeccompProfile *Profile; AppArmorProfile *Profile
    Capabilities: Add n; Drop n
    Volume: Name s; HostPath *HostPath; EmptyDir *EmptyDir; GCEPersistentDisk n;
      AWSElasticBlockStore n; GitRepo n; Secret *SecretVolume; NFS *NFS; ISCSI n; Glusterfs n;
      PersistentVolumeClaim *Claim; RBD n; Quobyte n; FlexVolume n; Cinder n; CephFS n; Flocker n;
      DownwardAPI *DownwardAPI; FC n; AzureFile n; ConfigMap *ConfigMapVolume; VsphereVolume n;
      AzureDisk n; PhotonPersistentDisk n; Projected *Projected; PortworxVolume n; ScaleIO n;
      StorageOS n; CSI *CSI; Ephemeral n; Image *ImageVolume
    HostPath: Path s; Type n
    EmptyDir: Medium s; SizeLimit n
    SecretVolume: SecretName s; Items []KeyToPath; DefaultMode n; Optional n
    ConfigMapVolume: Name s; Items []KeyToPath; DefaultMode n; Optional n
    KeyToPath: Key s; Path s; Mode n
    NFS: Server s; Path s; ReadOnly b
    Claim: ClaimName s; ReadOnly b
    CSI: Driver s; ReadOnly n; FSType n; VolumeAttributes n; NodePublishSecretRef *Name
    ImageVolume: Reference s; PullPolicy s
    DownwardAPI: Items []DownwardFile; DefaultMode n
    DownwardFile: Path s; FieldRef *FieldSelector; ResourceFieldRef *ResourceFieldSelector; Mode n
    Projected: Sources []Projection; DefaultMode n
    Projection: Secret *SecretProjection; DownwardAPI *DownwardProjection;
      ConfigMap *SecretProjection; ServiceAccountToken *Token; ClusterTrustBundle n;
      PodCertificate n
    SecretProjection: Name s; Items []KeyToPath; Optional n
    DownwardProjection: Items []DownwardFile
    Token: Audience s; ExpirationSeconds n; Path s
    """
}
