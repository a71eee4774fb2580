# if, elif, else and nested conditions.
check() {
  if [ "$1" -lt 0 ]; then
    echo negative
  elif [ "$1" -eq 0 ]; then
    echo zero
  elif [ "$1" -gt 100 ] || [ "$1" = 42 ]; then
    echo special
  else
    echo "plain $1"
  fi
}
for n in -5 0 42 7 200; do check $n; done
if false; then echo a; fi
echo "status $?"
if grep -q root /dev/null; then echo found; else echo "not found: $?"; fi
if [ -z "" ] && [ -n x ] && [ ! -e missing ]; then echo strings; fi
if ! (exit 2); then echo inverted; fi
