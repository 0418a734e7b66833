import torch

torch.cuda._is_compiled = lambda: False
from torch.utils.cpp_extension import CUDA_HOME

print("CUDA_HOME in torch:", CUDA_HOME)
