extension SchemaText {
  /// Types to do with jobs and cron jobs.
  static var jobs: String {
    #"""
    Job kind=batch/v1
        Runs pods until enough of them have ended successfully, then stops. For one-off work such as
        a migration or a batch of calculations.
      apiVersion string
        batch/v1, as for CronJobs.
      kind string
        Job. Write it in full in kubectl: it has no short name.
      metadata ObjectMeta
        Name from which those of the pods are made. Labels left out are copied from the template.
      spec JobSpec
        How many successes are needed, how many pods run at once, how failures are counted, and the
        pod template.
      status JobStatus
        Counts of active, succeeded and failed pods, start and end time, and whether the Job is
        Complete or Failed.
    CompletionMode = Indexed NonIndexed
    PodReplacementPolicy = Failed TerminatingOrFailed
    JobSpec
        What a Job shall run, how often it must succeed and when it gives up.
      activeDeadlineSeconds integer(int64)
        Seconds the Job may take, counted from status.startTime, however many tries are left. Then
        its pods are stopped and it fails with DeadlineExceeded. Suspending the Job stops the clock.
      backoffLimit integer(int32) default=6
        How many failures, counted over all pods, are borne before the Job fails; 6 unless set.
        Between tries it waits 10 s, 20 s and so on, at most 10 min. With backoffLimitPerIndex it is
        practically without end unless set.
      backoffLimitPerIndex integer(int32)
        How many failures each index may have before that index fails; the other indexes go on. Only
        with completionMode Indexed and restartPolicy Never, and not to be changed.
      completionMode string enum=CompletionMode default=NonIndexed
        NonIndexed (the default): any pod's success counts alike; Indexed: each pod works on a
        number from 0 to completions minus 1, found in JOB_COMPLETION_INDEX. Cannot be changed.
      completions integer(int32)
        How many pods must succeed. Left out together with parallelism it is 1; left out alone, one
        success ends the Job (a work queue). Needed for Indexed.
      managedBy string
        Which controller works on this Job; kubernetes.io/job-controller unless set. With any other
        name the built-in controller leaves it alone. Cannot be changed.
      manualSelector boolean default=false
        With true you choose the selector yourself and must make sure that it matches no other Job's
        pods. Leave it out: a unique label is then added for you.
      maxFailedIndexes integer(int32)
        How many indexes may fail before the whole Job is given up and its pods are stopped. Only
        with backoffLimitPerIndex; left out, all indexes are tried.
      parallelism integer(int32) default=1
        How many pods may run at once; 1 unless set. Near the end only as many run as are still
        needed; 0 pauses the Job.
      podFailurePolicy PodFailurePolicy
        Rules by exit code or pod condition: which failures end the Job at once, which are not
        counted. Needs restartPolicy Never. Left out, every failure counts against backoffLimit.
      podReplacementPolicy string enum=PodReplacementPolicy default=TerminatingOrFailed
        When a new pod takes the place of one that goes. TerminatingOrFailed (the default): at once;
        Failed: only when the old one has ended. With podFailurePolicy only Failed is allowed, and
        it is the default.
      selector LabelSelector
        Labels by which the Job finds its pods. Normally left out: the API server makes one from the
        Job's uid.
      successPolicy SuccessPolicy
        When an Indexed Job counts as done although not all indexes have succeeded. Left out, every
        index must succeed.
      suspend boolean default=false
        With true no pods are made, and running ones are stopped; false lets the Job go on and
        starts its clock anew. False unless set.
      template PodTemplateSpec required
        The pod to run. Its restartPolicy must be OnFailure or Never. It cannot be changed, except
        for resources and where to run while the Job is suspended.
      ttlSecondsAfterFinished integer(int32)
        Seconds after its end, good or bad, when the Job and its pods are deleted; 0 means at once.
        Left out, they stay until somebody deletes them.
    PodFailurePolicy
        Rules for what a failed pod means for its Job.
      rules []PodFailurePolicyRule required list=atomic
        The rules, at most 20, tried in order: the first that fits decides. If none fits, the
        failure counts against backoffLimit.
    PodFailurePolicyAction = Count FailIndex FailJob Ignore
    PodFailurePolicyRule
        One rule: if a failed pod looks like this, do that. Exactly one of onExitCodes and
        onPodConditions is set.
      action string required enum=PodFailurePolicyAction
        FailJob ends the Job as failed; FailIndex fails only this index (needs
        backoffLimitPerIndex); Ignore makes a new pod without counting; Count counts as usual.
      onExitCodes PodFailurePolicyOnExitCodesRequirement
        Fits by the exit codes of the pod's containers.
      onPodConditions []PodFailurePolicyOnPodConditionsPattern list=atomic
        Fits if the failed pod has one of these conditions, such as DisruptionTarget for pods that
        were pushed out; at most 20.
    PodFailurePolicyOnExitCodesOperator = In NotIn
    PodFailurePolicyOnExitCodesRequirement
        Which exit codes of which container a rule is about. Containers that ended with 0 are passed
        over.
      containerName string
        Only look at this container or init container of the pod. Left out, all are looked at.
      operator string required enum=PodFailurePolicyOnExitCodesOperator
        In: the exit code is among values; NotIn: it is not, and not 0 either.
      values []integer(int32) required list=set
        The exit codes, all different, at least one and at most 255 of them. With In, 0 must not be
        among them.
    PodFailurePolicyOnPodConditionsPattern
        A condition that a failed pod must have for the rule to fit.
      status string words=ConditionStatus default=True
        The status the failed pod's condition must have: True (the default), False or Unknown.
      type string required
        The pod condition to look for, such as DisruptionTarget.
    SuccessPolicy
        When an Indexed Job is done before all its indexes have succeeded.
      rules []SuccessPolicyRule required list=atomic
        The rules, 1 to 20, tried in order. As soon as one is met the Job gets SuccessCriteriaMet
        and its remaining pods are stopped.
    SuccessPolicyRule
        Which indexes, or how many, must succeed. With both fields, that many of those indexes.
      succeededCount integer(int32)
        How many indexes must have succeeded, of all or of those in succeededIndexes.
      succeededIndexes string
        The indexes that count, such as 0 or 1,3-5. Without succeededCount all of them must succeed.
    JobStatus
        How far the Job has got: how many pods run, how many succeeded and failed, and how it ended.
      active integer(int32)
        Pods of the Job that have not ended and are not being deleted.
      completedIndexes string
        The indexes that have succeeded, such as 1,3-5,7. Only for Indexed Jobs.
      completionTime Time
        When the Job succeeded. A Job that failed never gets one: see its conditions.
      conditions []JobCondition list=atomic patch=merge mergeKey=type
        How the Job ended, or is about to: Complete or Failed at the end, SuccessCriteriaMet or
        FailureTarget just before, Suspended while it is held.
      failed integer(int32)
        Pods of the Job that ended as Failed.
      failedIndexes string
        The indexes that have used up backoffLimitPerIndex, such as 2,6-7. Only for Indexed Jobs
        with that limit.
      ready integer(int32)
        Active pods of the Job that are Ready.
      startTime Time
        When the controller took the Job on, or when it was last resumed. activeDeadlineSeconds
        counts from here; a Job created suspended has none yet.
      succeeded integer(int32)
        Pods of the Job that ended with success; shown as COMPLETIONS by kubectl get.
      terminating integer(int32)
        Pods of the Job that are being deleted but have not ended yet.
      uncountedTerminatedPods UncountedTerminatedPods
        Ended pods that the controller has not yet added to succeeded or failed. A safeguard against
        counting twice; usually empty.
    UncountedTerminatedPods
        Pods of a Job that have ended but are not yet in its counts.
      failed []string list=set
        The uids of failed pods still to be counted.
      succeeded []string list=set
        The uids of succeeded pods still to be counted.
    JobCondition
        One statement on how the Job stands, such as that it is complete or has failed.
      lastProbeTime Time
        When the Job's condition was last looked at; for Jobs it is written once, when the condition
        is added.
      lastTransitionTime Time
        When the Job's condition took its status; for Failed, the moment of failure.
      message string
        The reason in a sentence, such as that the Job has reached its backoff limit.
      reason string
        Why in one word: BackoffLimitExceeded, DeadlineExceeded, PodFailurePolicy,
        MaxFailedIndexesExceeded or FailedIndexes for a failure; CompletionsReached or SuccessPolicy
        for a success.
      status string required words=ConditionStatus
        True if the Job is in the state named by type. Suspended turns False when the Job is
        resumed; the others stay True.
      type string required
        Complete, Failed, SuccessCriteriaMet, FailureTarget or Suspended. The two in the middle mean
        that the end is decided but pods are still stopping.
    CronJob kind=batch/v1
        Makes a Job at given times, in the manner of cron. Its name may have at most 52 characters,
        since the Jobs append the scheduled minute to it.
      apiVersion string
        batch/v1. The version batch/v1beta1 is gone since 1.25.
      kind string
        CronJob, or cj for short in kubectl.
      metadata ObjectMeta
        Name of at most 52 characters, since eleven more are added for each Job, and labels of the
        CronJob itself; Jobs get theirs from jobTemplate.
      spec CronJobSpec required
        The timetable, the Job to make, and what to do when runs overlap or are missed.
      status CronJobStatus
        Jobs now running and the times of the last start and the last success.
    ConcurrencyPolicy = Allow Forbid Replace
    CronJobSpec
        When a CronJob starts Jobs, and what the Jobs look like.
      concurrencyPolicy string enum=ConcurrencyPolicy default=Allow
        What to do when a run is due and the previous Job still runs: Allow (default) starts
        another, Forbid skips the new one, Replace deletes the old Job first. Only Jobs of the same
        CronJob count.
      failedJobsHistoryLimit integer(int32) default=1
        How many failed Jobs, and thus their pods and logs, are kept. Default 1; 0 keeps none.
      jobTemplate JobTemplateSpec required
        The Job made at each due time. Changes apply to later runs; Jobs already made keep what they
        had.
      schedule string required
        The timetable in five fields: minute, hour, day of month, month, day of week; or a word such
        as @hourly. */5 * * * * means every five minutes. A TZ= prefix is refused: use timeZone. If
        both day fields are restricted, a match of either is enough.
      startingDeadlineSeconds integer(int64)
        How many seconds late a run may still start; later it counts as missed. Left out, there is
        no deadline. Under 10 the Job may never start, since the controller looks about every 10
        seconds.
      successfulJobsHistoryLimit integer(int32) default=3
        How many Jobs that ended well are kept to look at. Default 3; 0 keeps none.
      suspend boolean default=false
        With true no new Jobs are started; those running go on. Default false. Runs that fell due
        meanwhile count as missed, and without a startingDeadlineSeconds the latest may start at
        once on resuming.
      timeZone string
        Name of the time zone the schedule is read in, such as Europe/Berlin or Etc/UTC. Left out,
        the controller manager's own zone counts, mostly UTC. Where clocks change, a run can be
        skipped or happen twice.
    JobTemplateSpec
        The Job that a CronJob makes at each of its times.
      metadata ObjectMeta
        Labels and annotations for the Jobs to be made. Their names come from the CronJob and the
        time.
      spec JobSpec
        What each Job shall run. A change counts from the next run on.
    CronJobStatus
        What a CronJob has started and when.
      active []ObjectReference list=atomic
        References to the Jobs of this CronJob that are running now; with concurrencyPolicy Forbid a
        non-empty list blocks the next run.
      lastScheduleTime Time
        The last due time for which a Job was started; the search for missed runs begins here.
      lastSuccessfulTime Time
        When a Job of this CronJob last ended successfully. If it grows old while lastScheduleTime
        does not, the runs are failing.
    """#
  }
}
