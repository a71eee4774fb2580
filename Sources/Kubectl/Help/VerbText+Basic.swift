extension VerbText {
  static let basic = """
    = expose
    Make a service that leads to the pods of an object.

    The object's own selector and labels go into the service: a service, pod, deployment, replica
    set or replication controller can be exposed, as long as its selector has no set-based part.
    --
    # Reach the pods of a deployment at port 80 of one address
    kubectl expose deployment web --port=80

    # The service listens on 80, the pods on 8080
    kubectl expose deployment web --port=80 --target-port=8080

    # Open a port on every node
    kubectl expose deployment web --port=80 --type=NodePort --name=web-outside

    # A single pod, under another name
    kubectl expose pod db --port=5432 --name=database
    = run
    Start one pod with one container.

    Nothing brings the pod back when it is gone; for that, create a deployment or a job.
    --
    # A web server
    kubectl run web --image=nginx

    # With a variable, labels and a port to be listed
    kubectl run web --image=nginx --env=MODE=test --labels=app=web,tier=front --port=80

    # A shell of your own, gone when you leave it
    kubectl run tool -it --rm --restart=Never --image=busybox -- sh

    # Its own command instead of the image's
    kubectl run clock --image=busybox --command -- sleep 3600

    # Only print the manifest
    kubectl run web --image=nginx --dry-run=client -o yaml
    = set
    Change one aspect of objects that exist already.
    = set env
    Set, take from elsewhere, list or remove the environment variables of containers.

    NAME=VALUE sets a variable, NAME- removes it, and - reads such lines from standard input. A
    change to a pod template begins a rollout.
    --
    # Set one variable
    kubectl set env deployment/web MODE=test

    # Remove it
    kubectl set env deployment/web MODE-

    # List what is set, values of config maps included
    kubectl set env deployment/web --list --resolve

    # Take all keys of a config map, each name with a prefix
    kubectl set env deployment/web --from=configmap/settings --prefix=APP_

    # In one container of every deployment
    kubectl set env deployments --all -c sidecar LEVEL=debug
    = set image
    Give containers other images, which begins a rollout where there is a template.

    Each change is CONTAINER=IMAGE; * stands for every container. Pods, deployments, daemon sets,
    stateful sets, replica sets, replication controllers and cron jobs can be changed.
    --
    # The next version of one container
    kubectl set image deployment/web nginx=nginx:1.29

    # The same image in every container
    kubectl set image daemonset/agent *=busybox:1.37

    # Change a file, not the cluster
    kubectl set image -f web.yaml nginx=nginx:1.29 --local -o yaml
    = set resources
    Set what containers ask for and what they may use at most.
    --
    # Both, for every container
    kubectl set resources deployment web --requests=cpu=100m --limits=cpu=200m,memory=256Mi

    # One container only
    kubectl set resources deployment web -c nginx --limits=memory=128Mi

    # Take a limit away
    kubectl set resources deployment web --limits=cpu=0
    = set selector
    Set the selector of a service; it takes the place of the old one.

    Other kinds do not let their selector change once they exist.
    --
    # Lead to the pods of another version
    kubectl set selector service web app=web,version=2
    = set serviceaccount
    Set the service account in pod templates.
    --
    # Run the pods of a deployment under another account
    kubectl set serviceaccount deployment web builder
    = set subject
    Set whom a role binding or cluster role binding is for.
    --
    # Two users and a group
    kubectl set subject rolebinding readers --user=ann --user=bob --group=testers

    # A service account
    kubectl set subject clusterrolebinding viewers --serviceaccount=team:robot
    = explain
    Describe a type and its fields.

    The words behind the type lead down its fields, with dots between them.
    --
    # The fields of a pod
    kubectl explain pods

    # One field
    kubectl explain pods.spec.containers.livenessProbe

    # All names of fields at once
    kubectl explain deployments --recursive

    # In another version of the API
    kubectl explain horizontalpodautoscalers --api-version=autoscaling/v1
    = get
    Show objects, as a table or in full.

    Types are named in full, in the singular, by their short names, or several with commas between
    them; names behind the type pick single objects. In the current namespace if nothing else is
    said.
    --
    # All pods
    kubectl get pods

    # With their addresses and nodes
    kubectl get pods -o wide

    # Several types, in all namespaces
    kubectl get deployments,services -A

    # One object with every field
    kubectl get deployment web -o yaml

    # Single objects of several types
    kubectl get pod/web service/db

    # Those with a label
    kubectl get pods -l app=web

    # One field of each
    kubectl get pods -o jsonpath='{.items[*].status.podIP}'

    # Columns of your own
    kubectl get pods -o custom-columns=NAME:.metadata.name,IP:.status.podIP

    # Follow the changes
    kubectl get pods --watch
    = edit
    Change an object in your editor; what is saved is sent as a patch.

    An unchanged or empty file changes nothing. The editor is that of KUBE_EDITOR or EDITOR.
    --
    # A service
    kubectl edit service/web

    # A deployment, as JSON
    kubectl edit deployment/web -o json

    # Its status
    kubectl edit deployment/web --subresource=status
    = delete
    Delete objects: by type and name, by labels, or those of a manifest.

    A pod gets time to end before it is gone; what its controller wants it makes anew. Of whole
    types, all objects go only with --all.
    --
    # One pod
    kubectl delete pod web

    # Whatever a file holds
    kubectl delete -f web.yaml

    # By label, of two types
    kubectl delete pods,services -l app=web

    # At once
    kubectl delete pod web --now

    # Without waiting for its kubelet
    kubectl delete pod web --force

    # The deployment but not its pods
    kubectl delete deployment web --cascade=orphan

    # All pods
    kubectl delete pods --all
    """
}
