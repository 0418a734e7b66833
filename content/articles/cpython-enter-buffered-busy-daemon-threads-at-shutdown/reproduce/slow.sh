# Runs the program with a standard output that is read only after three seconds.
python run.py 2>errors.txt | (sleep 3; cat >/dev/null)
cat errors.txt
