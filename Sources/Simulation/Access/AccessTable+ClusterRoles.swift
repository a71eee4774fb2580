/// The cluster roles that the API server sees to, but for those of its controllers.
///
/// `>admin` labels a role as part of the aggregated role `admin`, `<view` makes it of those so
/// labelled. Facts from Kubernetes' own bootstrap policy.
extension AccessTable {
  static let clusterRoles = """
    admin <admin
    cluster-admin
      * * *
      * / *
    edit <edit >admin
    system:aggregate-to-admin >admin
      create authorization.k8s.io localsubjectaccessreviews
      all rbac.authorization.k8s.io rolebindings,roles
    system:aggregate-to-edit >edit
      read - pods/attach,pods/exec,pods/portforward,pods/proxy,secrets,services/proxy
      impersonate - serviceaccounts
      write - pods,pods/attach,pods/exec,pods/portforward,pods/proxy
      create - pods/eviction
      write - \(editable)
      create - serviceaccounts/token
      write apps daemonsets,deployments,deployments/rollback,deployments/scale,\(scaledSets)
      write autoscaling horizontalpodautoscalers
      write batch cronjobs,jobs
      write extensions \(olderEditable)
      write policy poddisruptionbudgets
      write networking.k8s.io ingresses,networkpolicies
      all coordination.k8s.io leases
      write resource.k8s.io resourceclaims,resourceclaimtemplates
    system:aggregate-to-view >view
      read - \(viewable)
      read - \(furtherViewable)
      read - namespaces
      read discovery.k8s.io endpointslices
      read apps controllerrevisions,daemonsets,daemonsets/status,deployments,\(viewableSets)
      read autoscaling horizontalpodautoscalers,horizontalpodautoscalers/status
      read batch cronjobs,cronjobs/status,jobs,jobs/status
      read extensions daemonsets,daemonsets/status,deployments,\(olderViewable)
      read policy poddisruptionbudgets,poddisruptionbudgets/status
      read networking.k8s.io ingresses,ingresses/status,networkpolicies
      read resource.k8s.io resourceclaims,resourceclaims/status,resourceclaimtemplates
    system:auth-delegator
      create authentication.k8s.io tokenreviews
      create authorization.k8s.io subjectaccessreviews
    system:basic-user
      create authorization.k8s.io selfsubjectaccessreviews,selfsubjectrulesreviews
      create authentication.k8s.io selfsubjectreviews
    system:certificates.k8s.io:certificatesigningrequests:nodeclient
      create certificates.k8s.io certificatesigningrequests/nodeclient
    system:certificates.k8s.io:certificatesigningrequests:selfnodeclient
      create certificates.k8s.io certificatesigningrequests/selfnodeclient
    system:certificates.k8s.io:kube-apiserver-client-approver
      approve certificates.k8s.io signers kubernetes.io/kube-apiserver-client
    system:certificates.k8s.io:kube-apiserver-client-kubelet-approver
      approve certificates.k8s.io signers kubernetes.io/kube-apiserver-client-kubelet
    system:certificates.k8s.io:kubelet-serving-approver
      approve certificates.k8s.io signers kubernetes.io/kubelet-serving
    system:certificates.k8s.io:legacy-unknown-approver
      approve certificates.k8s.io signers kubernetes.io/legacy-unknown
    system:discovery
      get / /api,/api/*,/apis,/apis/*,/healthz,/livez,\(description),/readyz,/version,/version/
    system:heapster
      read - events,namespaces,nodes,pods
      read extensions deployments
    system:kube-aggregator
      read - endpoints,services
    system:kube-dns
      list,watch - endpoints,services
    system:kubelet-api-admin
      read - nodes
      proxy - nodes
      * - nodes/log,nodes/metrics,nodes/proxy,nodes/stats
    system:monitoring
      get / /healthz,/healthz/*,/livez,/livez/*,/metrics,/metrics/slis,/readyz,/readyz/*
    system:node-bootstrapper
      create,get,list,watch certificates.k8s.io certificatesigningrequests
    system:node-problem-detector
      get - nodes
      patch - nodes/status
      +events
    system:node-proxier
      list,watch - endpoints,services
      read - nodes
      +events
      list,watch discovery.k8s.io endpointslices
      list,watch networking.k8s.io servicecidrs
    system:persistent-volume-provisioner
      create,delete,get,list,watch - persistentvolumes
      get,list,update,watch - persistentvolumeclaims
      read storage.k8s.io storageclasses
      watch - events
      +events
    system:public-info-viewer
      get / /healthz,/livez,/readyz,/version,/version/
    system:service-account-issuer-discovery
      get / /.well-known/openid-configuration,/openid/v1/jwks
    system:volume-scheduler
      get,list,patch,update,watch - persistentvolumes
      read storage.k8s.io storageclasses
      get,list,patch,update,watch - persistentvolumeclaims
    view <view >edit
    """ + "\n" + componentRoles

