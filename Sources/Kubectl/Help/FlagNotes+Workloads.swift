extension FlagNotes {
  /// What generators and setters put into objects.
  static let workloads = """
    aggregation-rule
      Gather the rules of all cluster roles whose labels fit, as key=value.
    annotation
      An annotation for the object, as key=value. May be given several times.
    annotations
      An annotation for the pod, as key=value. May be given several times.
    append-hash
      Add a hash of the contents to the name.
    audience
      Whom the token is meant for. May be given several times.
    bound-object-kind
      Bind the token to an object of this kind (Pod, Secret or Node): it dies with it.
    bound-object-name
      The name of the object that the token is bound to.
    bound-object-uid
      The UID of the object that the token is bound to; by default that of the present one.
    cert
      The file of the certificate, in PEM.
    class
      The ingress class that shall serve it.
    cluster-ip
      The cluster IP of the service; empty lets the server choose, None makes it headless.
    clusterip
      The cluster IP to use, or None for a headless service.
    clusterrole
      The cluster role that is granted.
    cpu
      The mean CPU use to aim for: a share of the request such as 80%, or an amount such as 500m.
    create-annotation
      Create the annotation on objects that do not have one yet.
    current-replicas
      Scale only if this is the present size; -1 does not look.
    default-backend
      Where requests go that fit no rule, as SERVICE:PORT.
    description
      What the priority class is for, in words.
    docker-email
      The e-mail address for the registry.
    docker-password
      The password for the registry.
    docker-server
      The registry's address.
    docker-username
      The user's name for the registry.
    duration
      How long the token shall be good for, as in 10m; the server may give another length.
    expose
      Create a service for the pod as well; it needs --port.
    external-ip
      A further address that leads to the service. Whoever owns it must route it to the cluster.
    external-name
      The DNS name that the service stands for.
    from
      The cron job to make the job from, as cronjob/NAME.
    set env: from
      The config map or secret to take variables from, as configmap/NAME.
    from-env-file
      A file of KEY=VALUE lines; each becomes a key.
    from-file
      A file whose contents become a value, under its own name or as KEY=FILE; a folder gives
      each file in it.
    create secret docker-registry: from-file
      A file of registry credentials, as KEY=FILE.
    from-literal
      A key and its value, as KEY=VALUE. May be given several times.
    global-default
      Give this class to pods that name none.
    group
      A group that is meant. May be given several times.
    hard
      The limits, as in pods=10,requests.cpu=4.
    image
      The image to run. create deployment takes several.
    run: image
      The image that the pod's container runs.
    debug: image
      The image of the debug container.
    create job: image
      The image that the job's container runs.
    create cronjob: image
      The image that the container of each job runs.
    key
      The file of the private key, in PEM.
    keys
      Take only these keys from what --from names, separated by commas.
    labels
      Labels for the object, as key=value,key=value.
    limits
      The limits to set, as in cpu=200m,memory=512Mi; 0 takes one away.
    load-balancer-ip
      The address to ask a load balancer for.
    max
      The most pods that it may scale to.
    max-unavailable
      How many of the pods may be missing at a time: a number or a percentage.
    memory
      The mean memory use to aim for: a share of the request such as 80%, or an amount.
    min
      The fewest pods that it may scale to; without it the server decides.
    min-available
      How many of the pods must stay: a number or a percentage.
    name
      The name of the new object; by default that of the object it is made from.
    node-port
      The port on every node; 0 lets the server choose.
    non-resource-url
      A path of the API that is no object, such as /logs/*.
    override-type
      How --overrides is merged: json, merge or strategic.
    overrides
      JSON that is merged into the object before it is sent.
    patch
      The patch, as JSON or YAML.
    patch-file
      The file with the patch.
    policy
      What the entry allows or refuses.
    port
      The port that is served.
    create deployment: port
      The port that the container listens on.
    run: port
      The port that the container listens on.
    address
      The addresses to listen on, separated by commas.
    preemption-policy
      Whether pods of this class may displace others: PreemptLowerPriority or Never.
    protocol
      The protocol of the port: TCP, UDP or SCTP.
    remove-extra-permissions
      Take away what the live role allows beyond the file.
    remove-extra-subjects
      Take away whom the live binding names beyond the file.
    replicas
      How many pods there shall be.
    requests
      The requests to set, as in cpu=100m,memory=256Mi; 0 takes one away.
    resolve
      With --list, print the values that come from config maps and secrets.
    resource
      The types that the rule is about. May be given several times.
    resource-name
      The only objects that the rule is about. May be given several times.
    restart
      When containers are started again: Always, OnFailure or Never.
    revision
      Show this revision in full.
    rollout status: revision
      Stay with this revision and fail when another takes over; 0 follows the latest.
    role
      The role that is granted.
    rule
      Where requests go, as HOST/PATH=SERVICE:PORT[,tls[=SECRET]].
    schedule
      When jobs are made, in cron's five fields or as @hourly.
    scopes
      Count only objects of these scopes, such as BestEffort, separated by commas.
    serviceaccount
      A service account that is meant, as NAMESPACE:NAME. May be given several times.
    session-affinity
      Whether a client stays with one pod: None or ClientIP.
    target-port
      The port of the pods, as a number or a name; by default the service's own.
    tcp
      A port as PORT or PORT:TARGETPORT. May be given several times.
    to-revision
      The revision to go back to; 0 is the one before the present.
    type
      The kind of secret, such as kubernetes.io/basic-auth.
    expose: type
      ClusterIP, NodePort, LoadBalancer or ExternalName.
    patch: type
      How the patch is merged: json, merge or strategic.
    create: user
      A user who is meant. May be given several times.
    set subject: user
      A user who is meant. May be given several times.
    value
      The priority; higher goes first.
    verb
      What may be done, such as get or list. May be given several times.
    """
}
