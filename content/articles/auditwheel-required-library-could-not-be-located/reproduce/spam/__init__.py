from ._spam import *
