extension Glossary {
  /// In the order of the terms.
  static let terms: [(term: String, meaning: String)] = [
    (
      "admission",
      "the last step before a write is stored: it may fill in defaults, change the "
        + "object or refuse it."
    ),
    (
      "allocatable",
      "what of a node's capacity pods may use; the rest is kept for the system."
    ),
    (
      "api server",
      "the only component that reads and writes the cluster's state; everyone else talks to it."
    ),
    (
      "autoscaler",
      "sets a number by what is used or wanted: the horizontal one how many pods, the "
        + "cluster's how many nodes."
    ),
    (
      "cluster ip",
      "a Service's own address inside the cluster. No machine has it: each node's "
        + "rules turn it into a pod's."
    ),
    (
      "condition",
      "one line of an object's status: a type such as Ready, True, False or Unknown, and why."
    ),
    (
      "container",
      "a process with its own files, started from an image, limited in cpu and memory."
    ),
    (
      "control loop",
      "looks at what is wanted and what is there, does one thing to bring them "
        + "closer, and looks again."
    ),
    (
      "control plane",
      "API server, scheduler and controller manager: what decides, as against nodes, which do."
    ),
    ("cordon", "to mark a node so that no new pods are placed on it; those there stay."),
    (
      "crashloopbackoff",
      "a container ended again and again, so the kubelet waits before the next start: "
        + "10 s, 20 s, up to 5 min."
    ),
    (
      "deployment",
      "keeps a number of equal pods and replaces them step by step when their template changes."
    ),
    ("drain", "to cordon a node and evict its pods, before the node is taken down."),
    (
      "endpointslice", "the list of addresses behind a Service, and which of them are ready."
    ),
    ("event", "a note about something that happened to an object; kept for an hour."),
    (
      "eviction",
      "ending a pod for the cluster's sake: a drain, a lost node, lack of memory."
    ),
    (
      "finalizer",
      "a mark that keeps a deleted object until somebody has cleaned up and taken the mark off."
    ),
    (
      "grace period",
      "the time between the polite signal (SIGTERM) and the kill (SIGKILL): 30 s "
        + "unless said otherwise."
    ),
    ("image", "the files and the start command of a container, pulled by name and tag."),
    (
      "init container",
      "a container that runs to its end before the pod's own containers start."
    ),
    ("kubelet", "the agent on each node: it starts, watches and ends the containers of its pods."),
    ("label", "a key and value on an object, by which selectors find it."),
    ("lease", "the heartbeat of a node: renewed every 10 s, looked at by the node controller."),
    ("limit", "the most a container may use; over its memory limit it is killed."),
    (
      "liveness probe",
      "a check that, when it fails, makes the kubelet restart the container."
    ),
    (
      "manifest", "a file that says what objects shall be like; apply makes it so."
    ),
    ("namespace", "a part of the cluster in which names are unique."),
    ("node", "a machine of the cluster, with a kubelet."),
    (
      "metrics server",
      "asks every kubelet every 15 seconds what its containers use: for kubectl top and "
        + "autoscalers."
    ),
    (
      "owner reference",
      "says which object another belongs to; when the owner goes, what it owns goes too."
    ),
    (
      "pod",
      "one or more containers that live on one node, share an address, and start and end together."
    ),
    (
      "preemption", "ending pods of lower priority to make room for one of higher priority."
    ),
    (
      "readiness probe",
      "a check that, while it fails, keeps the pod out of the Services' lists."
    ),
    ("replicaset", "keeps a number of equal pods, no more."),
    (
      "request",
      "what the scheduler sets aside for a container on a node, used or not."
    ),
    (
      "scheduler",
      "picks a node for each new pod: first the nodes that can take it, then the best of those."
    ),
    ("selector", "a condition on labels that picks objects."),
    ("service", "one steady name and address for a changing set of pods."),
    (
      "static pod", "a pod that a kubelet runs from a file, without the API server's say."
    ),
    ("taint", "a mark on a node that keeps pods away unless they tolerate it."),
    ("toleration", "what lets a pod onto a tainted node, or stay there for a while."),
    ("volume", "a folder that the containers of a pod can share and that outlives their restarts."),
  ]
}
