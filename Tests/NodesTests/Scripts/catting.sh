# cat, tac, rev, nl, tee, head and tail.
seq 12 > n
cat -n n | head -n 3
printf 'a\n\nb\n' | cat -b
printf 'x\ty\n' | cat -A
tac n | head -n 2
rev n | tail -n 2
printf 'x\n\ny\n' | nl
head -n 2 n; head -c 3 n; head -n -10 n; head -3 n
tail -n 2 n; tail -c 4 n; tail -n +11 n; tail -1 n
printf 'second\n' > m
head -n 1 n m
tail -n 1 n m
head -q -n 1 n m
cat nofile; echo "status $?"
head nofile; echo "status $?"
tail nofile; echo "status $?"
echo start | cat - m
echo both | tee t1 t2; cat t1 t2; echo more | tee -a t1 > /dev/null; cat t1
