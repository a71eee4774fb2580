# Subshells keep their changes to themselves.
x=1; folder=$PWD
(x=2; cd /; echo "in: $x $PWD")
echo "out: $x"
[ "$PWD" = "$folder" ] && echo "same folder"
(exit 4); echo "status $?"
echo $( (echo nested; echo sub) | wc -l)
(echo a; (echo b; (echo c)))
{ y=3; }; echo "braces keep: $y"
(umask; :) > /dev/null
result=$(x=5; echo $((x + 1))); echo "$result $x"
(set -- a b c; echo "$#"); echo "$#"
f() { echo function; }
(f() { echo changed; }; f); f
( ( echo deep ) )
echo start; (echo mid; exit); echo end
