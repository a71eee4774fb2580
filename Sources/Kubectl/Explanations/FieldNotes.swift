/// What `explain` says about types and fields: one sentence or two of our own for those a learner
/// meets. The name is `Type` or `Type.field`; `*.field` holds for every type.
enum FieldNotes {
  static func note(onType type: String) -> String? { notes[type] }

  static func note(on field: String, of type: String) -> String? {
    notes["\(type).\(field)"] ?? notes["*.\(field)"]
  }

  private static let notes: [String: String] = {
    var notes: [String: String] = [:]
    let texts = [podNotes, clusterNotes, jobNotes, scalingNotes, storageNotes, policyNotes]
    for line in texts.flatMap({ $0.split(separator: "\n") }) {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2 { notes[parts[0]] = parts[1] }
    }
    return notes
  }()

  private static let podNotes = """
    Pod One or more containers that run on one node, share an IP address and can share files.
    Pod.spec What the pod shall be: its containers, its volumes, where it may run.
    Pod.status What has become of it, as its node's kubelet reports it.
    PodSpec What a pod shall be. Most of it cannot be changed once the pod exists.
    PodSpec.activeDeadlineSeconds Seconds after which the pod is stopped and marked as failed.
    PodSpec.affinity Which nodes and which other pods to be near or to keep away from.
    PodSpec.containers The containers, at least one. They start together and share the network.
    PodSpec.initContainers Containers that run one after the other before the others start. One \
    with restartPolicy Always is a sidecar: it goes on running beside them.
    PodSpec.nodeName The node the pod is bound to. The scheduler fills it in; set by hand, it \
    bypasses the scheduler.
    PodSpec.nodeSelector Labels that a node must have for the pod to run there.
    PodSpec.restartPolicy Whether ended containers are started again: Always, OnFailure or Never. \
    Always is the default.
    PodSpec.terminationGracePeriodSeconds Seconds between the polite signal to end and the \
    kill; 30 unless set.
    PodSpec.tolerations Taints of nodes that the pod puts up with.
    PodSpec.topologySpreadConstraints How evenly pods are spread over zones or nodes.
    PodSpec.volumes Folders that the containers can mount.
    PodSpec.priorityClassName The class that says how important the pod is; more important pods \
    may push others out.
    PodSpec.priority The number behind the priority class; filled in on creation.
    PodSpec.hostNetwork Use the node's own network instead of one of the pod's own.
    PodSpec.schedulerName Which scheduler chooses the node; default-scheduler unless set.
    PodSpec.serviceAccountName Who the pod's programs are when they talk to the API server.
    PodSpec.dnsPolicy Where names are looked up; ClusterFirst asks the cluster's DNS.
    PodSpec.schedulingGates Names that must all be taken away before the pod is scheduled.
    PodStatus What has become of a pod.
    PodStatus.phase Pending, Running, Succeeded, Failed or Unknown: the short story of its life.
    PodStatus.conditions Whether it is scheduled, initialized, its containers ready, itself ready.
    PodStatus.podIP Its address; it keeps it until it is gone, restarts of containers included.
    PodStatus.hostIP The address of its node.
    PodStatus.containerStatuses How each container fares.
    PodStatus.qosClass Guaranteed, Burstable or BestEffort: who is evicted first when a node runs \
    short.
    PodStatus.startTime When the kubelet took it on.
    PodStatus.reason One word for why it is so, such as Evicted.
    Container One program, with its image, its settings and what it needs.
    Container.args Arguments for the command; in place of the image's CMD.
    Container.command The program to run; in place of the image's ENTRYPOINT.
    Container.env Environment variables.
    Container.envFrom All keys of a ConfigMap or Secret as environment variables.
    Container.image The image to run: repository:tag.
    Container.imagePullPolicy Always, IfNotPresent or Never. Always for the tag latest, \
    IfNotPresent otherwise.
    Container.lifecycle What to do right after the start and right before the end.
    Container.livenessProbe Asked again and again; when it fails the container is restarted.
    Container.readinessProbe Asked again and again; while it fails the pod gets no traffic.
    Container.startupProbe Asked until it first succeeds; the other probes wait for it.
    Container.name Its name, unique within the pod.
    Container.ports Ports it listens on. For information: leaving one out closes nothing.
    Container.resources What it asks for and what it may use at most.
    Container.volumeMounts Where volumes appear in its files.
    Container.workingDir The folder its command starts in.
    ResourceRequirements.requests What it is given for sure: the scheduler counts these.
    ResourceRequirements.limits What it may use at most: more memory and it is killed, more CPU \
    and it is slowed down.
    ContainerPort.containerPort The port number, 1 to 65535.
    ContainerPort.hostPort A port of the node that leads here; one pod a node can have it.
    EnvVar.name The name of the variable.
    EnvVar.value Its value; $(NAME) stands for variables before it.
    EnvVar.valueFrom Where the value comes from instead.
    Probe.failureThreshold How often in a row it must fail to count as failed; 3 unless set.
    Probe.initialDelaySeconds Seconds to wait after the container has started.
    Probe.periodSeconds Seconds between two probes; 10 unless set.
    Probe.successThreshold How often in a row it must succeed after a failure.
    Probe.timeoutSeconds Seconds until no answer counts as a failure; 1 unless set.
    Probe.httpGet Ask for a page: 200 to 399 is a success.
    Probe.tcpSocket Connect to a port.
    Probe.exec Run a command in the container: exit code 0 is a success.
    Toleration.key The taint's key; empty with operator Exists for all.
    Toleration.operator Equal compares key and value, Exists the key alone.
    Toleration.effect The taint's effect; empty for all.
    Toleration.tolerationSeconds For NoExecute: how long the pod stays after the taint came.
    VolumeMount.mountPath The folder in the container.
    VolumeMount.name The name of one of the pod's volumes.
    VolumeMount.readOnly Whether the container may only read.
    Volume.emptyDir A folder that begins empty and lives as long as the pod.
    Volume.configMap The keys of a ConfigMap as files.
    Volume.secret The keys of a Secret as files.
    Volume.hostPath A folder of the node.
    Affinity.nodeAffinity Which nodes, by their labels.
    Affinity.podAffinity Which pods to be near.
    Affinity.podAntiAffinity Which pods to keep away from.
    """

