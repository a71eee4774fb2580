# date with given moments, seq and sleep.
date -u -d @0
date -u -d @1700000000 '+%Y-%m-%d %H:%M:%S'
date -u -d @1700000000 +%s
date -u -d @86400 '+%A %B %d %j %U %y %e %I %p'
date -u -d '2024-02-29 12:34:56' '+%F %T'
date -u -d @1700000000 -R
date -u -I -d @1700000000
date -u -d @1700000000 '+%a %b %d %Z'
date -u -d nonsense; echo "status $?"
start=$(date +%s); sleep 1; end=$(date +%s)
[ $((end - start)) -ge 1 ] && echo "a second passed"
seq 3; seq 2 4; seq 1 2 7; seq 5 -2 1; seq -s, 4; seq -w 8 10
seq 3 1; echo "none: $?"
sleep 0; sleep x; echo "status $?"
sleep 0.1 && echo slept
[ "$(date +%Y)" -ge 2020 ] && echo "this age"
