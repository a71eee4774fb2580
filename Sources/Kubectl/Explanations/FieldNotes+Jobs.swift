extension FieldNotes {
  static let jobNotes = """

    Job Runs pods until enough of them have ended well, or too many have failed.
    JobSpec How many runs, how many at once, and when to give up.
    JobSpec.activeDeadlineSeconds Seconds after its start when the Job fails and its pods are \
    stopped, however far they are.
    JobSpec.backoffLimit How many failures are too many; 6 unless set.
    JobSpec.backoffLimitPerIndex How many failures are too many for one index; the others go on.
    JobSpec.completionMode NonIndexed: any pods will do. Indexed: one success for every index \
    from 0 on, which the pod finds in JOB_COMPLETION_INDEX.
    JobSpec.completions How many pods must succeed. Without it, with a parallelism, the first \
    success is enough and the other pods are let finish.
    JobSpec.manualSelector Use the selector and labels as given, instead of ones nobody else has.
    JobSpec.maxFailedIndexes How many indexes may fail before the whole Job does.
    JobSpec.parallelism How many pods run at once; 1 unless set. 0 halts the Job.
    JobSpec.podFailurePolicy Rules for failures: which end the Job, which do not count.
    JobSpec.podReplacementPolicy Whether a pod is replaced as soon as it is told to end, or only \
    when it has.
    JobSpec.successPolicy Which indexes, or how many, are enough for success.
    JobSpec.suspend While true no pods run; those that did are deleted. Time does not count.
    JobSpec.template What the pods are made from; restartPolicy must be Never or OnFailure.
    JobSpec.ttlSecondsAfterFinished Seconds after its end when the Job and its pods are deleted. \
    Without it they stay.
    JobStatus.active How many pods are neither over nor on their way out.
    JobStatus.completedIndexes The indexes that have succeeded, such as 0,2-4.
    JobStatus.conditions Complete or Failed when it is over; SuccessCriteriaMet or FailureTarget \
    while its last pods end.
    JobStatus.failed How many pods have failed.
    JobStatus.succeeded How many pods have succeeded.
    CronJob Makes a Job whenever its schedule says so.
    CronJobSpec.concurrencyPolicy What to do when the last run is not over: Allow another one, \
    Forbid it, or Replace the last.
    CronJobSpec.failedJobsHistoryLimit How many failed Jobs are kept; 1 unless set.
    CronJobSpec.jobTemplate What the Jobs are made from.
    CronJobSpec.schedule Minute, hour, day of the month, month and day of the week, or a word \
    such as @daily.
    CronJobSpec.startingDeadlineSeconds How late a run may begin; later it counts as missed.
    CronJobSpec.successfulJobsHistoryLimit How many Jobs that succeeded are kept; 3 unless set.
    CronJobSpec.suspend While true no runs begin; those that do run go on.
    CronJobSpec.timeZone The zone whose clocks the schedule means, such as Europe/Berlin; UTC \
    unless set.
    CronJobStatus.active The Jobs that are running.
    CronJobStatus.lastScheduleTime When the last run was due.
    CronJobStatus.lastSuccessfulTime When a run last succeeded.
    """
}
