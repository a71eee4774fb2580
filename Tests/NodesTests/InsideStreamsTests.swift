import Testing

/// Pipes, redirections, files and tools; the truth is dash's with the usual tools.
@Suite struct InsideStreamsTests {
  @Test(
    arguments: [
      ("echo a > /tmp/x; echo b >> /tmp/x; cat /tmp/x", "a\nb\n", 0),
      ("echo a > /tmp/x; echo b > /tmp/x; cat < /tmp/x", "b\n", 0),
      ("cat /nope 2>/dev/null; echo $?", "1\n", 0),
      ("(echo out; echo err >&2) 2>/dev/null", "out\n", 0),
      ("(echo out; echo err >&2) 2>&1 >/dev/null | cat", "err\n", 0),
      ("echo err >&2 2>/dev/null; echo next", "next\n", 0),
      ("echo a b c | wc -w | tr -d ' '", "3\n", 0),
      ("printf 'b\\na\\nb\\n' | sort | uniq", "a\nb\n", 0),
      ("printf 'b\\na\\nb\\n' | sort -u | head -1", "a\n", 0),
      ("printf '1\\n2\\n3\\n' | tail -n 2", "2\n3\n", 0),
      ("printf '10\\n9\\n' | sort -n", "9\n10\n", 0),
      ("printf 'b 1\\na 2\\n' | sort -k 2 -r", "a 2\nb 1\n", 0),
      ("echo a:b:c | cut -d: -f2", "b\n", 0),
      ("echo a:b:c | cut -d: -f1,3", "a:c\n", 0),
      ("echo abcdef | cut -c2-4", "bcd\n", 0),
      ("echo hello | tr a-z A-Z", "HELLO\n", 0),
      ("echo hello | tr -d l", "heo\n", 0),
      ("echo foo bar | sed 's/o/0/g; s/bar/baz/'", "f00 baz\n", 0),
      ("printf 'a\\nb\\nc\\n' | sed -n '2,3p'", "b\nc\n", 0),
      ("printf 'a\\nb\\nc\\n' | sed '/b/d'", "a\nc\n", 0),
      ("printf 'a\\nb\\nab\\n' | grep a", "a\nab\n", 0),
      ("printf 'a\\nb\\nab\\n' | grep -v a", "b\n", 0),
      ("printf 'a\\nb\\nab\\n' | grep -c a", "2\n", 0),
      ("printf 'A\\nb\\n' | grep -i a", "A\n", 0),
      ("printf 'a\\nb\\n' | grep -q z; echo $?", "1\n", 0),
      ("printf 'x1\\nx2\\ny\\n' | grep -E '^x[0-9]$'", "x1\nx2\n", 0),
      ("printf 'a1b\\n' | grep -o '[0-9]'", "1\n", 0),
      ("printf 'a\\nb\\n' | grep -n b", "2:b\n", 0),
      ("cat <<END\none\n$((1+1))\nEND", "one\n2\n", 0),
      ("cat <<'END'\n$X\nEND", "$X\n", 0),
      ("X=v; cat <<END | tr a-z A-Z\nword $X\nEND", "WORD V\n", 0),
      ("echo piped | cat - ", "piped\n", 0),
      ("for i in 1 2 3; do echo $i; done | tail -1", "3\n", 0),
      ("for i in 1 2; do echo $i | tr 1 x; done | wc -l | tr -d ' '", "2\n", 0),
      ("for i in a b; do echo $i | cat; done | cat", "a\nb\n", 0),
      ("false | true; echo $?", "0\n", 0),
      ("true | false; echo $?", "1\n", 0),
      ("echo a | (read x; echo \"got $x\")", "got a\n", 0),
      ("echo \"a b c\" | while read x y; do echo \"$y,$x\"; done", "b c,a\n", 0),
      ("echo a | tee /tmp/t; cat /tmp/t", "a\na\n", 0),
      ("seq 3", "1\n2\n3\n", 0),
      ("seq 2 2 6", "2\n4\n6\n", 0),
      ("yes | head -2", "y\ny\n", 0),
      ("mkdir -p /tmp/d/e; ls /tmp/d; rmdir /tmp/d/e; ls /tmp/d", "e\n", 0),
      ("cd /tmp; pwd; cd /; pwd", "/tmp\n/\n", 0),
      (
        "touch /tmp/a1 /tmp/a2; cd /tmp; echo a[0-9] b*",
        "a1 a2 b*\n",
        0
      ),
      ("touch /tmp/a1; mv /tmp/a1 /tmp/a3; ls /tmp/a3", "/tmp/a3\n", 0),
      ("echo '#!/bin/sh\necho script $1' > /tmp/s; chmod +x /tmp/s; /tmp/s arg", "script arg\n", 0),
      ("echo 'echo sourced $X' > /tmp/s2; X=5; . /tmp/s2", "sourced 5\n", 0),
      ("exec 2>&1; echo err >&2", "err\n", 0),
      ("exec echo replaced; echo never", "replaced\n", 0),
      ("ln -s /tmp/x /tmp/l; echo on > /tmp/x; cat /tmp/l; readlink /tmp/l", "on\n/tmp/x\n", 0),
      ("basename /a/b.txt; dirname /a/b.txt", "b.txt\n/a\n", 0),
      ("echo hello > /tmp/h; md5sum /tmp/h | cut -c1-8", "b1946ac9\n", 0),
      ("printf 'a b\\n' | awk '{print $2}'", "b\n", 0),
      ("echo a b | xargs echo got", "got a b\n", 0),
      ("mkdir -p /tmp/fd/x; touch /tmp/fd/x/y; find /tmp/fd -name y", "/tmp/fd/x/y\n", 0),
    ] as [(String, String, Int)])
  func runs(script: String, output: String, status: Int) {
    var bench = Bench.busybox
    let result = bench.shell(script)
    #expect(result.out == output)
    #expect(result.status == status)
  }
}
