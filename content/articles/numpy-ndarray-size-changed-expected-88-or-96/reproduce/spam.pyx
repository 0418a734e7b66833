cimport numpy as np
np.import_array()
