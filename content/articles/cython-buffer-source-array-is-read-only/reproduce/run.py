import numpy as np
import total

a = np.arange(3.0)
a.flags.writeable = False
total.total(a)
