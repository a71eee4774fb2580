# test and [ with files, strings and numbers.
echo x > f; mkdir d; : > e; ln -s f l; chmod +x f
for t in -e -f -d -s -r -x -L; do
  for p in f d e l none; do
    if [ $t $p ]; then printf '%s ' "$t:$p"; fi
  done
done; echo
[ a = a ] && echo equal; [ a != b ] && echo differ; [ abc \< abd ] && echo less
[ -z "" ] && echo zero; [ -n "x" ] && echo nonzero; [ "x" ] && echo single
[ 3 -eq 3 ] && [ 3 -ne 4 ] && [ 3 -lt 4 ] && [ 4 -gt 3 ] && [ 3 -le 3 ] && [ 3 -ge 3 ] && echo numbers
[ ! -e none ] && echo negated; test ! a = b && echo word
[ a = a -a b = b ] && echo and; [ a = b -o b = b ] && echo or
[ \( a = b \) -o c = c ] && echo group
[ 1 -eq a ]; echo "status $?"
[ a b ]; echo "status $?"
[ 1 -eq 1; echo "status $?"
test; echo "empty $?"; [ ]; echo "empty $?"
[ f -ef f ] && echo same; [ " 5 " -eq 5 ] && echo trimmed
