# getopts in a function and in the script.
parse() {
  OPTIND=1
  verbose=0 name=none
  while getopts "vn:h" opt; do
    case $opt in
      v) verbose=$((verbose + 1)) ;;
      n) name=$OPTARG ;;
      h) echo help; return 0 ;;
      \?) echo "bad option"; return 2 ;;
    esac
  done
  shift $((OPTIND - 1))
  echo "verbose=$verbose name=$name rest=$*"
}
parse -v -v -n box a b
parse -vn joined file
parse -- -v x
parse -h
parse -x 2>/dev/null; echo "status $?"
parse -n 2>/dev/null; echo "status $?"
parse
while getopts ":a:" o -a 5 -z; do echo "$o ${OPTARG-none}"; done