  private static let clusterNotes = """
    *.apiVersion The group and version of the API that this is written for.
    *.kind What sort of object this is.
    *.metadata Name, namespace, labels and what the cluster keeps about the object.
    *.status What is so, as observed by the cluster. It is not set by hand.
    *.spec What shall be so.
    ObjectMeta What every object carries, whatever its kind.
    ObjectMeta.name Unique among objects of the kind in the namespace. It cannot be changed.
    ObjectMeta.namespace The room the name lives in; default unless set.
    ObjectMeta.labels Words to find and group objects by; selectors look at them.
    ObjectMeta.annotations Notes for tools and people; nothing selects by them.
    ObjectMeta.uid The identity of this very object: one made later under the same name has another.
    ObjectMeta.resourceVersion Changes with every write to the object.
    ObjectMeta.generation Counts the changes of what is wanted.
    ObjectMeta.creationTimestamp When it was made.
    ObjectMeta.deletionTimestamp When it is to be gone at the latest; set by a deletion.
    ObjectMeta.ownerReferences Who it belongs to; it goes when its owners are gone.
    ObjectMeta.finalizers Who must do something before it can go.
    Node A machine that runs pods.
    NodeSpec.unschedulable Whether it takes no new pods: cordon sets it.
    NodeSpec.taints Marks that keep pods away which do not tolerate them.
    NodeSpec.podCIDR The range its pods get their addresses from.
    NodeStatus.capacity What the machine has.
    NodeStatus.allocatable What of it pods may use.
    NodeStatus.conditions Whether it is ready, and short of memory, disk or processes.
    NodeStatus.addresses Where it can be reached.
    NodeStatus.nodeInfo Which software it runs.
    Taint.effect NoSchedule keeps new pods away, PreferNoSchedule tries to, NoExecute drives out \
    those that run.
    Deployment Keeps a number of equal pods alive and replaces them step by step when they change.
    DeploymentSpec.replicas How many pods; 1 unless set.
    DeploymentSpec.selector Which pods are its own. It cannot be changed.
    DeploymentSpec.template What its pods are made from. Changing it starts a rollout.
    DeploymentSpec.strategy How old pods are replaced: RollingUpdate or Recreate.
    DeploymentSpec.minReadySeconds How long a new pod must be ready to count as available.
    DeploymentSpec.progressDeadlineSeconds After how long without progress a rollout has failed.
    DeploymentSpec.revisionHistoryLimit How many old ReplicaSets are kept to go back to.
    DeploymentSpec.paused Whether changes of the template wait.
    RollingUpdateDeployment.maxSurge How many pods more than wanted there may be meanwhile.
    RollingUpdateDeployment.maxUnavailable How many pods less than wanted there may be meanwhile.
    ReplicaSet Keeps a number of equal pods alive. Deployments make these; you seldom do.
    ReplicaSetSpec.replicas How many pods; 1 unless set.
    ReplicaSetSpec.selector Which pods are its own.
    ReplicaSetSpec.template What its pods are made from.
    Service One stable address for pods that come and go.
    ServiceSpec.selector Which pods get its traffic, by their labels.
    ServiceSpec.ports Its ports and where they lead.
    ServiceSpec.type ClusterIP, NodePort, LoadBalancer or ExternalName: from where it is reached.
    ServiceSpec.clusterIP Its address inside the cluster; None for a headless Service.
    ServicePort.port The port of the Service.
    ServicePort.targetPort The port of the pods, by number or name; the same as port unless set.
    ServicePort.nodePort The port of every node that leads here, 30000 to 32767.
    ConfigMap Settings by key, for environment variables and files.
    ConfigMap.data The settings, as texts.
    Namespace A room for names: objects in different rooms may be called the same.
    Event Something that happened to an object. Events are kept for an hour.
    EndpointSlice The addresses behind a Service.
    Lease A sign of life: who renewed it, and when.
    PriorityClass A name for how important pods are.
    ServiceAccount Who a pod's programs are when they talk to the API server.
    """
}
