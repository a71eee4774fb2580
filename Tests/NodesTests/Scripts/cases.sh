# case with patterns, alternatives and fall back.
kind() {
  case "$1" in
    "") echo empty ;;
    [0-9]) echo digit ;;
    [0-9]*[0-9]) echo number ;;
    *.tar.gz | *.tgz) echo archive ;;
    -h | --help) echo help ;;
    [!a-z]*) echo "not lower" ;;
    a?c) echo abc-like ;;
    \*) echo star ;;
    *" "*) echo spaced ;;
    *) echo other ;;
  esac
}
for w in "" 5 123 x.tar.gz y.tgz --help Upper abc "*" "a b" word; do kind "$w"; done
x=hello
case $x in (hell*) echo parenthesis;; esac
case abc in *d*) echo no;; esac
echo "status $?"
p='a*'
case abc in $p) echo "pattern variable";; esac
case abc in "$p") echo no;; *) echo "quoted pattern";; esac
