# umask, and the rights of what is made under it.
umask; umask -S
touch a; mkdir b; echo x > c; ls -ld a b c | cut -c1-10
umask 077; umask; umask -S
touch d; mkdir e; echo x > f; cp a g; ls -ld d e f g | cut -c1-10
umask u=rwx,g=rx,o=; umask
touch h; ls -l h | cut -c1-10
(umask 0; touch i; ls -l i | cut -c1-10); umask
sh -c 'umask; touch j'; ls -l j | cut -c1-10
mkdir -m 700 k; mkdir -p l/m; ls -ld k l l/m | cut -c1-10
umask 022; f() { umask 027; }; f; umask
umask 999 2>/dev/null; echo "status $?"
