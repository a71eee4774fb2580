import Objects

extension APIValue {
  /// A document of a version that is still served, said in the version that is stored.
  var inCurrentVersion: APIValue {
    guard self["kind"]?.string == Kind.horizontalPodAutoscaler.rawValue,
      self["apiVersion"]?.string == "autoscaling/v1"
    else { return self }
    var document = self
    document["apiVersion"] = .string(Kind.horizontalPodAutoscaler.apiVersion)
    guard var spec = document["spec"], let percent = spec["targetCPUUtilizationPercentage"] else {
      return document
    }
    spec["targetCPUUtilizationPercentage"] = nil
    spec["metrics"] = [
      [
        "type": "Resource",
        "resource": [
          "name": "cpu", "target": ["type": "Utilization", "averageUtilization": percent],
        ],
      ]
    ]
    document["spec"] = spec
    return document
  }
}
