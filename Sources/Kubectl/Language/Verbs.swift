/// Every verb. Adding one is a new file in Verbs/ and a line here or, for those that change the
/// cluster, in `WritingVerbs.swift`.
extension Kubectl {
  /// In the order in which kubectl's help lists them.
  public static let verbs: [any Verb.Type] = (writingVerbs + readingVerbs).enumerated().sorted {
    (rank(of: $0.element), $0.offset) < (rank(of: $1.element), $1.offset)
  }.map(\.element)

  static let readingVerbs: [any Verb.Type] = [
    Explain.self,
    Get.self,
    Describe.self,
    Logs.self,
    Attach.self,
    Exec.self,
    Copy.self,
    PortForward.self,
    Proxy.self,
    Wait.self,
    Events.self,
    Top.self,
    TopNode.self,
    TopPod.self,
    Auth.self,
    AuthCanI.self,
    AuthReconcile.self,
    AuthWhoAmI.self,
    KustomizeVerb.self,
    Config.self,
    ConfigCurrentContext.self,
    ConfigDeleteCluster.self,
    ConfigDeleteContext.self,
    ConfigDeleteUser.self,
    ConfigGetClusters.self,
    ConfigGetContexts.self,
    ConfigGetUsers.self,
    ConfigRenameContext.self,
    ConfigSet.self,
    ConfigSetCluster.self,
    ConfigSetContext.self,
    ConfigSetCredentials.self,
    ConfigUnset.self,
    ConfigUseContext.self,
    ConfigView.self,
    ClusterInfo.self,
    ClusterInfoDump.self,
    Version.self,
    APIVersions.self,
    APIResources.self,
    Certificate.self,
    CertificateApprove.self,
    CertificateDeny.self,
    CompletionCode.self,
    Kuberc.self,
    KubercSet.self,
    KubercView.self,
    Plugin.self,
    PluginList.self,
    Options.self,
    VerbHelp.self,
  ]

  private static func rank(of type: any Verb.Type) -> Int {
    helpOrder.firstIndex(of: firstWord(of: type)) ?? helpOrder.count
  }
}
