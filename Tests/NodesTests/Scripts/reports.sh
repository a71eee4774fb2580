# A small report over a log, as people write them.
i=0
while [ $i -lt 20 ]; do
  case $((i % 4)) in
    0) level=INFO ;; 1) level=WARN ;; *) level=ERROR ;;
  esac
  printf '%s [%s] request %d took %dms\n' "2024-01-0$((i % 3 + 1))" $level $i $((i * 7 % 50))
  i=$((i + 1))
done > app.log
grep -c ERROR app.log
awk '{print $2}' app.log | sort | uniq -c | sort -rn
awk -F'took ' '{sub("ms","",$2); t+=$2; if($2>m)m=$2} END{print t, m, t/NR}' app.log
sed -n 's/.*request \([0-9]*\) took 4\([0-9]\)ms/\1:\2/p' app.log
cut -d' ' -f1 app.log | sort -u | while read day; do
  echo "$day: $(grep "^$day" app.log | grep -c ERROR) errors"
done
tail -n 3 app.log | tr '[]' '()' | tee last | wc -l
head -n 1 last
total=$(wc -l < app.log); echo "total $total, half $((total / 2))"
