# expr, test of numbers, eval and indirect calls.
expr 1 + 2; expr 2 \* 3; expr 7 / 2; expr 7 % 3; expr 1 - 5
expr abc : 'a\(.*\)'; expr abc : '.*'; expr length hello; expr substr hello 2 3; expr index hello l
expr 5 \> 3; expr a = b; echo "status $?"; expr 0; echo "status $?"
expr \( 1 + 2 \) \* 3; expr "" \| default; expr a \& b
expr 1 +; echo "status $?"; expr x + 1; echo "status $?"; expr 1 / 0; echo "status $?"
cmd='echo evaluated'; eval $cmd; eval "x=5; echo \$x"
name=var; eval "$name=value"; echo $var
eval 'for i in 1 2; do echo e$i; done'
f() { echo "called with $1"; }; call=f; $call arg
list="a b c"; for i in $list; do eval "item_$i=\$i"; done; echo $item_a$item_c
eval exit_code=7; (eval 'exit $exit_code'); echo "status $?"
eval; echo "empty eval $?"; eval false; echo "false $?"
