# An entrypoint: defaults, a template, checks.
set -e
: "${PORT:=8080}" "${HOST:=localhost}"
DEBUG=${DEBUG-off}
mkdir -p conf.d
cat > template <<'END'
server {
  listen @PORT@;
  name @HOST@;
}
END
sed -e "s/@PORT@/$PORT/" -e "s/@HOST@/$HOST/" template > conf.d/site.conf
cat conf.d/site.conf
for f in conf.d/*.conf; do [ -e "$f" ] && echo "found $(basename "$f" .conf)"; done
case $DEBUG in on|1) echo debugging;; off|0|"") echo quiet;; esac
fail() { echo "error: $*" >&2; return 1; }
[ "$PORT" -gt 0 ] || fail "bad port"
if ! fail "expected" 2>/dev/null; then echo "failed as it should"; fi
for kv in A=1 B=2; do export "$kv"; done
echo "$A$B"
exec sh -c 'echo "running as $0 with $*"' app --port "$PORT"
