# Here-documents, plain, quoted and with tabs taken off.
name=world
cat <<EOF
hello $name
sum $((1 + 1)) and $(echo command)
escaped \$name and \\
EOF
cat <<'EOF'
raw $name $(echo no)
EOF
cat <<-EOF
	tabs are
		taken $name
	EOF
cat <<A; cat <<B
first
A
second
B
sed 's/x/y/' <<EOF | tr y z
x marks
EOF
while read a b; do echo "$b $a"; done <<EOF
1 one
2 two
EOF
f() { cat <<EOF
in function $1
EOF
}
f arg
