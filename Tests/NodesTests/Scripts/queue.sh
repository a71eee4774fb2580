# A producer and a consumer over a fifo-like file, with jobs.
: > queue
produce() { for i in 1 2 3; do echo "item $i" >> queue; sleep 0.2; done; echo END >> queue; }
consume() {
  seen=0
  while :; do
    count=$(wc -l < queue)
    while [ $seen -lt $count ]; do
      seen=$((seen + 1))
      line=$(sed -n "${seen}p" queue)
      [ "$line" = END ] && return 0
      echo "got $line"
    done
    sleep 0.1
  done
}
produce &
consume
wait
echo "saw $seen"
(for i in 1 2 3; do echo $i; sleep 0.1; done) | while read n; do echo "streamed $n"; done
{ sleep 0.3; echo late; } | cat & { echo early; } | cat; wait
