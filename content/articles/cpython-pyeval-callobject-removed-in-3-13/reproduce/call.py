import hook

print(hook.fire(lambda: 'called'))
