/// The verbs that change the cluster.
extension Kubectl {
  static let writingVerbs: [any Verb.Type] = [
    Create.self,
    CreateConfigMap.self,
    CreateDeployment.self,
    CreateNamespace.self,
    CreatePriorityClass.self,
    CreateService.self,
    CreateServiceClusterIP.self,
    CreateServiceLoadBalancer.self,
    CreateServiceNodePort.self,
    CreateServiceAccount.self,
    Run.self,
    Delete.self,
    Apply.self,
  ]
}
