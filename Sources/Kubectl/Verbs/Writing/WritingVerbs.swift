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
    Expose.self,
    Run.self,
    SetGroup.self,
    SetEnvironment.self,
    SetImage.self,
    Delete.self,
    Scale.self,
    Cordon.self,
    Uncordon.self,
    TaintVerb.self,
    Apply.self,
    Label.self,
    Annotate.self,
  ]
}
