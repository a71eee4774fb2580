# df and mount, as far as every machine agrees.
# needs: mount | grep -q ' on / type ' && df -P . >/dev/null
df -P . | head -n 1; df -Ph . | head -n 1; df . | head -n 1; df -h . | head -n 1
df -P . | wc -l; df -P / . | wc -l
df -P . | awk 'NR == 2 {print NF, ($2 > 0), ($3 + $4 <= $2), $5 ~ /^[0-9]+%$/, $6 ~ /^\//}'
df -m . | head -n 1; df -T . | head -n 1 | awk '{print $2}'
df /nosuch; echo "status $?"
df -P . /nosuch 2>/dev/null | wc -l; df . /nosuch > /dev/null 2>&1; echo "status $?"
df -q 2>&1 | head -n 1; df -q 2>/dev/null; echo "status $?"
[ "$(df -Pk . | awk 'NR == 2 {print $4}')" -gt 0 ] && echo room
mount | grep -c ' on / type '
mount | grep ' on / type ' | awk '{print $2, $3, $4, ($6 ~ /^\(rw/)}'
mount | grep -c '^proc on /proc type proc (rw'
mount | while read device on place type kind rest; do [ "$on $type" = "on type" ] || echo "odd: $device"; done
mount nothing /nosuch/place 2>/dev/null || echo "not mounted"
mount -q 2>&1 | head -n 1
mount /nosuch 2>/dev/null; echo "status $?"
