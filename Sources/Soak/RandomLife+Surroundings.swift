import Engine

/// What workloads live among.
extension RandomLife {
  mutating func surroundings() -> String {
    let app = app()
    let place = "-n \(team())"
    switch random.below(18) {
    case 0, 1, 2: return "kubectl expose deployment \(app) --port=80 \(place)"
    case 3: return "kubectl delete service \(app) \(place)"
    case 4: return "kubectl create service nodeport \(app) --tcp=80 \(place)"
    case 5: return "kubectl create ingress \(app) --rule='\(app).test/*=\(app):80' \(place)"
    case 6: return "kubectl create configmap conf --from-literal=key=\(random.below(100)) \(place)"
    case 7:
      return "kubectl patch configmap conf -p '{\"data\":{\"key\":\"\(random.below(100))\"}}' "
        + place
    case 8: return "kubectl create secret generic keys --from-literal=k=\(random.below(9)) \(place)"
    case 9:
      return "kubectl delete \(pick(["configmap conf", "secret keys", "ingress \(app)"])) \(place)"
    case 10: return "kubectl set env deployment/\(app) --from=configmap/conf \(place)"
    case 11:
      return "kubectl create poddisruptionbudget \(app) --selector=app=\(app) "
        + "--min-available=\(1 + random.below(2)) \(place)"
    case 12: return "kubectl delete poddisruptionbudget \(app) \(place)"
    case 13, 14:
      return "kubectl autoscale deployment \(app) --min=1 --max=\(1 + mostReplicas) "
        + "--cpu=50% \(place)"
    case 15: return "kubectl delete hpa \(app) \(place)"
    case 16: return policy(app, place)
    default: return bounds(place)
    }
  }

  private mutating func policy(_ app: String, _ place: String) -> String {
    if chance(1, of: 2) { return "kubectl delete networkpolicy --all \(place)" }
    return #"echo '{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"#
      + #""\#(app)"},"spec":{"podSelector":{"matchLabels":{"app":"\#(app)"}},"#
      + #""ingress":[{"from":[{"podSelector":{"matchLabels":{"app":"app-1"}}}]}]}}' "#
      + "| kubectl apply \(place) -f -"
  }

  private mutating func bounds(_ place: String) -> String {
    switch random.below(4) {
    case 0: return "kubectl create quota limit --hard=pods=\(5 + 4 * mostReplicas) \(place)"
    case 1:
      return #"echo '{"apiVersion":"v1","kind":"LimitRange","metadata":{"name":"range"},"spec":{"#
        + #""limits":[{"type":"Container","defaultRequest":{"cpu":"20m"}}]}}' "#
        + "| kubectl apply \(place) -f -"
    default: return "kubectl delete quota,limits --all \(place)"
    }
  }

  mutating func namespaces() -> String {
    let team = pick(Array(Self.teams.dropFirst()))
    return chance(1, of: 5)
      ? "kubectl delete namespace \(team) --wait=false" : "kubectl create namespace \(team)"
  }

  mutating func access() -> String {
    let place = "-n \(team())"
    switch random.below(5) {
    case 0: return "kubectl create serviceaccount robot \(place)"
    case 1: return "kubectl create role reader --verb=get,list --resource=pods \(place)"
    case 2: return "kubectl create rolebinding reader --role=reader --user=jane \(place)"
    case 3: return "kubectl delete serviceaccount,role,rolebinding robot reader \(place)"
    default: return "kubectl set serviceaccount deployment/\(app()) default \(place)"
    }
  }

  mutating func traffic() -> String {
    let rate = 1 + random.below(20)
    return "load svc/\(app()) --rps \(rate) --for \(10 + random.below(120))s -n \(team())"
  }
}
