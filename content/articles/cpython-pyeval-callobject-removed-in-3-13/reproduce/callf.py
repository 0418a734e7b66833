import hookf

print(hookf.fire(lambda *args: 'called'))
