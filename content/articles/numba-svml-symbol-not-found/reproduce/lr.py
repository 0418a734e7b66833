import librosa
import numpy as np

print(librosa.util.phasor(np.ones(64, np.float32)).shape)
