# Pipelines pass bytes on and end as their last stage does.
printf 'cherry\napple\nbanana\napple\n' > fruit
sort fruit | uniq -c | sort -rn | head -n 1
cat fruit | grep -v banana | wc -l
cat fruit | sed 's/a/A/' | tr 'a-z' 'A-Z' | tail -n 2
true | false
echo "last: $?"
false | true
echo "last: $?"
! true
echo "negated: $?"
echo one two three | { read a b; echo "$b/$a"; }
seq 1 5 | while read n; do echo $((n * n)); done | paste -s -d+ -
yes | head -n 3
seq 100 | grep 7 | tail -n 2 | cut -c1
echo "in: $(echo inner | tr i I | rev)"
