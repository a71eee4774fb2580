# Tools in the middle of pipelines, and early ends.
yes abc | head -n 2 | tr a-c A-C
seq 1 1000 | sed -n '10{p;q}'
seq 1 100000 | head -n 1
seq 10 | tail -n 3 | tac | paste -s -d' ' -
seq 20 | awk 'NR % 5 == 0' | tee five | wc -l
cat five | cut -c1 | sort | uniq -c
seq 3 | while read n; do seq $n; done | sort -n | uniq -c | sort -k1,1nr -k2,2n
echo "b a c" | tr ' ' '\n' | sort | tr '\n' ' '; echo
seq 5 | grep -v 3 | sed 's/^/n/' | nl
(echo one; sleep 0.2; echo two) | grep --color=never -n .
printf 'x\ny\n' | cat -n - five | tail -n 3
seq 9 | xargs -n3 | sed 's/ /-/g' | tail -n 1
dd if=/dev/zero bs=100 count=1 2>/dev/null | wc -c
head -c 10 /dev/zero | tr '\0' x; echo
