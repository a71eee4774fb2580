# Quotes and backslashes.
echo 'single $HOME `no` "x"' "double \$HOME \"x\" 'y'" back\ slash
echo "a\nb" 'a\nb' a\\nb
echo "tab	inside" 'new
line'
x='*'; echo "$x" '*' \*
echo "mixed 'single' inside" 'and "double"'
echo a"b"'c'd
echo "" '' | wc -c
set -- "" a ""; echo $#
printf '[%s]' "$@" ''; echo
echo \"quoted\" \'single\'
echo "dollar at end $" 'it'\''s'
echo "back\\slash" "tick\`tick" "new\
line"
echo \$x "\$x" '$x' "$x"
y="a b"; set -- $y "$y"; echo $#
echo "${x}y" '{a,b}' {a,b}
echo -- "--" -n; echo "#not comment" # comment
