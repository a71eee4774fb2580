extension SchemaText {
  /// Types to do with as whom and with which rights containers run.
  static var security: String {
    #"""
    PodFSGroupChangePolicy = Always OnRootMismatch
    PodSELinuxChangePolicy = MountOption Recursive
    SupplementalGroupsPolicy = Merge Strict
    PodSecurityContext
        The rights of a pod's containers: users, groups, SELinux, seccomp. What a container sets
        itself wins, except for the fields that only exist here, such as fsGroup.
      appArmorProfile AppArmorProfile
        The AppArmor profile for all containers of the pod. Left out, the container runtime's own.
      fsGroup integer(int64)
        A group that gets the pod's volumes: files are handed to it and made writable for it, and
        all processes belong to it. Left out, owners stay as they are. Not for hostPath or NFS.
      fsGroupChangePolicy string enum=PodFSGroupChangePolicy
        Always (the default) hands over every file at each start, which takes long on big volumes;
        OnRootMismatch only if the top folder does not fit yet.
      runAsGroup integer(int64)
        The number of the main group of the pod's processes. Left out, the image's.
      runAsNonRoot boolean
        With true no container of the pod may start as user 0; the kubelet checks and holds it back
        with CreateContainerConfigError. It does not itself choose a user.
      runAsUser integer(int64)
        The number of the user that the pod's processes run as. Left out, the USER of each image.
      seLinuxChangePolicy string words=PodSELinuxChangePolicy
        How volumes get the pod's SELinux label: MountOption by one option of the mount, fast;
        Recursive by relabelling each file. Left out, MountOption for ReadWriteOncePod volumes and
        Recursive for the others.
      seLinuxOptions SELinuxOptions
        The SELinux label of all containers and of the pod's volumes. Left out, the runtime chooses
        one for each container.
      seccompProfile SeccompProfile
        Which system calls the pod's containers may use. The Pod Security level restricted wants
        RuntimeDefault or Localhost.
      supplementalGroups []integer(int64) list=atomic
        Further groups that the first process of each container belongs to, besides its main group
        and fsGroup.
      supplementalGroupsPolicy string enum=SupplementalGroupsPolicy
        Merge (the default) adds the groups that the image's /etc/group gives the user; Strict takes
        only those named in the pod. Strict needs a node whose runtime knows it.
      sysctls []Sysctl list=atomic
        Kernel settings for the pod. Only a short list is safe; others must be allowed on the
        kubelet, else the pod fails with SysctlForbidden.
      windowsOptions WindowsSecurityContextOptions
        Settings for all containers of a pod on Windows. Must not be set when the pod's os is linux.
    ProcMountType = Default Unmasked
    SecurityContext
        The rights of one container: its user, its capabilities, what it may write. Where the pod's
        securityContext has the same field, this one wins.
      allowPrivilegeEscalation boolean
        Whether a process can get more rights than its parent, as with sudo. False sets the kernel's
        no_new_privs. True unless set; false together with privileged is refused. The Pod Security
        level restricted requires false.
      appArmorProfile AppArmorProfile
        The AppArmor profile the container runs under. Left out, the pod's counts, and then the
        runtime's own.
      capabilities Capabilities
        Linux capabilities to add to or drop from those that the runtime gives. The Pod Security
        level restricted wants ALL dropped.
      privileged boolean
        Whether the container has nearly all rights of root on the node, devices included. False
        unless set; the Pod Security level baseline forbids true.
      procMount string enum=ProcMountType
        How /proc is mounted. Default hides and write-protects dangerous parts; Unmasked shows all
        and needs hostUsers false in the pod.
      readOnlyRootFilesystem boolean
        Whether the container's own files cannot be written; false unless set. Programs that write,
        say to /tmp, then need a volume there.
      runAsGroup integer(int64)
        The number of the main group of the container's first process. Left out, the pod's, and then
        the image's.
      runAsNonRoot boolean
        With true the kubelet refuses to start the container as user 0. It must know the number: an
        image whose USER is a name fails too (CreateContainerConfigError) unless runAsUser is set.
      runAsUser integer(int64)
        The number of the user that the container's first process runs as. Left out, the pod's, and
        then the image's USER. Files in the image keep their owners.
      seLinuxOptions SELinuxOptions
        The SELinux label of the container. Left out, the pod's, and then one the runtime chooses.
        Only counts on nodes with SELinux.
      seccompProfile SeccompProfile
        Which system calls are allowed. Left out, the pod's, and then none is blocked (Unconfined)
        unless the kubelet has another default.
      windowsOptions WindowsSecurityContextOptions
        Settings for a container on a Windows node. Must not be set when the pod's os is linux.
    Capabilities
        Linux capabilities taken from or given to a container, beside the runtime's usual set.
      add []string list=atomic
        Capabilities to give, without the CAP_ prefix: NET_ADMIN, SYS_TIME, or ALL. Pod Security
        restricted allows only NET_BIND_SERVICE here.
      drop []string list=atomic
        Capabilities to take away from the runtime's default set; ALL takes every one. Good
        practice, and demanded by Pod Security restricted, is dropping ALL and adding back what is
        needed.
    SELinuxOptions
        The parts of an SELinux label, user:role:type:level. Parts left out are filled in by the
        runtime.
      level string
        The level part, such as s0:c123,c456. Its categories keep containers apart.
      role string
        The role part of the label, usually system_r.
      type string
        The type part, such as container_t; it decides what the process may do.
      user string
        The SELinux user part of the label, usually system_u; it is not a user of the container.
    SeccompProfileType = Localhost RuntimeDefault Unconfined
    SeccompProfile
        Which system calls a container may use; others fail or kill the process, as the profile
        says.
      localhostProfile string
        A file with the profile, below the kubelet's folder for seccomp on the node. Only, and
        necessarily, with the type Localhost.
      type string required enum=SeccompProfileType
        RuntimeDefault: the container runtime's own list; Localhost: a file on the node; Unconfined:
        everything is allowed.
    AppArmorProfileType = Localhost RuntimeDefault Unconfined
    AppArmorProfile
        Which AppArmor profile confines the processes, on nodes whose kernel has AppArmor.
      localhostProfile string
        Name of a profile already loaded on the node. Must be set with type Localhost and only then;
        if the node lacks it, the container cannot be created there.
      type string required enum=AppArmorProfileType
        RuntimeDefault uses the container runtime's profile, Localhost the one named in
        localhostProfile, Unconfined none.
    WindowsSecurityContextOptions
        Rights of containers on Windows nodes; nothing here counts on Linux.
      gmsaCredentialSpec string
        The text of the group-managed service account to use; an admission webhook fills it in from
        gmsaCredentialSpecName.
      gmsaCredentialSpecName string
        The GMSACredentialSpec object that describes the group-managed service account.
      hostProcess boolean
        Whether the containers run as processes of the Windows node itself. All containers of a pod
        must agree, and hostNetwork must be true.
      runAsUserName string
        The Windows user for the container's program, such as ContainerUser. Left out, the image's.
    Sysctl
        One kernel setting for a pod, which holds for all its containers.
      name string required
        The setting, such as net.ipv4.tcp_syncookies. It must be one that the pod's own namespaces
        have; dots or slashes may be used.
      value string required
        The value to set. It is text, so a number needs quotes in YAML.
    """#
  }
}
