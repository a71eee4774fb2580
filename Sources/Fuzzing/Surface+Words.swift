extension Surface {
  /// Words that mean something here: chance alone does not find them.
  public var words: [String] {
    switch self {
    case .commands: Self.commandWords + Self.shellWords
    case .manifests: Self.manifestWords
    case .lessons: Self.lessonWords
    case .sessions: Self.sessionWords + Self.commandWords
    case .paths: Self.pathWords
    case .selectors: Self.selectorWords
    case .inside: Self.insideWords + Self.shellWords
    case .journal: Self.journalWords
    }
  }

  private static func split(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static let commandWords =
    split(
      """
      kubectl get pods nodes deploy svc ep cm secret sts ds job cronjob hpa pvc pv sc ns ing
      netpol describe apply create delete edit patch replace scale rollout restart undo redo
      status history label annotate taint cordon uncordon drain expose run exec logs attach cp
      port-forward proxy top auth can-i explain api-resources api-versions config set image env
      resources wait debug diff kustomize autoscale cluster-info events version -o -n -A -l -f
      -it -w --all --force --dry-run=client --dry-run=server --replicas= --image= --port=
      --type= --selector= --for= yaml json wide name jsonpath= custom-columns= go-template= web
      box deb worker-1 control-plane advance rewind reset save open fail recover break add
      remove node zone kubelet network disk timeline map why whatif expect load watch lesson
      interview scenario incident glossary export resize clock hint notices top help history
      alias source xargs tee curl wget date sleep timeout 10s 5m 1h 2d -1 0 1 nginx:1.27
      busybox:1.36 default kube-system --json seq sort uniq grep awk head tail wc cut tr sed jq
      echo printf test true false exit complete prompt set unset read
      """)

  private static let shellWords =
    split(
      """
      | || && & ; ;; > >> < << <<< <( >( 2>&1 $( ) ` ${ } ${#x} ${x:-y} ${x%y} ${x//a/b} $? $#
      $@ $* $1 $(( )) if then else elif fi for in do done while until case esac function { } [
      ] [[ ]] ! ' " \\ # ~ * ? [a-z] !! !$ ^a^b x= $x $RANDOM $IFS break continue return shift
      exit eval export
      """) + ["\n", " ", "<<EOF\n", "EOF\n", "\\\n", "\t", "\0"]

  private static let insideWords =
    split(
      """
      cat ls cp mv rm mkdir touch ln chmod chown find grep sed awk sort uniq head tail wc cut
      tr tee xargs echo printf test expr seq sleep date id whoami hostname ps kill top free df
      du env which ping nslookup wget curl nc netstat ip dd od hexdump md5sum base64 tar gzip
      yes watch timeout trap wait exec set -e -u -x read local -n -r -i -c /etc/hosts
      /proc/self /dev/null /dev/zero /dev/urandom /tmp web BEGIN END {print NR==1 s/a/b/g /x/d
      1,3p $0 NF getline printf( split( gsub( substr( length( \\(a\\)* .*.*.* (a|b)+
      [[:alpha:]] {1,9} --help -9 %s %d %5.2f \\n \\x
      """)

  private static let manifestWords =
    split(
      """
      apiVersion: kind: metadata: spec: status: name: namespace: labels: annotations: selector:
      matchLabels: matchExpressions: template: containers: initContainers: image: command:
      args: env: valueFrom: resources: requests: limits: cpu: memory: ports: containerPort:
      volumeMounts: volumes: emptyDir: configMap: secret: hostPath: persistentVolumeClaim:
      livenessProbe: readinessProbe: httpGet: tcpSocket: exec: affinity: tolerations:
      nodeSelector: topologySpreadConstraints: replicas: strategy: type: maxSurge:
      maxUnavailable: minReadySeconds: completions: parallelism: backoffLimit: schedule:
      concurrencyPolicy: jobTemplate: items: data: stringData: rules: subjects: roleRef:
      ingress: egress: policyTypes: storageClassName: accessModes: capacity: minReplicas:
      maxReplicas: metrics: finalizers: ownerReferences: generateName: securityContext:
      serviceAccountName: restartPolicy: Pod Deployment Service StatefulSet DaemonSet Job
      CronJob ConfigMap Secret Namespace Node Ingress NetworkPolicy HorizontalPodAutoscaler
      PersistentVolumeClaim PersistentVolume StorageClass ReplicaSet Role RoleBinding
      ClusterRole ServiceAccount ResourceQuota LimitRange PodDisruptionBudget PriorityClass
      List v1 apps/v1 batch/v1 networking.k8s.io/v1 autoscaling/v2 policy/v1
      rbac.authorization.k8s.io/v1 storage.k8s.io/v1 null true false yes ~ 0 -1 1e400 0x7f .inf
      .nan 100m 1Gi 50% 999999999999999999999 !!binary &a *a <<: --- ... | > - ? : { } [ ] , "
      """) + ["\n", "  ", "\n- ", "\n  ", ": ", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{FEFF}"]

  private static let lessonWords =
    split(
      """
      --- id: given title: level: junior mid senior minutes: needs: cluster: default small
      topic: par: lesson: kind: [say] [prove] [predict] # ## ### Setup Predict Check Hints When
      Solution Also works Must fail Why Frame Say Rubric Model answer Wrong answers Follow-up
      Try ```console ```yaml ``` ```question truth: let all any no never always once pods
      pod/web nodes event exec logs answer load count prints matches == != <= >= in order -n -A
      -l claim: mechanism: evidence: $ % > ** * _ ` [a](b) | |--| 1. - <!-- --> $name {pod/web
      .spec} vary: parts: folder: lessons:
      """) + ["\n", "\n\n", "\n- ", "\n## ", "\n### ", "\n```\n", "\u{1B}[2J", "\u{9B}"]

  private static let sessionWords =
    split(
      """
      podlab-session 1 version seed ties first node namespace at now typed pressed interrupt
      end $ % # > \\ 1767268850000 9223372036854775807 -9223372036854775808
      18446744073709551615 {"apiVersion":"v1","kind":"Node","metadata":{"name":"a"}} NAME READY
      STATUS AGE 5m3s
      """) + ["\n", "podlab-session 1\n", "\nat 1767268850000 \"", "\"\n", "\n$ ", "\n% "]

  private static let pathWords =
    split(
      """
      { } {. {range {end} {end .items [*] [0] [-1] [0:2] [::2] [?( )] @ $ .. * == != < <= > >=
      && || 'a' "a" .metadata .name .status .spec .containers .image .labels \\. , : {\\n
      {"\\n"} {{ }} {{- -}} {{range {{end}} {{if {{else}} {{with {{define {{template {{block
      {{/* */}} . $x := = | index len print printf println eq ne lt le gt ge and or not slice
      html js urlquery base64decode exists hasPrefix %v %s %q %d %x %08.3f %*d true false nil
      NAME:.metadata.name ,B:.spec 'Ready' 9999999999 -9223372036854775808
      [99999999999999999999] 0x1p-2 1e308 `raw`
      """)

  private static let selectorWords =
    split(
      """
      app = == != in notin ( ) , ! exists gt lt app=web tier!=db metadata.name=
      status.phase=Running spec.nodeName= metadata.namespace!= involvedObject.kind=Pod
      type=Warning a/b kubernetes.io/ node-role.kubernetes.io/control-plane app- =- \\, \\= \\
      """) + [" ", "\n", "\u{301}"]

  private static let journalWords =
    split(
      """
      {"v":1,"at":"2026-01-01T12:00:50Z","kind":" lesson-started line-done step-done
      lesson-done run-ended interview-started question-answered incident-solved
      "lesson":"given" "run":"r1" "seed":"1" "version":"0.1.0" "edition":"" "earlier":"
      "lines":1 "line":" "began": "ended": "cut":true "keys":[ "host":[ "how":"finished"
      "how":"dropped" "question":"what" "grade":"good" "step":0 "help":"none" "hints":
      "seconds": "answer": "level":"junior" "budgetLeft": "form": "mock" "review"
      "pressed":"interrupt" 1767268850000 9223372036854775807 -9223372036854775808 ,"x":{ [ ] }
      null 1e400
      """) + ["\n", ",", "}\n{\"v\":1,"]
}
