/// What every shell has, as far as it makes sense here.
let builtins: [any Command.Type] = [
  Sleep.self,
  TimeoutCommand.self,
  Xargs.self,
  Tee.self,
  Test.self,
  Bracket.self,
  True.self,
  False.self,
  DateCommand.self,
  CurlCommand.self,
  WgetCommand.self,
  Export.self,
  Unset.self,
]
