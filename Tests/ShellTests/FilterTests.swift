import Nodes
import Testing

@testable import Shell

@Suite struct FilterTests {
  static let animals = "cat 3\ndog 10\nbird 2\ncat 3\nfish 1\n"

  private func run(_ line: String, on input: String) throws -> (text: String, status: Int32) {
    let words = try Parser.parse(line).chains[0].first.stages.compactMap { stage in
      if case .simple(let command) = stage { command.words.compactMap(\.plainText) } else { nil }
    }[0]
    let filter = try #require(TextFilter.all.first { $0.name == words[0] })
    let outcome = filter.run(Array(words.dropFirst()), input: input) { path in
      path == "animals"
        ? .success(Self.animals) : .failure(TextFilter.FileFailure("No such file or directory"))
    }
    return (outcome.output + outcome.errors, outcome.status)
  }

  @Test(arguments: [
    ("grep cat", "cat 3\ncat 3\n", 0),
    ("grep -c cat", "2\n", 0),
    ("grep -v -E 'cat|dog'", "bird 2\nfish 1\n", 0),
    ("grep 'cat\\|dog'", "cat 3\ndog 10\ncat 3\n", 0),
    ("grep -n dog", "2:dog 10\n", 0),
    ("grep -i DOG", "dog 10\n", 0),
    ("grep -o '[0-9]*'", "3\n10\n2\n3\n1\n", 0),
    ("grep -A1 dog", "dog 10\nbird 2\n", 0),
    ("grep -B 1 -n bird", "2-dog 10\n3:bird 2\n", 0),
    ("grep -A1 'cat'", "cat 3\ndog 10\n--\ncat 3\nfish 1\n", 0),
    ("grep -w ca", "", 1),
    ("grep -q cat", "", 0),
    ("grep -F .", "", 1),
    ("grep '^fi'", "fish 1\n", 0),
    ("grep -E '^(cat|dog) [0-9]{2}$'", "dog 10\n", 0),
    ("grep x missing", "grep: missing: No such file or directory\n", 2),
    ("grep fish animals", "fish 1\n", 0),
    ("grep -E '('", "grep: bad regex '('\n", 2),
    ("sed s/cat/cow/", "cow 3\ndog 10\nbird 2\ncow 3\nfish 1\n", 0),
    ("sed -n '/dog/,/cat/p'", "dog 10\nbird 2\ncat 3\n", 0),
    ("sed -n 2p", "dog 10\n", 0),
    ("sed '1,3d'", "cat 3\nfish 1\n", 0),
    ("sed '$d'", "cat 3\ndog 10\nbird 2\ncat 3\n", 0),
    ("sed -E 's/([a-z]+) ([0-9]+)/\\2 \\1/'", "3 cat\n10 dog\n2 bird\n3 cat\n1 fish\n", 0),
    ("sed -n 's/[0-9]\\{2\\}/&&/p'", "dog 1010\n", 0),
    ("sed 's|a|/|g;2q'", "c/t 3\ndog 10\n", 0),
    ("head -n 2", "cat 3\ndog 10\n", 0),
    ("head -1", "cat 3\n", 0),
    ("head -n -4", "cat 3\n", 0),
    ("tail -n 1", "fish 1\n", 0),
    ("tail -n +4", "cat 3\nfish 1\n", 0),
    ("sort", "bird 2\ncat 3\ncat 3\ndog 10\nfish 1\n", 0),
    ("sort -u", "bird 2\ncat 3\ndog 10\nfish 1\n", 0),
    ("sort -k2 -n", "fish 1\nbird 2\ncat 3\ncat 3\ndog 10\n", 0),
    ("sort -rn -k 2,2", "dog 10\ncat 3\ncat 3\nbird 2\nfish 1\n", 0),
    ("wc -l", "5\n", 0),
    ("wc", "        5        10        33\n", 0),
    ("uniq", "cat 3\ndog 10\nbird 2\ncat 3\nfish 1\n", 0),
    ("cut -d' ' -f2", "3\n10\n2\n3\n1\n", 0),
    ("cut -c1-2", "ca\ndo\nbi\nca\nfi\n", 0),
    ("tr a-z A-Z", "CAT 3\nDOG 10\nBIRD 2\nCAT 3\nFISH 1\n", 0),
    ("tr -d '\\n'", "cat 3dog 10bird 2cat 3fish 1", 0),
    ("tr ' ' ':'", "cat:3\ndog:10\nbird:2\ncat:3\nfish:1\n", 0),
    ("awk '{print $2}'", "3\n10\n2\n3\n1\n", 0),
    ("awk '/dog/ {print $1, $NF}'", "dog 10\n", 0),
    ("awk 'NR>4 {print NR \"=\" $1}'", "5=fish\n", 0),
    (
      "cat -n animals",
      "     1\tcat 3\n     2\tdog 10\n     3\tbird 2\n     4\tcat 3\n     5\tfish 1\n", 0
    ),
    ("head -x", "head: invalid option -- 'x'\n", 1),
    ("grep --invert-match --ignore-case CAT", "dog 10\nbird 2\nfish 1\n", 0),
    ("grep --after-context=1 dog", "dog 10\nbird 2\n", 0),
    ("awk '{n += $2} END {printf \"%.1f\\n\", n / NR}'", "3.8\n", 0),
    ("awk 'BEGIN {while (1) n++}'", "awk: this would never end\n", 1),
    ("awk 'NR == 1 {system(\"reboot\")}'", "awk: commands cannot be run from here\n", 1),
    ("sed 'w copy'", "\(FilterTests.animals)sed: copy: files are written by > and tee only\n", 1),
    ("column -t -s' '", "cat   3\ndog   10\nbird  2\ncat   3\nfish  1\n", 0),
    ("seq -s, 2 3 8", "2,5,8\n", 0),
    ("printf '%s=%03d\\n' a 7 b x", "a=007\nb=000\nprintf: invalid number 'x'\n", 1),
    ("expr 2 + 3", "5\n", 0),
  ])
  func filters(_ line: String, _ text: String, _ status: Int32) throws {
    let found = try run(line, on: Self.animals)
    #expect(found.text == text)
    #expect(found.status == status)
  }

  @Test func countsRepeats() throws {
    #expect(try run("uniq -c", on: "a\na\nb\n").text == "      2 a\n      1 b\n")
    #expect(try run("tr -s ' '", on: "a   b\n").text == "a b\n")
    #expect(try run("sort -h", on: "1Gi\n2Mi\n300Ki\n").text == "300Ki\n2Mi\n1Gi\n")
  }
}
