# sort, uniq, paste and cut.
printf 'b 2\na 10\nc 1\na 2\nB 3\n' > f
sort f; sort -r f; sort -f f
sort -k2 -n f; sort -k2,2nr f; sort -u -k1,1 f
printf '10\n9\n2\n1\n' | sort; printf '10\n9\n2\n1\n' | sort -n
printf 'x:3\ny:1\n' | sort -t: -k2
sort f > s; printf 'a 10\nzz\n' > t; cat s t
printf 'a\na\nb\nc\nc\nc\n' > u
uniq u; uniq -c u; uniq -d u; uniq -u u
paste f u | head -n 2; paste -d, f f | head -n 2; paste -s f
cut -d' ' -f2 f; cut -c1 f | head -n 2; printf 'a:b:c\n' | cut -d: -f1,3; printf 'a:b:c\n' | cut -d: -f2-
printf 'abcdef\n' | cut -c2-4; printf 'abcdef\n' | cut -b-2
sort nofile; echo "status $?"
sort -c s; echo "sorted $?"
