# Puts the wheels where Numba looks for a toolkit, and an empty library in place of the driver.
wheels=$(python -c "import sysconfig; print(sysconfig.get_path('purelib'))")/nvidia
mkdir -p cuda/nvvm/lib64 cuda/lib64
ln -s "$wheels/cuda_nvcc/nvvm/libdevice" cuda/nvvm/
ln -s "$wheels/cuda_nvcc/nvvm/lib64/libnvvm.so" cuda/nvvm/lib64/libnvvm.so.4
ln -s "$wheels/cuda_runtime/lib/libcudart.so.12" cuda/lib64/
gcc -shared -Wl,-soname,libcuda.so.1 -o cuda/libcuda.so.1 -x c /dev/null
