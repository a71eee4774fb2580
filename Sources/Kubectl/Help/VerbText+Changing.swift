extension VerbText {
  static let changing = """
    = rollout
    Watch and steer how a new version of a template reaches the pods.

    Deployments, daemon sets and stateful sets have rollouts.
    --
    # How far is it?
    kubectl rollout status deployment/web

    # Back to the version before
    kubectl rollout undo deployment/web

    # New pods, same version
    kubectl rollout restart deployment/web
    = rollout history
    List the versions that are kept, or show one of them.
    --
    # All of them
    kubectl rollout history deployment/web

    # What the second was
    kubectl rollout history deployment/web --revision=2
    = rollout pause
    Stop a deployment from acting on changes to its template.

    Several changes can be made meanwhile; resume rolls them out as one.
    --
    # Hold it
    kubectl rollout pause deployment/web
    = rollout restart
    Replace all pods, in the way of a rollout.
    --
    # One deployment
    kubectl rollout restart deployment/web

    # A daemon set
    kubectl rollout restart daemonset/agent

    # All with a label
    kubectl rollout restart deployment -l app=web
    = rollout resume
    Let a paused deployment act on its template again.
    --
    # Go on
    kubectl rollout resume deployment/web
    = rollout status
    Tell how far the latest rollout is, and stay until it is over.
    --
    # Until it is done
    kubectl rollout status deployment/web

    # For a minute at most
    kubectl rollout status deployment/web --timeout=1m
    = rollout undo
    Go back to an earlier version of the template.
    --
    # The one before
    kubectl rollout undo deployment/web

    # A certain one
    kubectl rollout undo daemonset/agent --to-revision=3
    = scale
    Set how many pods a deployment, replica set, stateful set or replication controller keeps.

    It can be made to depend on the present size or version: then nothing happens if those are not
    as expected.
    --
    # Five
    kubectl scale deployment/web --replicas=5

    # Only if there are two now
    kubectl scale deployment/web --current-replicas=2 --replicas=3

    # Several at once
    kubectl scale deployment/web deployment/api --replicas=2

    # What a file names
    kubectl scale -f web.yaml --replicas=3
    = autoscale
    Let the number of pods follow their load, between two bounds.

    It creates a HorizontalPodAutoscaler, which needs a metrics server and pods that say what they
    request.
    --
    # Up to ten pods, at 80 percent of their CPU request
    kubectl autoscale deployment web --max=10 --cpu=80%

    # Two at least, by memory
    kubectl autoscale deployment web --min=2 --max=10 --memory=500Mi
    = diff
    Show what apply would change.

    The exit status is 0 for nothing, 1 for differences, more when something went wrong.
    KUBECTL_EXTERNAL_DIFF is not looked at here: the differences are always in unified form.
    --
    # A file against the cluster
    kubectl diff -f web.yaml

    # What is piped in
    cat web.yaml | kubectl diff -f -
    = apply
    Make objects as the manifests say: what is missing is created, what differs is changed.

    What was applied last is kept with the object, so that a field that leaves the file leaves the
    object too, and fields that others have set stay.
    --
    # A file
    kubectl apply -f web.yaml

    # Everything in a folder and below
    kubectl apply -R -f manifests/

    # What is piped in
    cat web.yaml | kubectl apply -f -

    # Let the server merge, by who owns which field
    kubectl apply --server-side -f web.yaml

    # Delete what is no longer in the files
    kubectl apply --prune -l app=web -f manifests/
    = apply edit-last-applied
    Change in the editor what apply remembers, and apply that.
    --
    # Of a deployment
    kubectl apply edit-last-applied deployment/web
    = apply set-last-applied
    Make apply remember a file as if it had been applied, without changing the object.
    --
    # From a file
    kubectl apply set-last-applied -f web.yaml

    # Also where nothing is remembered yet
    kubectl apply set-last-applied -f web.yaml --create-annotation=true
    = apply view-last-applied
    Print what apply remembers.
    --
    # As YAML
    kubectl apply view-last-applied deployment/web

    # As JSON
    kubectl apply view-last-applied -f web.yaml -o json
    = patch
    Change some fields of an object.

    A strategic patch knows which lists are merged by which key, a merge patch replaces lists
    whole, and a JSON patch is a list of operations.
    --
    # One field
    kubectl patch deployment web -p '{"spec":{"replicas":3}}'

    # The image of one container
    kubectl patch pod web -p '{"spec":{"containers":[{"name":"web","image":"nginx:1.29"}]}}'

    # An operation
    kubectl patch service web --type=json -p '[{"op":"remove","path":"/spec/type"}]'

    # The size
    kubectl patch deployment web --subresource=scale --type=merge -p '{"spec":{"replicas":2}}'
    = replace
    Replace whole objects by those of the manifests.

    What a manifest does not say is gone afterwards, so it is best made from get -o yaml.
    --
    # By a file
    kubectl replace -f web.yaml

    # Delete and create, for what cannot be updated
    kubectl replace --force -f web.yaml
    = label
    Set and remove labels.

    KEY=VALUE sets one, KEY- removes it. A value that is there changes only with --overwrite.
    --
    # Set one
    kubectl label pods web tier=front

    # Change it
    kubectl label pods web tier=back --overwrite

    # On all pods
    kubectl label pods --all checked=yes

    # Remove it
    kubectl label pods web tier-
    = annotate
    Set and remove annotations.

    KEY=VALUE sets one, KEY- removes it. A value that is there changes only with --overwrite.
    --
    # Set one
    kubectl annotate pods web note='under observation'

    # Change it
    kubectl annotate pods web note=healthy --overwrite

    # Remove it
    kubectl annotate pods web note-
    """
}
