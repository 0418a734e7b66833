find "$(python -c 'import sysconfig; print(sysconfig.get_paths()["platlib"])')" -name '*.so*' |
while read -r file; do
  objdump -d --no-show-raw-insn "$file" 2>/dev/null | grep -q 'ldmxcsr' && echo "$file"
done
