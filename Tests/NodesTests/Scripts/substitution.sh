# Command substitution, nested and with odd bytes.
echo "today: $(echo Monday)"
echo `echo backticks` `echo \`echo nested\``
lines=$(printf 'a\nb\n\n\n'); echo "[$lines]"
echo $lines
echo "$(echo "quoted $(echo "inner quoted")")"
files=$(ls / | grep -c .); [ "$files" -gt 3 ] && echo many
n=$(seq 5 | wc -l); echo $((n + 1))
echo $(echo a   b    c) "$(echo 'a   b')"
for w in $(echo x y z); do echo "w=$w"; done
v=$(cat <<EOF
from here-document
EOF
)
echo "$v"
echo "$(case a in a) echo matched;; esac)"
echo "$(exit 3) $?"
set -- $(echo one two); echo "$2 $1"
