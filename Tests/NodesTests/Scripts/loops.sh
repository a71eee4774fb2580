# while, until, for, break and continue.
i=0
while [ $i -lt 10 ]; do
  i=$((i + 1))
  [ $i -eq 3 ] && continue
  [ $i -gt 6 ] && break
  echo "i=$i"
done
until [ $i -le 4 ]; do i=$((i - 1)); done
echo "down to $i"
for word in a "b c" d; do echo "<$word>"; done
for x in 1 2 3; do
  for y in 1 2 3; do
    [ $y -eq 2 ] && continue 2
    [ $x -eq 3 ] && break 2
    echo "$x,$y"
  done
done
set -- p q r
for arg; do echo "arg $arg"; done
for f in; do echo never; done
while read -r line; do echo "line: $line"; done <<END
first line
  second \n line
END
while false; do :; done; echo "status $?"
