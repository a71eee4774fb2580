# read in its forms.
echo "one two three four" | { read a b c; echo "$a|$b|$c"; }
echo "  lead and trail  " | { read x; echo "[$x]"; }
echo 'back\slash' | { read x; echo "$x"; }
echo 'back\slash' | { read -r x; echo "$x"; }
echo "a:b:c" | { IFS=: read x y; echo "$x $y"; }
printf 'no newline' | { read x; echo "$? $x"; }
printf '' | { read x; echo "$? [$x]"; }
printf 'l1\nl2\nl3\n' > lines
while IFS= read -r l; do echo "<$l>"; done < lines
{ read first; read second; echo "$second $first"; } < lines
printf 'a b\\\nc d\n' | { read x y; echo "$x/$y"; }
echo "k=v=w" | { IFS== read k v; echo "$k $v"; }
n=0; while read -r l; do n=$((n + 1)); done < lines; echo "$n lines"
printf 'x,,y\n' | { IFS=, read a b c; echo "[$a][$b][$c]"; }
