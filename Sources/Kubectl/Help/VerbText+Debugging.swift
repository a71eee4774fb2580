extension VerbText {
  static let debugging = """
    = logs
    Print what the programs in containers have written.

    Of a pod, of the pods of an object, or of all with a label. Without -c it is the first
    container, or the one that the annotation kubectl.kubernetes.io/default-container names.
    --
    # The only container of a pod
    kubectl logs web

    # One of several
    kubectl logs web -c sidecar

    # All of them, each line with where it is from
    kubectl logs web --all-containers --prefix

    # The run before the last restart
    kubectl logs web --previous

    # As it comes, the latest 20 lines first
    kubectl logs web -f --tail=20

    # The last hour
    kubectl logs web --since=1h

    # All pods with a label
    kubectl logs -l app=web

    # A pod of a deployment
    kubectl logs deployment/web
    = attach
    Connect to the program that a container runs already.
    --
    # See what it writes
    kubectl attach web

    # Type to it
    kubectl attach web -c shell -it
    = exec
    Run another program in a container that runs.

    Everything behind -- is the program and its arguments.
    --
    # One command
    kubectl exec web -- date

    # A shell
    kubectl exec -it web -- sh

    # In one of several containers
    kubectl exec web -c sidecar -- ls /data

    # In a pod of a deployment
    kubectl exec deployment/web -- env
    = port-forward
    Open a port on this machine that leads to a pod.

    Of a deployment, a service or the like one pod is taken, and it is not changed for another when
    it goes. A port may be LOCAL:REMOTE, or :REMOTE for any free local one.
    --
    # The same port on both sides
    kubectl port-forward pod/web 8080

    # Another local port
    kubectl port-forward pod/web 9000:8080

    # A port of a service, by number or name
    kubectl port-forward service/web 9000:http
    = proxy
    Give programs on this machine plain HTTP access to the API. It is left out of the simulator.
    = cp
    Copy files and folders into containers and out of them.

    A place in a container is POD:PATH or NAMESPACE/POD:PATH. The container needs tar.
    --
    # Into a pod
    kubectl cp app.conf web:/etc/app.conf

    # Out of it
    kubectl cp web:/var/log logs

    # One of several containers, in another namespace
    kubectl cp team/web:/data/dump dump -c db
    = auth
    Look at who may do what.
    = auth can-i
    Tell whether something is allowed: yes or no, and the exit status says it too.

    The verb is one of the API, such as get, list or delete; what follows is a type, TYPE/NAME, or
    a path of the API that begins with a slash.
    --
    # Create pods here
    kubectl auth can-i create pods

    # As somebody else
    kubectl auth can-i list secrets --as=system:serviceaccount:team:robot -n team

    # Anything at all
    kubectl auth can-i '*' '*'

    # Read logs
    kubectl auth can-i get pods --subresource=log

    # Everything that is allowed
    kubectl auth can-i --list
    = auth reconcile
    Bring roles and bindings to what a manifest says, without taking anything away by itself.
    --
    # What a file holds
    kubectl auth reconcile -f roles.yaml

    # Take away what is not in it
    kubectl auth reconcile -f roles.yaml --remove-extra-permissions --remove-extra-subjects
    = auth whoami
    Tell who you are to the server.
    --
    # Name and groups
    kubectl auth whoami

    # As JSON
    kubectl auth whoami -o json
    = debug
    Look into something that runs, with tools that it does not have.

    Three ways lead there:

     *  a debug container is added to a pod that runs
     *  a changed copy of the pod is made
     *  on a node, a pod is made that sees the machine, its disk below /host
    --
    # A shell beside the pod's containers
    kubectl debug web -it --image=busybox

    # One that sees the processes of a container
    kubectl debug web -it --image=busybox --target=nginx

    # A copy with a shell instead of the program
    kubectl debug web -it --copy-to=web-copy --container=nginx -- sh

    # A copy with another image
    kubectl debug web --copy-to=web-copy --set-image=*=nginx:1.29

    # A node
    kubectl debug node/worker-1 -it --image=busybox
    """
}
