# awk: patterns, fields, arrays, functions.
printf 'alice 30 london\nbob 25 paris\ncarol 35 london\ndave 28 rome\n' > people
awk '{print $1}' people
awk '$2 > 28 {print $1, $2}' people
awk 'NR==2' people; awk 'END{print NR}' people
awk '/london/{n++} END{print n " in london"}' people
awk '{s+=$2} END{printf "%.2f\n", s/NR}' people
awk -F: '{print $2}' <<EOF
a:b:c
EOF
awk '{count[$3]++} END{for (c in count) print c, count[c]}' people
awk 'BEGIN{OFS="-"} {$1=$1; print}' people | head -n 1
awk '{print NF, $NF}' people | head -n 1
awk 'function double(x) {return x*2} {print double($2)}' people | head -n 2
awk 'BEGIN{for(i=1;i<=3;i++) printf "%d ", i*i; print ""}'
awk '{ if ($2 >= 30) print $1 " old"; else print $1 " young" }' people
awk '{gsub(/o/,"0"); print}' people | tail -n 2
awk 'BEGIN{print length("hello"), substr("hello",2,3), index("hello","l"), toupper("abc")}'
awk 'BEGIN{n=split("a,b,c",p,","); print n, p[2]; print match("foobar",/o+/), RSTART, RLENGTH}'
awk -v name=bob '$1==name{print $3}' people
awk '/bob/,/carol/' people
awk 'BEGIN{while(i<3){i++; if(i==2)continue; print i}; do {i--} while(i>0); print i}'
awk '!seen[$3]++{print $3}' people
awk 'BEGIN{printf "%5s|%-5s|%03d|%x\n", "ab", "cd", 7, 255; print 1e6, 0.1+0.2, 10/3}'
awk '{print > ($3 ".txt")} END{close("paris.txt")}' people; cat london.txt paris.txt
awk 'NR==1{next} {print FILENAME, FNR; exit 3}' people; echo "status $?"
awk 'BEGIN{print substr("hello", 0), 1 == 1.0, "a" < "b", "10" < "9", 10 < 9}'
awk 'BEGIN{x["a"]; if ("a" in x) print "in"; delete x["a"]; print length(x)}'
awk '{print' people; echo "status $?"
