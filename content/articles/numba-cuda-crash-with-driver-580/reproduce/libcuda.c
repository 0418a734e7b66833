/* As much of libcuda as cuda.to_device() calls, with the functions of driver 580. */
#include <stdlib.h>
#include <string.h>

typedef void *CUcontext;

static int context; /* its address is the only valid CUcontext */
static CUcontext current;

int cuInit(unsigned flags) { return 0; }
int cuDeviceGetCount(int *count) { return *count = 1, 0; }
int cuDeviceGet(int *device, int ordinal) { return *device = ordinal, 0; }
int cuDeviceGetName(char *name, int length, int device) { return strncpy(name, "stub", length), 0; }
int cuDeviceGetUuid_v2(char *uuid, int device) { return memset(uuid, 0, 16), 0; }
int cuDeviceGetAttribute(int *value, int attribute, int device) { return *value = 8, 0; }
int cuDeviceComputeCapability(int *major, int *minor, int device) { return *major = 8, *minor = 0; }
int cuDevicePrimaryCtxRetain(CUcontext *result, int device) { return *result = &context, 0; }
int cuCtxPushCurrent_v2(CUcontext pushed) { return current = pushed, 0; }
int cuCtxGetCurrent(CUcontext *result) { return *result = current, 0; }
int cuMemGetInfo_v2(size_t *free, size_t *total) { return *free = *total = 1 << 30, 0; }
int cuMemAlloc_v2(void **memory, size_t size) { return *memory = malloc(size), 0; }
int cuMemFree_v2(void *memory) { return free(memory), 0; }
int cuMemcpyHtoD_v2(void *to, const void *from, size_t size) { return memcpy(to, from, size), 0; }
int cuIpcOpenMemHandle(void) { return 999; }

int cuCtxGetDevice(int *device) { return *device = 0; }

/* New in CUDA 13, with one more argument. */
int cuCtxGetDevice_v2(int *device, CUcontext of)
{
    if (of != &context) *(volatile int *)0 = 0; /* the driver follows the pointer */
    return *device = 0;
}
