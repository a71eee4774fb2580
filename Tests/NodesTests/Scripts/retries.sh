# Loops that wait for something, with files as signals.
attempt=0
(sleep 1; touch ready) &
until [ -f ready ]; do
  attempt=$((attempt + 1))
  [ $attempt -gt 100 ] && { echo "gave up"; exit 1; }
  sleep 0.1
done
echo ready
retry() {
  local n=0
  while [ $n -lt "$1" ]; do
    n=$((n + 1))
    if "$2" $n; then echo "worked at $n"; return 0; fi
  done
  echo "failed after $n"; return 1
}
third() { [ "$1" -ge 3 ]; }
never() { false; }
retry 5 third
retry 2 never || echo "status $?"
wait
mkdir lock && echo locked
mkdir lock 2>/dev/null || echo "already locked"
rmdir lock
