/// The bindings that the API server and kubeadm see to, and the roles of single namespaces.
///
/// A binding is a line: its name, its role where that has another name, and who gets it: `u:` a
/// user, `g:` a group, `s:` a service account of kube-system.
extension AccessTable {
  static let clusterBindings = """
    cluster-admin g:system:masters
    system:basic-user g:system:authenticated
    system:discovery g:system:authenticated
    system:kube-controller-manager u:system:kube-controller-manager
    system:kube-dns s:kube-dns
    system:kube-scheduler u:system:kube-scheduler
    system:monitoring g:system:monitoring
    system:node
    system:node-proxier u:system:kube-proxy
    system:public-info-viewer g:system:authenticated g:system:unauthenticated
    system:service-account-issuer-discovery g:system:serviceaccounts
    system:volume-scheduler u:system:kube-scheduler
    """

  static let kubeadmRoles = """
    kubeadm:get-nodes
      get - nodes
    """

  static let kubeadmBindings = """
    kubeadm:cluster-admins cluster-admin g:kubeadm:cluster-admins
    kubeadm:get-nodes g:system:bootstrappers:kubeadm:default-node-token
    kubeadm:kubelet-bootstrap system:node-bootstrapper \(newNodes)
    kubeadm:node-autoapprove-bootstrap \(certificates):nodeclient \(newNodes)
    kubeadm:node-autoapprove-certificate-rotation \(certificates):selfnodeclient g:system:nodes
    kubeadm:node-proxier system:node-proxier s:kube-proxy
    """

  private static let newNodes = "g:system:bootstrappers:kubeadm:default-node-token"
  private static let certificates = "system:certificates.k8s.io:certificatesigningrequests"

  /// Each name begins with its namespace.
  static let roles = """
    kube-public/system:controller:bootstrap-signer
      read - configmaps
      update - configmaps cluster-info
      +events
    kube-system/extension-apiserver-authentication-reader
      read - configmaps extension-apiserver-authentication
    kube-system/system::leader-locking-kube-controller-manager
      create,get,list,update,watch coordination.k8s.io leases
      create,get,list,update,watch coordination.k8s.io leasecandidates
    kube-system/system::leader-locking-kube-scheduler
      create,get,list,update,watch coordination.k8s.io leases
      create,get,list,update,watch coordination.k8s.io leasecandidates
    kube-system/system:controller:bootstrap-signer
      read - secrets
    kube-system/system:controller:cloud-provider
      create,get,list,watch - configmaps
    kube-system/system:controller:token-cleaner
      delete,get,list,watch - secrets
      +events
    """

  static let roleBindings = """
    kube-public/system:controller:bootstrap-signer s:bootstrap-signer
    kube-system/system::extension-apiserver-authentication-reader \(reader) \(components)
    kube-system/system::leader-locking-kube-controller-manager \(managers)
    kube-system/system::leader-locking-kube-scheduler u:system:kube-scheduler s:kube-scheduler
    kube-system/system:controller:bootstrap-signer s:bootstrap-signer
    kube-system/system:controller:cloud-provider s:cloud-provider
    kube-system/system:controller:token-cleaner s:token-cleaner
    """

  private static let reader = "extension-apiserver-authentication-reader"
  private static let components = "u:system:kube-controller-manager u:system:kube-scheduler"
  private static let managers =
    "u:system:kube-controller-manager s:kube-controller-manager s:leader-election-controller"

  static let kubeadmNamespaceRoles = """
    kube-public/kubeadm:bootstrap-signer-clusterinfo
      get - configmaps cluster-info
    kube-system/kube-proxy
      get - configmaps kube-proxy
    kube-system/kubeadm:kubelet-config
      get - configmaps kubelet-config
    kube-system/kubeadm:nodes-kubeadm-config
      get - configmaps kubeadm-config
    """

  static let kubeadmNamespaceBindings = """
    kube-public/kubeadm:bootstrap-signer-clusterinfo u:system:anonymous
    kube-system/kube-proxy \(newNodes)
    kube-system/kubeadm:kubelet-config g:system:nodes \(newNodes)
    kube-system/kubeadm:nodes-kubeadm-config \(newNodes) g:system:nodes
    """
}
