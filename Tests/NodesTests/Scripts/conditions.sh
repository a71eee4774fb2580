# [[ … ]]: words that are not split, patterns and what joins them.
name="two words"; empty=
[[ -n "$name" ]] && echo filled; [[ -z "$empty" ]] && echo empty
[[ "$name" == two* ]] && echo pattern
[[ "$name" = "two words" && -n "$name" ]] && echo both
[[ a == b || a == a ]] && echo either
[[ ! a == b ]] && echo negated
[[ a != b* ]] && echo differs
[[ 3 -gt 2 && 2 -lt 3 ]] && echo numbers
if [[ -d / && ! -e /nosuch ]]; then echo files; fi
[[ abc =~ ^a.c$ ]] && echo matches; [[ abd =~ ^a.c$ ]] || echo "no match"
[[ "$nosuch" == x ]]; echo "status $?"
[[ x ]]; echo "status $?"; [[ "" ]]; echo "status $?"
for word in apple banana; do [[ "$word" == a* ]] && echo "$word begins with a"; done
case $name in two*) [[ "$name" == *words ]] && echo ends ;; esac