  private static let editable =
    "configmaps,events,persistentvolumeclaims,replicationcontrollers,"
    + "replicationcontrollers/scale,secrets,serviceaccounts,services,services/proxy"
  private static let scaledSets = "replicasets,replicasets/scale,statefulsets,statefulsets/scale"
  private static let olderEditable =
    "daemonsets,deployments,deployments/rollback,deployments/scale,ingresses,networkpolicies,"
    + "replicasets,replicasets/scale,replicationcontrollers/scale"
  private static let viewable =
    "configmaps,endpoints,persistentvolumeclaims,persistentvolumeclaims/status,pods,"
    + "replicationcontrollers,replicationcontrollers/scale,serviceaccounts,services,"
    + "services/status"
  private static let furtherViewable =
    "bindings,events,limitranges,namespaces/status,pods/log,pods/status,"
    + "replicationcontrollers/status,resourcequotas,resourcequotas/status"
  private static let viewableSets =
    "deployments/scale,deployments/status,replicasets,replicasets/scale,replicasets/status,"
    + "statefulsets,statefulsets/scale,statefulsets/status"
  private static let olderViewable =
    "deployments/scale,deployments/status,ingresses,ingresses/status,networkpolicies,replicasets,"
    + "replicasets/scale,replicasets/status,replicationcontrollers/scale"
  private static let description = "/openapi,/openapi/*"

  /// Of the scheduler, the controller manager and the kubelets.
  private static let componentRoles = """
    system:kube-controller-manager
      +events
      create coordination.k8s.io leases
      get,update coordination.k8s.io leases kube-controller-manager
      create - secrets,serviceaccounts
      delete - secrets
      get - configmaps,namespaces,secrets,serviceaccounts
      update - secrets,serviceaccounts
      create authentication.k8s.io tokenreviews
      create authorization.k8s.io subjectaccessreviews
      list,watch * *
      create - serviceaccounts/token
    system:kube-scheduler
      +events
      create coordination.k8s.io leases
      get,update coordination.k8s.io leases kube-scheduler
      read - nodes
      delete,get,list,watch - pods
      create - bindings,pods/binding
      patch,update - pods/status
      read - replicationcontrollers,services
      read apps,extensions replicasets
      read apps statefulsets
      read policy poddisruptionbudgets
      read - persistentvolumeclaims,persistentvolumes
      create authentication.k8s.io tokenreviews
      create authorization.k8s.io subjectaccessreviews
      read storage.k8s.io csinodes
      read - namespaces
      read storage.k8s.io csidrivers
      read storage.k8s.io csistoragecapacities
      read resource.k8s.io deviceclasses
      get,list,patch,update,watch resource.k8s.io resourceclaims
      patch,update resource.k8s.io resourceclaims/status
      update - pods/finalizers
      read resource.k8s.io resourceslices
    system:node
      create authentication.k8s.io tokenreviews
      create authorization.k8s.io localsubjectaccessreviews,subjectaccessreviews
      read - services
      create,get,list,watch - nodes
      patch,update - nodes/status
      patch,update - nodes
      create,patch,update - events
      read - pods
      create,delete - pods
      patch,update - pods/status
      create - pods/eviction
      read - configmaps,secrets
      get - persistentvolumeclaims,persistentvolumes
      get - endpoints
      create,get,list,watch certificates.k8s.io certificatesigningrequests
      create,delete,get,patch,update coordination.k8s.io leases
      get storage.k8s.io volumeattachments
      create - serviceaccounts/token
      get,patch,update - persistentvolumeclaims/status
      read storage.k8s.io csidrivers
      create,delete,get,patch,update storage.k8s.io csinodes
      read node.k8s.io runtimeclasses
      get resource.k8s.io resourceclaims
      deletecollection resource.k8s.io resourceslices
      create,delete,get,list,patch,update,watch resource.k8s.io resourceslices
    """
}
