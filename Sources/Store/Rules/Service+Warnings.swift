import Objects

extension Service {
  /// What the API server says about a Service it takes all the same.
  var warnings: [String] {
    var warnings: [String] = []
    let isHeadless = self.isHeadless && spec.type == .clusterIP
    if metadata.annotations["service.kubernetes.io/topology-aware-hints"] != nil {
      warnings.append(
        "annotation service.kubernetes.io/topology-aware-hints is deprecated, please use "
          + "service.kubernetes.io/topology-mode instead")
    }
    if isHeadless {
      if spec.unlisted["loadBalancerIP"]?.string?.isEmpty == false {
        warnings.append("spec.loadBalancerIP is ignored for headless services")
      }
      if !spec.externalIPs.isEmpty {
        warnings.append("spec.externalIPs is ignored for headless services")
      }
      if spec.sessionAffinity != "None" {
        warnings.append("spec.SessionAffinity is ignored for headless services")
      }
    }
    if !spec.externalIPs.isEmpty, !isHeadless {
      warnings.append(
        spec.type == .externalName
          ? "spec.externalIPs is ignored when spec.type is \"ExternalName\""
          : "spec.externalIPs is deprecated and may no longer be implemented in some clusters")
    }
    if spec.type != .externalName, spec.externalName?.isEmpty == false {
      warnings.append("spec.externalName is ignored when spec.type is not \"ExternalName\"")
    }
    if spec.unlisted["trafficDistribution"]?.string == "PreferClose" {
      warnings.append(
        "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"")
    }
    return warnings
  }
}
