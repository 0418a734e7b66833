import torch

import demo

print(demo.is_tensor(torch.ones(1)))
