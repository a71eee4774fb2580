extension SchemaText {
  /// Types to do with probes and what is done when containers start and end.
  static var probes: String {
    #"""
    Probe
        A question the kubelet asks a container again and again. A liveness probe that fails
        restarts it, a readiness probe takes the pod out of its Services, a startup probe holds the
        others back until it succeeds. Exactly one of exec, grpc, httpGet and tcpSocket is set.
      exec ExecAction
        Asks by running a command inside the container; exit status 0 means success.
      failureThreshold integer(int32) default=3
        Failures in a row after which the container counts as not well; 3 unless set, at least 1.
        For a startup probe, times periodSeconds it is the time the program has to come up.
      grpc GRPCAction
        Asks the gRPC health service on a port of the pod; the answer SERVING means success.
      httpGet HTTPGetAction
        Asks with an HTTP GET on the pod's IP address; an answer of 200 to 399 means success.
      initialDelaySeconds integer(int32)
        Seconds from the start of the container to the first question; 0 unless set. For slow
        starters a startupProbe is the better choice.
      periodSeconds integer(int32) default=10
        Seconds from one question to the next; 10 unless set, at least 1.
      successThreshold integer(int32) default=1
        Successes in a row that make a container well again after a failure; 1 unless set. Must be 1
        for liveness and startup probes.
      tcpSocket TCPSocketAction
        Asks by opening a TCP connection to a port of the pod; that it opens is success.
      terminationGracePeriodSeconds integer(int64)
        Seconds the container gets to end when this probe has it killed; the pod's own number unless
        set. At least 1, and not allowed for readiness probes.
      timeoutSeconds integer(int32) default=1
        Seconds to wait for the answer; 1 unless set, at least 1. No answer in time counts as a
        failure, a common trap with slow endpoints.
    Lifecycle
        What to do right after a container starts and right before it is stopped.
      postStart LifecycleHandler
        Run right after the container was made, alongside its program and perhaps before it. If it
        fails the container is killed and follows its restart policy.
      preStop LifecycleHandler
        Run before the container gets the signal to end, for instance to let requests finish. Its
        time is part of terminationGracePeriodSeconds; not run when the program ends by itself.
      stopSignal string enum=Signal
        The signal that asks the container to end, such as SIGUSR1, in place of the image's. Needs
        the feature gate ContainerStopSignals, off in 1.36, and the pod's os set.
    LifecycleHandler
        One action at the start or end of a container; exactly one field is set.
      exec ExecAction
        Runs a command inside the container. An exit status other than 0 is a failure.
      httpGet HTTPGetAction
        Sends an HTTP GET to the pod. Any answer will do, whatever its status; only no answer is a
        failure.
      sleep SleepAction
        Just waits. As a preStop it gives load balancers time to stop sending traffic here.
      tcpSocket TCPSocketAction deprecated
        Deprecated and never worked for hooks: it is accepted, but fails when its time comes.
    ExecAction
        Runs a command inside the container, as a probe or hook.
      command []string list=atomic
        The program and its arguments, started inside the container without a shell; use sh, -c for
        pipes or variables. Exit code 0 means success, anything else failure. The program must exist
        in the image.
    URIScheme = HTTP HTTPS
    HTTPGetAction
        Sends an HTTP GET request to the container, as a probe or hook. A probe counts any status
        from 200 to 399 as success; a hook is content with any answer.
      host string
        Name or address to connect to; default is the pod's IP. To send another Host header set it
        in httpHeaders: localhost here would mean the node.
      httpHeaders []HTTPHeader list=atomic
        Headers added to the request, for example Host or Authorization; the same name may come
        twice. User-Agent kube-probe is sent unless you set your own.
      path string default=/
        Path to ask for, with query if needed; default /. A health endpoint of its own is better
        than the start page.
      port IntOrString required
        Port to connect to, as a number from 1 to 65535 or the name of one of the container's ports.
      scheme string enum=URIScheme default=HTTP
        HTTP (default) or HTTPS. With HTTPS the certificate is not checked.
    HTTPHeader
        One header line of a probe's or hook's HTTP request.
      name string required
        Name of the header, such as Host or X-Check; upper and lower case are evened out when it is
        sent.
      value string required
        Text sent after the header's name. No variables are filled in.
    TCPSocketAction
        Opens a TCP connection and closes it again.
      host string
        The host to connect to; the pod's IP address unless set. The kubelet connects from the node,
        so localhost here would be the node.
      port IntOrString required
        The port to connect to, 1 to 65535, or the name of a container port.
    GRPCAction
        Asks the container's gRPC health service; status SERVING counts as success.
      port integer(int32) required
        Number of the gRPC port, 1 to 65535. A port name is not accepted here.
      service string default=""
        Name put in the health request, so that one server can answer for several parts. Default
        empty, which asks for the server as a whole.
    SleepAction
        Waits for some seconds, without needing a program in the image.
      seconds integer(int64) required
        How long to wait: from 0 to the pod's terminationGracePeriodSeconds.
    """#
  }
}
