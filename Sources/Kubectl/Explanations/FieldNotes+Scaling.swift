extension FieldNotes {
  static let scalingNotes = """

    HorizontalPodAutoscaler Sets how many pods there are by what they use, every 15 seconds.
    HorizontalPodAutoscalerSpec.scaleTargetRef What is scaled: a Deployment, ReplicaSet or \
    StatefulSet of the same namespace.
    HorizontalPodAutoscalerSpec.minReplicas The least number of pods; 1 unless set.
    HorizontalPodAutoscalerSpec.maxReplicas The greatest number of pods.
    HorizontalPodAutoscalerSpec.metrics What is measured and what it should be; the metric that \
    calls for most pods counts. Four fifths of the requested cpu unless set.
    HorizontalPodAutoscalerSpec.behavior How fast to go up and down.
    HorizontalPodAutoscalerBehavior How fast an autoscaler may go up and down.
    HorizontalPodAutoscalerBehavior.scaleUp How fast up: at once by 4 pods or to the double, \
    whichever is more, every 15 seconds unless set.
    HorizontalPodAutoscalerBehavior.scaleDown How fast down: as far as wanted, once nothing more \
    was recommended for 5 minutes, unless set.
    HPAScalingRules.policies By how much in how long; selectPolicy says which of them counts.
    HPAScalingRules.selectPolicy Max, Min, or Disabled to never go this way.
    HPAScalingRules.stabilizationWindowSeconds How long back recommendations are looked at: going \
    up takes the least of them, going down the greatest.
    HPAScalingRules.tolerance How far from the target a metric may be before anything is done; a \
    tenth unless set.
    MetricTarget.averageUtilization Percent of what the pods request, on average.
    MetricTarget.averageValue An amount for each pod, on average.
    """
}
