# Aliases: words that stand for others from the next line on.
alias say='echo said' two='say two'
say hello; two three
alias ls='ls -d'
ls /
alias say; alias nosuch; echo "status $?"
echo say; x=say; $x 2>/dev/null || echo "no alias from a variable"
unalias two; two 2>/dev/null; echo "status $?"
alias loop='loop again'; loop 2>/dev/null; echo "status $?"
alias begin='if true; then' finish='fi'
begin echo inside; finish
alias later='echo late'; later 2>/dev/null || echo "not on the same line"
later
for word in say; do say $word; done
(say inside) | cat; y=$(say deep); echo $y
alias | grep -c =
unalias -a; say 2>/dev/null; echo "status $?"
