# set -e, -u, -x and friends.
sh -c 'set -e; echo before; false; echo never'; echo "e: $?"
sh -c 'set -e; if false; then :; fi; false || true; echo passed'; echo "e: $?"
sh -c 'set -e; f() { false; echo inside; }; f; echo never'; echo "f: $?"
sh -c 'set -e; (exit 3); echo never'; echo "sub: $?"
sh -c 'set -e; x=$(false); echo never'; echo "assign: $?"
sh -c 'set -e; ! true; echo negated'; echo "not: $?"
sh -c 'set -u; echo ${x-unset}; echo $x; echo never' 2>/dev/null; echo "u: $?"
sh -c 'set -x; echo traced; x=1; : $x' 2>&1
sh -ec 'true && false; echo and-list'; echo "and: $?"
sh -c 'set -f; echo *; set +f' 
sh -c 'set -o pipefail; false | true; echo $?'
sh -c 'set -e; trap "echo trapped" EXIT; false; echo never'; echo "trap: $?"
sh -c 'set -- a b; echo $#; set --; echo $#'
sh -n -c 'echo not run'; echo "n: $?"
