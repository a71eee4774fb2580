extension SchemaText {
  /// Types to do with deployments and the replica sets below them.
  static var deployments: String {
    #"""
    Deployment kind=apps/v1
        Keeps a number of identical stateless pods running and replaces them step by step when the
        template changes. It works through ReplicaSets, one for each version of the template, which
        also makes rollback possible.
      apiVersion string
        apps/v1. Manifests for extensions/v1beta1 or apps/v1beta1 are refused since 1.16.
      kind string
        Deployment, or deploy for short in kubectl.
      metadata ObjectMeta
        Name from which those of the ReplicaSets and pods are made, and labels of the Deployment
        itself; the annotation kubernetes.io/change-cause fills a column of rollout history.
      spec DeploymentSpec
        The wanted number of pods, their template, and how a change of the template is rolled out.
      status DeploymentStatus
        Counts of pods and conditions as the Deployment controller last saw them; compare
        observedGeneration with metadata.generation to know whether they are current.
    DeploymentSpec
        What a Deployment should run and how it moves from one version to the next.
      minReadySeconds integer(int32)
        Seconds a new pod must stay Ready without a container crashing before it counts as available
        and the rollout goes on. Default 0: available as soon as it is Ready.
      paused boolean
        With true changes of the template are stored but not rolled out; scaling still works.
        Default false. kubectl rollout pause and resume set it; the progress deadline does not run
        meanwhile.
      progressDeadlineSeconds integer(int32) default=600
        Seconds without any progress after which the Progressing condition turns False with reason
        ProgressDeadlineExceeded. Default 600; must exceed minReadySeconds. The controller only
        reports, it does not roll back, and it goes on trying.
      replicas integer(int32) default=1
        Number of pods wanted; default 1, 0 stops them all. Leave it out of the manifest when a
        HorizontalPodAutoscaler sets it, or every apply will reset it.
      revisionHistoryLimit integer(int32) default=10
        How many old ReplicaSets, scaled to 0, are kept for rollback. Default 10; with 0 nothing is
        left to undo to.
      selector LabelSelector required
        Which pods belong to this Deployment. It must match the labels of template and cannot be
        changed after creation; it must not overlap with another controller's selector.
      strategy DeploymentStrategy patch=retainKeys
        How pods of the old version give way to new ones: RollingUpdate (default) or Recreate.
      template PodTemplateSpec required
        The pod to run. Any change in it starts a rollout with a new ReplicaSet; its restartPolicy
        can only be Always.
    DeploymentStrategyType = Recreate RollingUpdate
    DeploymentStrategy
        How a Deployment replaces old pods by new ones.
      rollingUpdate RollingUpdateDeployment
        How many pods may be missing and how many may be extra during a rolling update. Allowed only
        with type RollingUpdate; left out, both are 25%.
      type string enum=DeploymentStrategyType default=RollingUpdate
        RollingUpdate (default) swaps pods gradually and keeps the service up; Recreate stops all
        old pods first, for programs that cannot run in two versions at once.
    RollingUpdateDeployment
        How many pods a Deployment may have too many or too few while it replaces them. Both cannot
        be 0.
      maxSurge IntOrString default=25%
        Pods that may exist beyond replicas during an update, as a number or a share such as 25%
        (the default, rounded up). 0 means old pods go before new ones come.
      maxUnavailable IntOrString default=25%
        Pods that may be unavailable during an update, as a number or a share such as 25% (the
        default, rounded down). 0 means new pods must be available before old ones go.
    DeploymentStatus
        Progress of a Deployment, counted over all its ReplicaSets. A rollout is done when
        updatedReplicas, replicas and availableReplicas all equal spec.replicas.
      availableReplicas integer(int32)
        Pods that have been Ready for at least minReadySeconds, old and new together. The Available
        condition looks at this number.
      collisionCount integer(int32)
        How often the hash in a new ReplicaSet's name met one already taken by another template; it
        is mixed into the hash to get a fresh name. Usually empty.
      conditions []DeploymentCondition list=map keys=type patch=merge mergeKey=type
        Findings named Available, Progressing and, on trouble creating pods, ReplicaFailure. kubectl
        wait and rollout status read them.
      observedGeneration integer(int64)
        The metadata.generation the controller has acted on. If it is lower than the current one,
        the other figures describe an older spec.
      readyReplicas integer(int32)
        Pods of this Deployment whose Ready condition is True; the left number of READY in kubectl
        get.
      replicas integer(int32)
        Pods that exist for the Deployment, old and new version together, without those being
        deleted. During a rollout it may exceed spec.replicas by maxSurge.
      terminatingReplicas integer(int32)
        Pods that have been told to stop but are not gone yet; they are in no other count. Beta in
        1.36, on by default.
      unavailableReplicas integer(int32)
        Pods that still have to become available, whether they exist but are not ready or have yet
        to be made. Absent when it is 0.
      updatedReplicas integer(int32)
        Pods made from the current template; UP-TO-DATE in kubectl get.
    DeploymentCondition
        One finding about a Deployment: is it available, is its rollout progressing, could pods be
        created.
      lastTransitionTime Time
        When the condition's status last flipped, for example when the Deployment became available.
      lastUpdateTime Time
        When the controller last wrote this condition, even if status stayed the same. For
        Progressing every step forward renews it, and the progress deadline counts from here.
      message string
        The finding as a sentence, such as which ReplicaSet is progressing or why creating a pod was
        refused.
      reason string
        One word for why: MinimumReplicasAvailable, NewReplicaSetAvailable, ReplicaSetUpdated,
        ProgressDeadlineExceeded, FailedCreate and the like.
      status string required words=ConditionStatus
        True, False or Unknown. Available True means enough pods serve; Progressing False means the
        rollout is stuck; ReplicaFailure True means pods cannot be made or deleted.
      type string required
        Which finding it is: Available, Progressing or ReplicaFailure.
    ReplicaSet kind=apps/v1
        Keeps a given number of identical pods alive. You rarely write one: Deployments make and
        scale them, one for each version of their template.
      apiVersion string
        apps/v1. Manifests for extensions/v1beta1 or apps/v1beta2 are refused since 1.16.
      kind string
        ReplicaSet, or rs for short in kubectl.
      metadata ObjectMeta
        Name from which those of the pods are made; one that a Deployment made is named after it and
        the hash in its label pod-template-hash.
      spec ReplicaSetSpec
        The wanted number of pods, the selector that finds them and the template to make new ones
        from.
      status ReplicaSetStatus
        Counts of pods the ReplicaSet controller last saw, and failures to create them.
    ReplicaSetSpec
        How many pods a ReplicaSet keeps, how it finds them and what new ones are made from.
      minReadySeconds integer(int32)
        Seconds a new pod must stay ready before it counts as available; 0 unless set.
      replicas integer(int32) default=1
        How many pods there shall be; 1 unless set. If a Deployment owns the ReplicaSet it sets the
        number and undoes changes by hand.
      selector LabelSelector required
        Labels by which it finds its pods, strays without an owner included. It must match the
        template's labels and cannot be changed afterwards.
      template PodTemplateSpec
        What each new pod is made from. Changing it leaves existing pods as they are; replacing
        those is the work of a Deployment.
    ReplicaSetStatus
        How many pods the ReplicaSet has and how well they are.
      availableReplicas integer(int32)
        Pods that have been ready for at least minReadySeconds.
      conditions []ReplicaSetCondition list=map keys=type patch=merge mergeKey=type
        Problems of the set itself; only ReplicaFailure is in use, and only while pods cannot be
        made or deleted.
      fullyLabeledReplicas integer(int32)
        Pods that carry all labels of the template, not only those of the selector.
      observedGeneration integer(int64)
        The generation of the ReplicaSet that this status speaks of. While it is smaller than
        metadata.generation the controller has not yet seen the last change.
      readyReplicas integer(int32)
        Pods of the set whose Ready condition is True.
      replicas integer(int32) required
        Pods of the set that exist now, ready or not, without those that are terminating.
      terminatingReplicas integer(int32)
        Pods of the set that are being deleted but not yet gone. They are not part of replicas.
    ReplicaSetCondition
        One thing that can be wrong with a ReplicaSet.
      lastTransitionTime Time
        When the ReplicaSet's condition last went from one status to another.
      message string
        The error in a sentence, such as that a quota is exceeded or that an admission check refused
        the pods.
      reason string
        FailedCreate or FailedDelete: what the ReplicaSet could not do.
      status string required words=ConditionStatus
        True while pods cannot be made or deleted; the condition goes away when that works again.
      type string required
        The name of the condition; for ReplicaSets it is ReplicaFailure.
    ReplicationController kind=v1
        The oldest way to keep a number of pods running, before ReplicaSets and Deployments. Still
        works, but has no set-based selector and no rollouts of its own; use a Deployment.
      apiVersion string
        Always v1: it is older than the group apps, where its successors are.
      kind string
        ReplicationController, or rc for short in kubectl.
      metadata ObjectMeta
        Name from which those of the pods are made. Labels left out are copied from the template.
      spec ReplicationControllerSpec
        The wanted number of pods, a plain label map that finds them, and their template.
      status ReplicationControllerStatus
        Counts of pods as the controller last saw them, and failures to create some.
    ReplicationControllerSpec
        How many pods a ReplicationController keeps, and what they are made from. ReplicaSets do the
        same and more.
      minReadySeconds integer(int32)
        Seconds a new pod must stay ready before the ReplicationController counts it as available; 0
        unless set.
      replicas integer(int32) default=1
        How many pods the ReplicationController shall keep; 1 unless set.
      selector map[string]string map=atomic
        Labels that its pods must all have, as plain pairs; In and Exists are not possible here.
        Left out, the template's labels are taken.
      template PodTemplateSpec
        What each new pod is made from. Changing it does not touch pods that exist; there is no
        rolling update here.
    ReplicationControllerStatus
        How many pods the ReplicationController has and how well they are.
      availableReplicas integer(int32)
        Pods of the controller that have been ready for at least minReadySeconds.
      conditions []ReplicationControllerCondition list=map keys=type patch=merge mergeKey=type
        Problems with making or deleting pods; only ReplicaFailure is in use.
      fullyLabeledReplicas integer(int32)
        Pods that have all labels of the controller's template.
      observedGeneration integer(int64)
        The generation of the ReplicationController that this status speaks of.
      readyReplicas integer(int32)
        Pods of the ReplicationController whose Ready condition is True; READY in kubectl get.
      replicas integer(int32) required
        Pods of the ReplicationController that exist now, without terminating ones.
    ReplicationControllerCondition
        One thing that can be wrong with a ReplicationController.
      lastTransitionTime Time
        When the ReplicationController's condition last changed its status.
      message string
        The API server's error in a sentence, such as an exceeded quota.
      reason string
        FailedCreate or FailedDelete: what the ReplicationController could not do.
      status string required words=ConditionStatus
        True while the ReplicationController cannot make or delete pods.
      type string required
        The name of the condition; for ReplicationControllers it is ReplicaFailure.
    Scale kind=autoscaling/v1
        The number of replicas of a scalable object, apart from the rest of it. kubectl scale and
        autoscalers read and write this subresource.
      apiVersion string
        autoscaling/v1, for whatever kind is scaled.
      kind string
        Scale. It is no object of its own but a view of another one, through its scale subresource.
      metadata ObjectMeta
        Name, namespace, uid and resourceVersion of the scaled object; a write with an old
        resourceVersion is refused.
      spec ScaleSpec
        The wanted number of replicas.
      status ScaleStatus
        The number seen now, and the selector that finds the pods.
    ScaleSpec
        How many pods are wanted, seen through the scale subresource.
      replicas integer(int32)
        The number wanted; kubectl scale and autoscalers write it here.
    ScaleStatus
        How many pods there are, seen through the scale subresource.
      replicas integer(int32) required
        Pods that exist now for the scaled object.
      selector string
        The selector of the pods as text, such as app=web; autoscalers find the pods with it.
    """#
  }
}
