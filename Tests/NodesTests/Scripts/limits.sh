# Deep nesting and longer work.
depth() { if [ "$1" -gt 0 ]; then depth $(($1 - 1)); else echo bottom; fi; }
depth 50
x=; i=0; while [ $i -lt 200 ]; do x="$x$i,"; i=$((i + 1)); done; echo ${#x}
echo "$x" | tr ',' '\n' | grep -c 1
a=1 b=1; for i in $(seq 30); do c=$((a + b)); a=$b; b=$c; done; echo $a
$(echo echo) $(echo "$(echo "$(echo deep)")")
((1)) 2>/dev/null; echo "double parentheses $?"
primes=; n=2
while [ $n -lt 40 ]; do
  p=1; for d in $primes; do [ $((n % d)) -eq 0 ] && { p=0; break; }; done
  [ $p = 1 ] && primes="$primes $n"
  n=$((n + 1))
done
echo $primes
set -- $(seq 100); echo $# ${100}; shift 98; echo "$*"
printf '%s\n' "$(seq 300)" | awk '{s += $1} END {print s}'
