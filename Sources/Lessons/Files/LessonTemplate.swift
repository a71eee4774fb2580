/// The start of a lesson: small, but whole, with notes on what to change.
public enum LessonTemplate {
  /// The file of a lesson with this id; nil when it can be no id.
  public static func text(id: String) -> String? {
    guard !id.isEmpty,
      id.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    else { return nil }
    return body.replacing("NAME", with: id)
  }

  private static let body = """
    ---
    id: NAME
    title: A pod of your own
    level: junior
    minutes: 5
    needs: []
    cluster: default
    ---
    <!-- This is a small lesson that works. Change it bit by bit; comments like this one are never
    shown. `podlab lessons try NAME.md` plays it, `podlab lessons check NAME.md` proves it. -->
    <!-- The facts above: id is the file's name; level is junior, mid or senior; needs lists the ids
    of lessons that should come first, [labels, pod-ip]; cluster is default, or the name of a file
    of Node objects beside this one. -->
    <!-- First a reason to care: a few sentences, no more. -->
    Every program in a cluster runs in a **pod**. Here you start one and see where it goes.

    <!-- Every ## is a step: something to do. -->
    ## Start it

    <!-- State every name that is checked. A fence ```yaml web.yaml gives the learner a file. -->
    Run a pod called `hello` with the image `nginx:1.27`. Before you do, say on which node it will
    run: `answer NODE`.

    <!-- Commands that run before the step begins would stand in ### Setup. -->

    ### Predict
    ```question
    On which node will the pod run?
    ```
    truth: pod/hello .spec.nodeName

    ### Check
    <!-- One check a line, on what has come of it, never on what was typed. `help expect` tells the
    language. With `- answer == truth` the step would wait for the right answer. -->
    - pod/hello .status.phase == Running
    - pod/hello .spec.containers[0].image == nginx:1.27

    ### Hints
    <!-- Three: the concept, the exact field or flag, nearly the answer. -->
    1. kubectl has a verb that makes a pod without any file.
    2. The verb is `run`; its flag `--image` says what to start.
    3. Name the pod first, then the image; a moment later it runs.

    ### When pod/hello .spec.containers[0].image == nginx
    <!-- What to say while a certain mistake stands; a Must fail script has to make it. -->
    That is some nginx, the newest there is. Say which one: a version stands behind a colon.

    ### Solution
    ```console
    $ kubectl run hello --image=nginx:1.27
    ```

    ### Also works
    <!-- Other ways that must pass. If there are none, say why, without a fence. -->
    ```console
    $ kubectl create -f - <<EOF
    apiVersion: v1
    kind: Pod
    metadata: {name: hello}
    spec:
      containers: [{name: web, image: "nginx:1.27"}]
    EOF
    $ kubectl wait --for=condition=Ready pod/hello
    ```

    ### Must fail
    <!-- Tempting wrong ways that must not pass: two, or the reason why there are fewer. -->
    ```console
    $ kubectl run hello --image=nginx
    $ advance 10s
    ```
    Another name.
    ```console
    $ kubectl run helo --image=nginx:1.27
    $ advance 10s
    ```

    ### Why
    <!-- What happened and why, who did it, what is left out, and the question it answers. -->
    You asked the **API server** for a pod; the **scheduler** picked a node, and the **kubelet** of
    that node pulled the image and started the container.

    *In an interview:* "What happens between `kubectl run` and a running container?"

    """
}
