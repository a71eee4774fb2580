/// What no real cluster has, in the order in which help lists it.
let labVerbs: [any Command.Type] = [
  Advance.self,
  Exit.self,
]
