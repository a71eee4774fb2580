extension SchemaText {
  /// Types to do with where environment variables come from.
  static var environment: String {
    #"""
    EnvVar
        One environment variable of a container: a name and either a literal value or a source for
        it.
      name string required
        Name of the variable inside the container. Any printable ASCII characters except = are
        allowed; shells still only understand letters, digits and underscores not beginning with a
        digit.
      value string
        Literal text of the variable; default is the empty text. $(OTHER) is replaced by a variable
        defined earlier or by a Service variable; if there is none the text stays as it is. Numbers
        and true must be quoted in YAML.
      valueFrom EnvVarSource
        Takes the value from somewhere else: a ConfigMap, a Secret, a field of the pod, a resource
        figure or a file. Cannot be combined with a non-empty value.
    EnvVarSource
        Where the value of one variable comes from; exactly one of the fields must be set. The value
        is read at container start and does not follow later changes.
      configMapKeyRef ConfigMapKeySelector
        One key of a ConfigMap in the pod's namespace. If it is missing and not optional the
        container waits in CreateContainerConfigError.
      fieldRef ObjectFieldSelector
        A field of the pod itself: metadata.name, metadata.namespace, metadata.uid, one label or
        annotation, spec.nodeName, spec.serviceAccountName, status.hostIP(s) or status.podIP(s).
      fileKeyRef FileKeySelector
        One variable out of a file that another container, usually an init container, wrote into an
        emptyDir volume. Beta in 1.36, on by default.
      resourceFieldRef ResourceFieldSelector
        A request or limit of a container as a number, for example limits.memory in bytes. An unset
        cpu or memory limit gives what the node can allocate.
      secretKeyRef SecretKeySelector
        One key of a Secret in the pod's namespace, already decoded. Everyone who may exec into the
        pod can read the variable.
    EnvFromSource
        Whole ConfigMap or Secret whose keys become environment variables; set exactly one of
        configMapRef and secretRef.
      configMapRef ConfigMapEnvSource
        The ConfigMap whose data keys become variables. Its binaryData is not used.
      prefix string
        Text put in front of every key to form the variable names. Left out, the keys are taken as
        they are.
      secretRef SecretEnvSource
        The Secret whose keys become variables, with decoded values.
    ConfigMapEnvSource
        The ConfigMap all of whose keys are loaded as environment variables.
      name string
        Name of the ConfigMap; it must be in the same namespace as the pod.
      optional boolean
        With true the container starts without these variables when the ConfigMap does not exist.
        Default false: it waits in CreateContainerConfigError until the ConfigMap appears.
    SecretEnvSource
        Takes all keys of a Secret as environment variables.
      name string
        The Secret whose keys become variables, in the pod's namespace. If it is missing the
        container waits with CreateContainerConfigError.
      optional boolean
        Whether the container may start without that Secret; false unless set.
    ConfigMapKeySelector atomic
        One key of one ConfigMap, read into an environment variable.
      key string required
        The entry of data whose value is taken; it must exist unless optional is true.
      name string
        Name of the ConfigMap that holds the key, in the pod's own namespace.
      optional boolean
        With true a missing ConfigMap or key simply leaves the variable unset. Default false: the
        container cannot start without it.
    SecretKeySelector atomic
        Takes the value of one key of a Secret.
      key string required
        The key in the Secret whose decoded value is taken.
      name string
        The Secret that has the key, in the same namespace.
      optional boolean
        Whether the container may start without the Secret or the key, the variable then being left
        out; false unless set.
    FileKeySelector atomic
        One variable from a file in a volume of the pod, written as NAME='value' lines. Beta in
        1.36, on by default.
      key string required
        Name of the variable in the file whose value is taken. It need not equal the name the
        container sees.
      optional boolean
        With true a missing file or key leaves the variable unset. Default false: the container
        cannot start.
      path string required
        Path of the file inside the volume; relative, without '..'. Values in it must stand in
        single quotes.
      volumeName string required
        The emptyDir volume of this pod that holds the file. The reading container need not mount
        it.
    ObjectFieldSelector atomic
        A field of the pod, passed on as a variable or a file.
      apiVersion string default=v1
        The version of the API in which fieldPath is written; v1 unless set.
      fieldPath string required
        The field, such as metadata.name, metadata.labels['app'], spec.nodeName, status.podIP. Only
        a few are possible; volumes can take all labels or annotations, variables cannot.
    ResourceFieldSelector atomic
        A request or limit of a container, passed on as a variable or a file.
      containerName string
        The container to look at. Needed in volumes; in a container's own variables it may be left
        out.
      divisor Quantity default=0
        The unit of the result, such as 1Mi or 1m; 1 (cores or bytes) unless set. Results are
        rounded up, so half a core gives 1.
      resource string required
        Which one: limits.cpu, limits.memory, requests.cpu, requests.ephemeral-storage and so on. A
        limit not set gives what the node has to offer.
    """#
  }
}
