extension HelpTopic {
  static let json = HelpTopic(
    name: "json", otherNames: ["--json"], summary: "answers for programs, and what is in them",
    text: """
      Verbs that answer take --json: one object or array, times in RFC 3339, null for what is not
      known, the same exit status. Behind whatif and expect it stands first. kubectl has -o json.

        check        {checks: [{check, outcome, isMet, explanation}], isDone}
        clock        {time, mode: stepped|live, speed}
        expect       {check, outcome: met|notStarted|missed|wrong, isMet, explanation}
        glossary     [{term, otherNames, meaning, lesson, related}]
        incident status  {seed, level, solved, budget, budgetLeft, faults, causesNamed, …}
        interview topics, search  [{id, title, topic, level, minutes, lesson}]
        lessons      {lessons: [{id, title, part, level, minutes, steps, needs, state}], broken}
        load         {target, requestsPerSecond, startedAt, endedAt, isRunning, sent, answered,
                     failed, latencyMicroseconds, failures, pods, seconds}
        map          {nodes: [{name, isReady, isCordoned, zone, reserved, allocatable}],
                     pods: [{namespace, name, node, owner, state, status, reason}], lostNodes}
        progress     {lessons: {done, begun, total}, parts, questions, steps, daysPractised}
        scenario     [{id, title}]; notices: {on}
        timeline --commands  {now, commands: [{time, command}], undone}
        whatif       {command, secondsAhead, lastChangeAfterSeconds, objects: [{subject, change}],
                     nodes, pods, readyReplicas, services}
        why          {object, namespace, now, causes: [{time, object, actor, what}], owns,
                     scheduling, remedies}
      """)
}
