import Testing

@testable import Nodes

/// Text tools as plain values: lines in, text out.
@Suite struct TextToolTests {
  private static func run<Reader: TextTool>(
    _ type: Reader.Type, _ words: [String], _ input: String
  ) throws -> (output: String, errors: String, status: Int) {
    var tool = try Reader(words)
    var page = Page()
    if tool.begin(&page) {
      tool.open("-", &page)
      for line in TextLine.all(Bytes(input.utf8)) where !tool.take(line, &page) { break }
      _ = tool.close(&page)
    }
    let status = tool.end(&page)
    return (String(page.output), page.errors, status)
  }

  @Test(
    arguments: [
      (["s/a/b/g"], "aXa\n", "bXb\n"), (["-n", "$="], "a\nb\nc", "3\n"),
      (["$!N;s/\\n/-/"], "a\nb\nc\n", "a-b\nc\n"), (["1!G;h;$!d"], "a\nb\nc\n", "c\nb\na\n"),
      (["-E", "s/(o|e)+/<&>/g"], "hoeo\n", "h<oeo>\n"), (["s/b*/x/g"], "abc\n", "xaxcx\n"),
      (["/b/,/c/d"], "a\nb\nx\nc\nd\n", "a\nd\n"), (["2q"], "a\nb\nc\n", "a\nb\n"),
      (["y/abc/xyz/"], "cab\n", "zxy\n"), ([":x;s/^.\\{1,3\\}$/0&/;tx"], "7\n", "0007\n"),
      (["s/[/]/x/"], "a/b\n", "axb\n"), (["p"], "last", "last\nlast"),
    ])
  func sed(words: [String], input: String, output: String) throws {
    #expect(try Self.run(Sed.self, ["sed"] + words, input).output == output)
  }

  @Test(
    arguments: [
      (["{print $2, NF}"], "a b c\n", "b 3\n"), (["NR==2"], "a\nb\n", "b\n"),
      (["-F:", "{print $2}"], "a:b\n", "b\n"), (["END{print NR, $0}"], "a\nb\n", "2 b\n"),
      (["{s+=$1} END{printf \"%.2f\\n\", s/NR}"], "1\n2\n", "1.50\n"),
      (["{$2=\"\"; print; print NF}"], "a b c\n", "a  c\n3\n"),
      (["BEGIN{print 1==1.0, \"10\"<\"9\", 10<9, 1e6, 0.1+0.2}"], "", "1 1 0 1000000 0.3\n"),
      (["function f(n){return n<2?1:n*f(n-1)} BEGIN{print f(10)}"], "", "3628800\n"),
      (["function f(a){a[1]=5} BEGIN{f(z); print z[1]}"], "", "5\n"),
      (
        ["BEGIN{for(i=1;i<=12;i++)a[i]; for(k in a)printf k \" \"}"], "",
        "10 11 12 1 2 3 4 5 6 7 8 9 "
      ),
      (["BEGIN{s=\"aaa\"; print gsub(/a/,\"&b\",s), s}"], "", "3 ababab\n"),
      (["BEGIN{while((getline l)>0) n++; print n}"], "a\nb\n", "2\n"),
      (["BEGIN{RS=\"\"}{print NR \": \" $1 \"-\" $2}"], "a b\nc\n\nd e\n", "1: a-b\n2: d-e\n"),
      (["-v", "x=5", "BEGIN{print x+1; exit 3}"], "", "6\n"),
    ])
  func awk(words: [String], input: String, output: String) throws {
    #expect(try Self.run(Awk.self, ["awk"] + words, input).output == output)
  }

  @Test(arguments: [
    "BEGIN{while(1);}", "function f(){f()} BEGIN{f()}", "BEGIN{for(;;)x=x \"aaaa\"}",
  ])
  func awkDoesNotRunForEver(program: String) throws {
    let program = try AwkParser.program(Bytes(program.utf8))
    var machine = AwkMachine(program)
    machine.stepsLeft = 100_000
    var page = Page()
    machine.run(program.begin, &page)
    #expect(machine.isExhausted || !page.errors.isEmpty)
  }

  @Test(arguments: ["{print", "BEGIN{f(1)}", "/(/", "BEGIN{substr(1)}", "((((("])
  func awkRefuses(program: String) {
    #expect(throws: ToolProblem.self) { try Awk(["awk", program]) }
  }

  @Test(
    arguments: [
      (["sort", "-k2,2n"], "b 2\na 10\nc 1\n", "c 1\nb 2\na 10\n"),
      (["sort", "-u"], "b\na\nb\n", "a\nb\n"), (["sort", "-rn"], "1\n10\n9\n", "10\n9\n1\n"),
    ])
  func sort(words: [String], input: String, output: String) throws {
    #expect(try Self.run(Sort.self, words, input).output == output)
  }

  @Test(
    arguments: [
      (["a-z", "A-Z"], "abc\n", "ABC\n"), (["-d", "l"], "hello\n", "heo\n"),
      (["-s", "a"], "aabb\n", "abb\n"), (["-cd", "0-9"], "a1b2\n", "12"),
    ])
  func tr(words: [String], input: String, output: String) throws {
    #expect(try Self.run(Translate.self, ["tr"] + words, input).output == output)
  }
}
