extension VerbText {
  static let creating = """
    = create
    Create objects from manifests, or one object of a type from flags.
    --
    # What a file holds
    kubectl create -f web.yaml

    # What is piped in
    cat web.yaml | kubectl create -f -

    # Change it in the editor first
    kubectl create -f web.yaml --edit
    = create clusterrole
    Create a cluster role: verbs on types, in all namespaces or outside them.
    --
    # Read pods anywhere
    kubectl create clusterrole pod-reader --verb=get,list,watch --resource=pods

    # Only one object
    kubectl create clusterrole one-node --verb=get --resource=nodes --resource-name=worker-1

    # A part of a type
    kubectl create clusterrole logs --verb=get --resource=pods,pods/log

    # A path of the API
    kubectl create clusterrole health --verb=get --non-resource-url=/healthz

    # The sum of other roles
    kubectl create clusterrole readers --aggregation-rule=rbac.example/reader=true
    = create clusterrolebinding
    Grant a cluster role in all namespaces.
    --
    # To a user and a group
    kubectl create clusterrolebinding viewers --clusterrole=view --user=ann --group=testers
    = create configmap
    Create a config map from values, files or folders.

    A file becomes a key with its name unless another is given; of a folder, each file with a name
    that may be a key does.
    --
    # From values
    kubectl create configmap settings --from-literal=color=blue --from-literal=size=9

    # From a file, under its own name and under another
    kubectl create configmap settings --from-file=app.conf
    kubectl create configmap settings --from-file=main=app.conf

    # From every file of a folder
    kubectl create configmap settings --from-file=conf/

    # From lines NAME=VALUE
    kubectl create configmap settings --from-env-file=app.env
    = create cronjob
    Create a cron job, which makes jobs by the clock.
    --
    # Every five minutes
    kubectl create cronjob tick --image=busybox --schedule='*/5 * * * *' -- date
    = create deployment
    Create a deployment, which keeps a number of equal pods running.
    --
    # One pod
    kubectl create deployment web --image=nginx

    # Three, with a port
    kubectl create deployment web --image=nginx --replicas=3 --port=80

    # With a command
    kubectl create deployment clock --image=busybox -- sleep 3600

    # Two containers in each pod
    kubectl create deployment pair --image=nginx --image=redis
    = create ingress
    Create an ingress, which leads requests from outside to services by host and path.

    A path that ends with * holds for everything below it.
    --
    # Everything of a host to one service
    kubectl create ingress shop --rule='shop.example/*=web:80'

    # One path exactly, with TLS
    kubectl create ingress shop --class=nginx --rule='shop.example/buy=web:80,tls=shop-cert'

    # Whatever fits no rule
    kubectl create ingress shop --default-backend=web:80
    = create job
    Create a job, which runs pods until enough have succeeded.
    --
    # From an image
    kubectl create job once --image=busybox

    # With a command
    kubectl create job once --image=busybox -- date

    # As the cron job would
    kubectl create job now --from=cronjob/tick
    = create namespace
    Create a namespace, a room for names.
    --
    # A new one
    kubectl create namespace team
    = create poddisruptionbudget
    Create a disruption budget: how many pods evictions have to leave.
    --
    # One of them at least
    kubectl create poddisruptionbudget web --selector=app=web --min-available=1

    # Half of them at most may be missing
    kubectl create poddisruptionbudget web --selector=app=web --max-unavailable=50%
    = create priorityclass
    Create a priority class: pods of a higher one are placed first and may displace others.
    --
    # High
    kubectl create priorityclass high --value=1000 --description='goes first'

    # For all pods that name none
    kubectl create priorityclass usual --value=100 --global-default=true

    # Goes first, displaces nobody
    kubectl create priorityclass polite --value=1000 --preemption-policy=Never
    = create quota
    Create a quota: how much a namespace may hold.
    --
    # Pods and CPU
    kubectl create quota small --hard=pods=5,requests.cpu=2

    # Only pods that ask for nothing
    kubectl create quota loose --hard=pods=10 --scopes=BestEffort
    = create role
    Create a role: verbs on types, in one namespace.
    --
    # Read pods
    kubectl create role pod-reader --verb=get,list,watch --resource=pods

    # Only two of them
    kubectl create role two --verb=get --resource=pods --resource-name=a --resource-name=b

    # A type of another group, and a part of a type
    kubectl create role sizes --verb=get,update --resource=deployments.apps/scale
    = create rolebinding
    Grant a role or cluster role in one namespace.
    --
    # A role, to a user
    kubectl create rolebinding readers --role=pod-reader --user=ann

    # A cluster role, to a service account
    kubectl create rolebinding admins --clusterrole=admin --serviceaccount=team:robot
    = create secret
    Create a secret of one of three kinds.

    docker-registry holds what it takes to log in to a registry, generic whatever you like, tls a
    certificate and its key.
    = create secret docker-registry
    Create a secret for pulling images from a registry that wants to know who asks.

    Pods use it when their imagePullSecrets, or those of their service account, name it.
    --
    # For one registry
    kubectl create secret docker-registry pull --docker-server=registry.example \\
      --docker-username=ann --docker-password=secret --docker-email=ann@mail.example

    # From the file that docker keeps
    kubectl create secret docker-registry pull --from-file=config.json
    = create secret generic
    Create a secret from values, files or folders.

    A file becomes a key with its name unless another is given; of a folder, each file with a name
    that may be a key does.
    --
    # From values
    kubectl create secret generic login --from-literal=user=ann --from-literal=word=secret

    # From a file
    kubectl create secret generic key --from-file=id=id_ed25519

    # From lines NAME=VALUE
    kubectl create secret generic login --from-env-file=login.env
    = create secret tls
    Create a secret from a certificate and the key that belongs to it.
    --
    # From two files
    kubectl create secret tls shop-cert --cert=shop.crt --key=shop.key
    = create service
    Create a service of one of four types, without looking at pods.

    It selects pods with the label app and the service's own name.
    = create service clusterip
    Create a service with an address inside the cluster.
    --
    # Port 80, which is 8080 in the pods
    kubectl create service clusterip web --tcp=80:8080

    # Headless: the name leads to each pod
    kubectl create service clusterip web --clusterip=None
    = create service externalname
    Create a service that is another name for something outside.
    --
    # A database elsewhere
    kubectl create service externalname db --external-name=db.example.com
    = create service loadbalancer
    Create a service with an address for the world outside.
    --
    # Port 80, which is 8080 in the pods
    kubectl create service loadbalancer web --tcp=80:8080
    = create service nodeport
    Create a service that opens a port on every node.
    --
    # Port 80, which is 8080 in the pods
    kubectl create service nodeport web --tcp=80:8080
    = create serviceaccount
    Create a service account, which programs in pods act as.
    --
    # A new one
    kubectl create serviceaccount robot
    = create token
    Ask for a token with which to act as a service account.
    --
    # For an account of this namespace
    kubectl create token robot

    # For an hour, for one receiver
    kubectl create token robot --duration=1h --audience=https://example.com

    # For as long as a pod lives
    kubectl create token robot --bound-object-kind=Pod --bound-object-name=web
    """
}
