# Assignment, export, unset, read-only and special parameters.
a=1 b="two words" c='$a'
echo "$a|$b|$c"
a=5 sh -c 'echo "child sees ${a:-nothing}"'
echo "still $a"
export b
sh -c 'echo "$b"'
unset a
echo "unset: [${a-default}]"
d=$b; echo "$d"
e=a=b=c; echo $e
echo "$# arguments, status $?, name ${0##*/}" | sed 's/name .*/name/'
set -- one "two three" four
echo "$1-$2-$3-$#"
echo "$*"
echo "$@"
IFS=,; echo "$*"; unset IFS
shift 2; echo "$1 $#"
empty=; echo "[$empty]"
readonly fixed=yes; echo $fixed
(fixed=no) 2>/dev/null; echo "changing: $?"
x="a   b"; echo $x; echo "$x"
n=3; n=$n$n; echo $n
