# ls in its forms.
mkdir -p d/sub/deep; echo hello > d/file; echo 12345 > d/big; : > d/.dot
ln -s file d/link
chmod 640 d/file; chmod 755 d/big
ls d
ls -1 d
ls -a d
ls -A d
ls -R d
ls -d d d/sub
ls -F d
ls -p d
ls -r d
ls nofile; echo "status $?"
ls d/file d/sub
ls -l d | awk '{print $1, $2, $5, $9, $10, $11}' | grep -v sub
ls -ld d/sub | cut -c1-10
ls -S d | head -n 3
cd d; ls; ls -l file | cut -c1-10; ls *
