import Descriptions

/// The words that fields kept as plain text take, as the schema lists them. Each list is looked up
/// once.
enum Words {
  static let addressTypes = Schema.current.words("AddressType")
  static let dnsPolicies = Schema.current.words("DNSPolicy")
  static let classScopes = Schema.current.words("IngressClassScope")
  static let families = Schema.current.words("IPFamily")
  static let familyPolicies = Schema.current.words("IPFamilyPolicy")
  static let hostPathTypes = Schema.current.words("HostPathType")
  static let mountPropagations = Schema.current.words("MountPropagationMode")
  static let policyTypes = Schema.current.words("PolicyType")
  static let protocols = Schema.current.words("Protocol")
  static let pathTypes = Schema.current.words("PathType")
  static let reclaimPolicies = Schema.current.words("PersistentVolumeReclaimPolicy")
  static let recursiveReadOnly = Schema.current.words("RecursiveReadOnlyMode")
  static let resizePolicies = Schema.current.words("ResourceResizeRestartPolicy")
  static let schemes = Schema.current.words("URIScheme")
  static let serviceAffinities = Schema.current.words("ServiceAffinity")
  static let terminationMessagePolicies = Schema.current.words("TerminationMessagePolicy")
  static let externalTrafficPolicies = Schema.current.words("ServiceExternalTrafficPolicy")
  static let internalTrafficPolicies = Schema.current.words("ServiceInternalTrafficPolicy")
  static let trafficDistributions = Schema.current.words("TrafficDistribution")
}
