from setuptools import setup
from torch.utils.cpp_extension import BuildExtension, CUDAExtension

setup(
    name="spam",
    ext_modules=[CUDAExtension("spam", ["spam.cu"])],
    cmdclass={"build_ext": BuildExtension},
)
