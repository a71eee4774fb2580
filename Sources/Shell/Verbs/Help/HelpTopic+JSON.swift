extension HelpTopic {
  static let json = HelpTopic(
    name: "json", otherNames: ["--json"], summary: "answers for programs, and what is in them",
    text: """
      Verbs that answer take --json: clock, check, expect, glossary, incident status, interview
      topics and search, lessons, load, map, notices, progress, scenario, timeline --commands,
      whatif, why. Behind whatif and expect it stands first. The answer is one object or array;
      times are RFC 3339, amounts plain numbers, what is not known is null; the exit status is the
      same as without. What is done rather than answered refuses it.

        check        {checks: [{check, outcome, isMet, explanation}], isDone}
        clock        {time, mode: stepped|live, speed}
        expect       {check, outcome: met|notStarted|missed|wrong, isMet, explanation}
        glossary     [{term, otherNames, meaning, lesson, related}], of a term one of these
        incident     {seed, level, solved, budget, budgetLeft, faults, causesNamed, answered, …}
        interview    [{id, title, topic, level, minutes, lesson}]
        lessons      {lessons: [{id, title, part, level, minutes, steps, needs, state}], broken}
        load         {target, requestsPerSecond, startedAt, endedAt, isRunning, sent, answered,
                     failed, latencyMicroseconds: {p50, p90, p99, max}, failures: [{reason,
                     count}], pods: [{name, sent, failed}], seconds: [{sent, failed}]}
        map          {nodes: [{name, isReady, isCordoned, zone, reserved: {cpuMillis,
                     memoryBytes, pods}, allocatable}], pods: [{namespace, name, node, owner,
                     state, status, reason}], lostNodes}
        notices      {on}
        progress     {lessons: {done, begun, total}, parts, questions, steps, daysPractised}
        scenario     [{id, title}]
        timeline     {now, commands: [{time, command}], undone}
        whatif       {command, secondsAhead, lastChangeAfterSeconds, objects: [{subject,
                     change}], nodes, pods, readyReplicas, services}
        why          {object, namespace, now, causes: [{time, object, actor, what,
                     scheduling}], owns, scheduling, remedies}

      kubectl's own verbs have -o json.
      """)
}
