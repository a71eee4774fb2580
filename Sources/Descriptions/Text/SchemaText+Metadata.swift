extension SchemaText {
  /// Types to do with what every object carries, and how objects name each other.
  static var metadata: String {
    #"""
    ObjectMeta
        What every object carries besides its own contents: name, namespace, labels, owners and its
        dates. The API server fills in most of it.
      annotations map[string]string
        Free notes for tools and people, as keys and texts of up to 256 KiB in all. Nothing can be
        selected by them; use labels for that.
      creationTimestamp Time
        When the object was created, by the API server's clock, in UTC. AGE in kubectl get counts
        from here; it cannot be set.
      deletionGracePeriodSeconds integer(int64)
        Seconds the object has to end in peace after a deletion; set together with
        deletionTimestamp. A later deletion can shorten it but not make it longer.
      deletionTimestamp Time
        When the object is to be gone; set by the API server on deletion and never taken back. While
        it is set, pods show Terminating and finalizers may still hold the object.
      finalizers []string list=set patch=merge
        Names of jobs to be done before the object may go. A deletion waits until the list is empty;
        if the program that should strike its name is gone, the object stays Terminating.
      generateName string
        A beginning of a name: the API server adds five random characters when name is left out.
        Works with kubectl create, not with apply.
      generation integer(int64)
        Counts changes of what is wanted (spec), not of status. A controller that writes the same
        number to status.observedGeneration has seen the newest spec. Not all kinds count.
      labels map[string]string
        Keys and values (63 characters each, keys may have a prefix) to select objects by: Services,
        ReplicaSets, affinity and kubectl get -l all work with them. Changing a pod's labels can
        take it away from its owner or Service.
      managedFields []ManagedFieldsEntry list=atomic
        Who set which field when; kept by the API server for server-side apply and its conflicts.
        Hidden by kubectl get unless --show-managed-fields is given.
      name string
        The name of the object, unique for its kind within its namespace, and never changed.
        Lower-case letters, digits, - and (for most kinds) dots, at most 253 characters, for some
        kinds 63.
      namespace string
        The namespace that the object lives in; default unless given. Empty for nodes, persistent
        volumes and other kinds of the whole cluster. It cannot be changed.
      ownerReferences []OwnerReference list=map keys=uid patch=merge mergeKey=uid
        The objects that this one belongs to. When all of them are gone the garbage collector
        deletes this one too. An owner must be in the same namespace or belong to the whole cluster.
      resourceVersion string
        A mark of this version of the object, new with every write. A change sent with an old one is
        refused with a conflict. Compare it only for equality.
      selfLink string deprecated
        Once the address of the object in the API. No longer filled in since 1.20.
      uid string
        A random identity for this very object, for all time. Delete it and create one of the same
        name, and the uid is a new one; that is how owners tell them apart.
    OwnerReference atomic
        The owner of an object, with whose end it ends too.
      apiVersion string required
        The group and version of the owner, such as apps/v1.
      blockOwnerDeletion boolean
        With true the owner, when deleted in the foreground, waits until this object is gone.
      controller boolean
        Whether this owner manages the object, as a ReplicaSet does its pods. At most one owner may.
      kind string required
        The kind of the owner, such as ReplicaSet.
      name string required
        The name of the owner, in the same namespace or without one.
      uid string required
        The uid of the owner. If only an object of the same name with another uid exists, the owner
        counts as gone.
    ManagedFieldsEntry
        Which fields one manager has set, and when.
      apiVersion string
        The version of the object in which the field names are written.
      fieldsType string
        The way fieldsV1 is written; always FieldsV1.
      fieldsV1 FieldsV1
        The fields themselves, as a tree of f: (field), k: (list entry by key) and v: (value) names.
      manager string
        Who set them, such as kubectl-client-side-apply or kube-controller-manager.
      operation string
        Apply for server-side apply, which fights over conflicts; Update for every other way of
        writing.
      subresource string
        Through which part of the object it was written, such as status; empty for the object
        itself.
      time Time
        When the manager last changed what it owns.
    FieldsV1 form=object
        The set of fields one manager owns, as a tree: f:NAME is a field, k:{...} a list entry by
        its key, v:VALUE a list entry by its value, i:NUMBER one by position, '.' the thing itself.
        Written by the API server in managedFields; not for editing.
    LabelSelector atomic
        Chooses objects by their labels; all demands must be met. An empty one chooses everything,
        one left out mostly nothing.
      matchExpressions []LabelSelectorRequirement list=atomic
        Demands with an operator, added to those of matchLabels.
      matchLabels map[string]string
        Labels that the object must all have, with exactly these values.
    LabelSelectorOperator = In NotIn Exists DoesNotExist
    LabelSelectorRequirement
        One demand on a label of an object.
      key string required
        The key of the label that is looked at, such as app.
      operator string required words=LabelSelectorOperator
        In: has one of values; NotIn: has none of them, or not the key at all; Exists: has the key;
        DoesNotExist: does not have it.
      values []string list=atomic
        The values for In and NotIn, at least one. Must be left out for Exists and DoesNotExist.
    ConditionStatus = True False Unknown
    Condition
        One observed fact about an object, in the common form of newer kinds such as
        PodDisruptionBudget and Service.
      lastTransitionTime Time required
        When status last changed. Renewing reason or message does not move it.
      message string required
        Explanation for people, at most 32768 bytes; may be empty.
      observedGeneration integer(int64)
        The object's metadata.generation the finding refers to. If it is behind the current one, the
        condition is out of date.
      reason string required
        One word in CamelCase, at most 1024 characters, that programs can tell the cause by; must
        not be empty.
      status string required words=ConditionStatus
        True, False or Unknown, as to whether the statement in type holds. Unknown means the
        controller could not tell.
      type string required
        The statement the condition makes, such as DisruptionAllowed; one entry per type in a list.
    ObjectReference atomic
        Points to some object. Which fields count depends on where it stands; often only some are
        filled in.
      apiVersion string
        The group and version of the object that is meant, such as apps/v1.
      fieldPath string
        A part of the object, such as spec.containers{web} in events about a container.
      kind string
        The kind of the object that is meant, such as Pod.
      name string
        The name of the object that is meant.
      namespace string
        The namespace of the object that is meant; empty for kinds without one.
      resourceVersion string
        The version of the object when the reference was written, if that matters.
      uid string
        The uid of the object, so that a later one of the same name is not taken for it.
    LocalObjectReference atomic
        Points to an object of the same namespace; which kind, the field says.
      name string
        The name of the object in the same namespace, for imagePullSecrets and the like that of a
        Secret.
    TypedLocalObjectReference atomic
        Points to an object of any kind in the same namespace.
      apiGroup string
        The API group of the kind, without version; empty for the core group.
      kind string required
        The kind meant, such as VolumeSnapshot or PersistentVolumeClaim.
      name string required
        The name of the object of that kind, in the same namespace.
    TypedObjectReference
        Points to the object that a new volume is filled from.
      apiGroup string
        The API group of the source's kind, such as snapshot.storage.k8s.io; empty for the core
        group.
      kind string required
        The source's kind, such as VolumeSnapshot or PersistentVolumeClaim.
      name string required
        The name of the object to fill the volume from.
      namespace string
        The namespace of the source. Needs the feature gate CrossNamespaceVolumeDataSource, off in
        1.36; leave it out for the claim's own namespace.
    SecretReference atomic
        Points to a Secret in some namespace; used by persistent volumes, which have no namespace of
        their own.
      name string
        The name of the Secret that is pointed to.
      namespace string
        The namespace of that Secret; needed because the object that points to it belongs to no
        namespace.
    CrossVersionObjectReference
        Points at the object an autoscaler acts on or measures, in the autoscaler's namespace.
      apiVersion string
        API group and version of the object, such as apps/v1. Write it for anything outside the core
        group, or the object is not found.
      kind string required
        Kind of the object, such as Deployment. As a scale target it must have a scale subresource.
      name string required
        The name of the object, which must lie in the same namespace as the autoscaler.
    DeletionPropagation = Background Foreground Orphan
    DeleteOptions
        What to mind when deleting an object; kubectl delete fills it from its flags.
      apiVersion string
        API version of the options themselves, usually v1; not that of the object to delete.
      dryRun []string list=atomic
        With All the deletion is checked and answered but not carried out, as with --dry-run=server.
        All is the only value.
      gracePeriodSeconds integer(int64)
        Seconds the object gets to shut down. Left out, the kind's own value counts, for a pod its
        terminationGracePeriodSeconds. 0 removes a pod from the API at once, while its processes may
        still run on the node.
      ignoreStoreReadErrorWithClusterBreakingPotential boolean
        Deletes an object that can no longer be read from storage, skipping finalizers and all other
        care. Needs a gate that is off by default and a permission of its own; a last resort.
      kind string
        Always DeleteOptions when given; it names this set of options, not the kind being deleted.
      orphanDependents boolean deprecated
        Old form of propagationPolicy: true leaves dependents in place. Deprecated; the two cannot
        be set together.
      preconditions Preconditions
        UID or version the object must have, else the deletion is refused with a conflict. Guards
        against deleting a namesake made in between.
      propagationPolicy string words=DeletionPropagation
        What happens to objects owned by the deleted one: Background removes the owner now and them
        afterwards, Foreground removes them first, Orphan keeps them. kubectl asks for Background; a
        bare API call orphans the pods of Jobs and ReplicationControllers.
    Preconditions
        What must hold for a deletion to be carried out; otherwise it is refused with a conflict.
      resourceVersion string
        The version that the object must still have.
      uid string
        The uid that the object must have, so that no successor of the same name is hit.
    Time form=string(date-time)
        A moment in UTC with whole seconds, such as 2026-01-01T12:00:00Z.
    MicroTime form=string(date-time)
        A moment in UTC with microseconds, such as 2026-01-01T12:00:00.000000Z.
    Quantity form=string
        An amount with a unit: 500m is half, 1Ki is 1024, 1k is 1000; Mi, Gi, M and G follow.
        Beware: 128m of memory is a fraction of a byte, not 128 megabytes.
    IntOrString form=string(int-or-string)
        A whole number, or a text: a share such as 25%, or the name of a port. In YAML write 80 for
        the number: in quotes it would be taken for a name.
    RawExtension form=object
        Any object whole, of a kind that this field does not prescribe.
    """#
  }
}
