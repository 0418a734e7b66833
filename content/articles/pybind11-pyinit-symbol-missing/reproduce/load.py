import importlib.util
from importlib.machinery import ExtensionFileLoader

PATH = "./shop.cpython-311-x86_64-linux-gnu.so"
loader = ExtensionFileLoader("store", PATH)          # the name behind PyInit_
spec = importlib.util.spec_from_file_location("store", PATH, loader=loader)
store = importlib.util.module_from_spec(spec)
loader.exec_module(store)
print(store.price())
