extension SchemaText {
  /// Types to do with autoscalers and the metrics they follow.
  static var autoscaling: String {
    #"""
    HorizontalPodAutoscaler kind=autoscaling/v2
        Changes the number of pods of a Deployment or other scalable object by measured load. It
        looks every 15 seconds and needs a metrics source, for CPU and memory the metrics server.
      apiVersion string
        autoscaling/v2. The older autoscaling/v1, with a target for cpu alone, is still served; the
        betas are gone since 1.26.
      kind string
        HorizontalPodAutoscaler, or hpa for short in kubectl.
      metadata ObjectMeta
        Name, often that of the scaled object, though only scaleTargetRef ties them, and the
        namespace they share.
      spec HorizontalPodAutoscalerSpec required
        What to scale, between which bounds, and by which metrics.
      status HorizontalPodAutoscalerStatus
        Measured values, the number of pods last recommended, and why it did or did not scale.
    HorizontalPodAutoscalerSpec
        What to scale, between which limits, and by which metrics.
      behavior HorizontalPodAutoscalerBehavior
        How fast it may grow and shrink. Left out, growing is at once (at most doubling or 4 pods in
        15 seconds) and shrinking waits 300 seconds.
      maxReplicas integer(int32) required
        The most pods it may ask for; not smaller than minReplicas.
      metrics []MetricSpec list=atomic
        What to measure. With several, the one that wants the most pods wins. Left out, CPU at 80%
        of the requests. Utilization needs requests in the pods.
      minReplicas integer(int32) default=1
        The fewest pods it may go down to; 1 unless set. 0 needs the feature gate HPAScaleToZero,
        off in 1.36.
      scaleTargetRef CrossVersionObjectReference required
        The Deployment, StatefulSet or other scalable object whose replicas it sets. Do not also set
        that number by hand or in a manifest.
    HorizontalPodAutoscalerBehavior
        How fast scaling may go in each direction. Once it is present, parts left out get these
        defaults: up at most 4 pods or 100% per 15 seconds, whichever is more, and down at most 100%
        per 15 seconds with a 300 second window.
      scaleDown HPAScalingRules
        Rules for removing pods. Left out, it may go straight down to minReplicas, but never below
        the highest number recommended in the last 300 seconds.
      scaleUp HPAScalingRules
        Rules for adding pods. Left out, new pods are added without waiting: every 15 seconds up to
        4 pods or twice the number, whichever gives more.
    ScalingPolicySelect = Disabled Max Min
    HPAScalingRules
        Rules for scaling in one direction.
      policies []HPAScalingPolicy list=atomic
        Limits on the change within a time; selectPolicy says which of them counts when there are
        several. Must hold at least one entry if it is set; left out, the defaults of the direction
        apply.
      selectPolicy string words=ScalingPolicySelect default=Max
        Which policy counts: Max (default) the one allowing the biggest change, Min the one allowing
        the smallest, Disabled forbids scaling in this direction altogether.
      stabilizationWindowSeconds integer(int32)
        Looks back over the numbers recommended in this many seconds, 0 to 3600, and takes the one
        that changes least, so that a short peak or dip has no effect. Default 0 for up, 300 for
        down.
      tolerance Quantity
        How far the ratio of measured to target value may stray from 1 before anything is done, as a
        quantity such as 0.05. Left out, the cluster's setting counts, 0.1 by default. Beta in 1.36,
        on by default.
    HPAScalingPolicyType = Percent Pods
    HPAScalingPolicy
        One limit: so many pods, or so many percent, within so much time.
      periodSeconds integer(int32) required
        The length of time the limit is for, 1 to 1800 seconds.
      type string required words=HPAScalingPolicyType
        Unit of value: Pods is a number of pods, Percent a share of the number running at the start
        of the period.
      value integer(int32) required
        The most that may change in one period, in pods or percent by type; must be above 0. 100
        with Percent allows doubling up, or removing all going down.
    MetricSourceType = ContainerResource External Object Pods Resource
    MetricSpec
        One thing to measure and the value to keep it at. type says which of the other fields is
        set.
      containerResource ContainerResourceMetricSource
        CPU or memory of one container of each pod, so that sidecars do not count.
      external ExternalMetricSource
        A number from outside the cluster, such as the length of a queue. Needs an adapter that
        serves external metrics.
      object ObjectMetricSource
        A number that belongs to one object, such as requests at an Ingress. Needs an adapter for
        custom metrics.
      pods PodsMetricSource
        A number that each pod has, averaged over them. Needs an adapter for custom metrics.
      resource ResourceMetricSource
        CPU or memory of the pods as a whole, as the metrics server measures them.
      type string required words=MetricSourceType
        Which kind of metric: Resource, ContainerResource, Pods, Object or External.
    MetricTargetType = AverageValue Utilization Value
    MetricTarget
        The value to keep a metric at; type says which of the other fields counts.
      averageUtilization integer(int32)
        Percent of the pods' requests, on average over them, such as 80. Only for Resource and
        ContainerResource.
      averageValue Quantity
        The amount for each pod, such as 500m or 100Mi.
      type string required words=MetricTargetType
        Utilization: percent of the requests; AverageValue: an amount for each pod; Value: the
        metric as a whole.
      value Quantity
        The amount the metric shall have as a whole, whatever the number of pods.
    MetricIdentifier
        Names one metric of the custom or external metrics API.
      name string required
        The name of the metric, such as http_requests_per_second.
      selector LabelSelector
        Labels by which the adapter picks among series of the same name. Left out, only the name
        counts.
    ResourceMetricSource
        CPU or memory of the pods, to be kept at a value.
      name string required
        The resource to measure in the pods: cpu or memory.
      target MetricTarget required
        The value at which the resource is to be kept, as a share of requests or an amount.
    ContainerResourceMetricSource
        Scales by CPU or memory of one named container in each pod, so that a busy sidecar does not
        blur the picture.
      container string required
        Name of the container to measure in the pods of the scale target.
      name string required
        The resource measured in that container: cpu or memory.
      target MetricTarget required
        The value to aim for: Utilization in percent of the container's request, or AverageValue as
        an amount per pod. Utilization needs a request on that container.
    PodsMetricSource
        A number that each pod has, to be kept at an average.
      metric MetricIdentifier required
        Which metric of the pods, by name and perhaps labels.
      target MetricTarget required
        The average to keep; its type must be AverageValue.
    ObjectMetricSource
        A number that belongs to one object, to be kept at a value.
      describedObject CrossVersionObjectReference required
        The object, such as an Ingress, that the number describes; in the same namespace.
      metric MetricIdentifier required
        Which metric of that object, by name and perhaps labels.
      target MetricTarget required
        The value to keep: Value for the whole, AverageValue for the share of each pod.
    ExternalMetricSource
        Scales by a figure from outside the cluster's objects, such as the length of a queue at a
        cloud service. Needs an adapter that serves external.metrics.k8s.io.
      metric MetricIdentifier required
        Name of the figure and, if wanted, a label selector that narrows it down.
      target MetricTarget required
        The value to aim for: Value for the whole figure, AverageValue for the figure divided by the
        number of pods. Utilization is not possible here.
    HorizontalPodAutoscalerStatus
        What the autoscaler last saw and decided; renewed every 15 seconds.
      conditions []HorizontalPodAutoscalerCondition list=map keys=type patch=merge mergeKey=type
        Whether it can scale, whether it has metrics, and whether a limit holds it back:
        AbleToScale, ScalingActive, ScalingLimited.
      currentMetrics []MetricStatus list=atomic
        The metrics as last measured; what kubectl get shows in TARGETS.
      currentReplicas integer(int32)
        Pods that the target had when it was last looked at.
      desiredReplicas integer(int32) required
        Pods that the autoscaler last decided on, after all limits; the target follows it.
      lastScaleTime Time
        When it last changed the number of pods. Empty if it never has.
      observedGeneration integer(int64)
        The generation of the autoscaler that this status speaks of.
    HorizontalPodAutoscalerCondition
        One finding of an autoscaler about whether it can scale and does.
      lastTransitionTime Time
        When this finding last changed its status, for instance when metrics stopped arriving.
      message string
        The cause in words, such as which metric could not be read or which bound held the number
        back.
      reason string
        One word for the cause: ValidMetricFound, FailedGetResourceMetric, ScaleDownStabilized,
        TooManyReplicas and others.
      status string required words=ConditionStatus
        True, False or Unknown. AbleToScale and ScalingActive should be True; ScalingLimited True
        means a bound or a rate limit held back the recommended number.
      type string required
        AbleToScale (the target can be read and set), ScalingActive (metrics arrive and the target
        is not at 0) or ScalingLimited (a limit held the number back).
    MetricStatus
        One metric as it was last measured. type says which of the other fields is set.
      containerResource ContainerResourceMetricStatus
        The measured CPU or memory of one container, over all pods.
      external ExternalMetricStatus
        The number that was read from outside the cluster.
      object ObjectMetricStatus
        The number that was read for one object.
      pods PodsMetricStatus
        The number that was read for the pods, as an average.
      resource ResourceMetricStatus
        The measured CPU or memory of the pods.
      type string required
        Which kind of metric was measured: Resource, ContainerResource, Pods, Object or External.
    MetricValueStatus
        A metric's value as it was last measured.
      averageUtilization integer(int32)
        Percent of the requests that the pods used, on average.
      averageValue Quantity
        The amount for each pod that was measured.
      value Quantity
        The amount that was measured as a whole.
    ResourceMetricStatus
        How much CPU or memory the pods were last seen to use.
      current MetricValueStatus required
        The use that was measured, as an amount and, where pods have requests, in percent of them.
      name string required
        The resource that was measured in the pods: cpu or memory.
    ContainerResourceMetricStatus
        Last measurement of one container's CPU or memory over the pods.
      container string required
        The container in the pods whose use was measured.
      current MetricValueStatus required
        The measured value, as average per pod and, where a request exists, as percent of it.
      name string required
        Which of the container's resources the figure is: cpu or memory.
    PodsMetricStatus
        The average of the pods' own metric as last read.
      current MetricValueStatus required
        The average over the pods that was read.
      metric MetricIdentifier required
        Which metric of the pods was read, by name and perhaps labels.
    ObjectMetricStatus
        The number of one object as last read.
      current MetricValueStatus required
        The value that was read for the object.
      describedObject CrossVersionObjectReference required
        The object, such as an Ingress, whose number was read.
      metric MetricIdentifier required
        Which metric of that object was read, by name and perhaps labels.
    ExternalMetricStatus
        Last reading of an external figure.
      current MetricValueStatus required
        The reading, whole or divided by the number of pods, depending on the target.
      metric MetricIdentifier required
        Which external figure was read, by name and selector.
    """#
  }
}
