import type { TranslatedText } from './lookup-table.ts';

/** Replacements of names that NumPy removed from its C API, from its release notes and its headers. */
export const REPLACEMENTS: Readonly<Record<string, string | readonly string[]>> = {
  int_t: ['cnp.intp_t', 'cnp.npy_long'],
  long_t: 'cnp.npy_long',
  uint_t: ['cnp.uintp_t', 'cnp.npy_ulong'],
  ulong_t: 'cnp.npy_ulong',
  NPY_ARRAY_UPDATEIFCOPY: 'NPY_ARRAY_WRITEBACKIFCOPY',
  NPY_MAX: 'PyArray_MAX',
  NPY_MIN: 'PyArray_MIN',
  NPY_NTYPES: 'NPY_NTYPES_LEGACY',
  NPY_REFCOUNT: 'Py_REFCNT',
  NPY_SIGINT_OFF: 'PyErr_CheckSignals',
  NPY_SIGINT_ON: 'PyErr_CheckSignals',
  NPY_UPDATEIFCOPY: 'NPY_ARRAY_WRITEBACKIFCOPY',
  NPY_UPDATE_ALL: 'NPY_ARRAY_UPDATE_ALL',
  PyArray_As1D: 'PyArray_AsCArray',
  PyArray_As2D: 'PyArray_AsCArray',
  PyArray_BASE: 'PyArray_SetBaseObject',
  PyArray_CastAnyTo: 'PyArray_CopyAnyInto',
  PyArray_CastTo: 'PyArray_CopyInto',
  PyArray_CompareString: 'memcmp',
  PyArray_CopyAndTranspose: ['PyArray_Transpose', 'PyArray_NewCopy'],
  PyArray_DatetimeStructToDatetime: 'NpyDatetime_ConvertDatetimeStructToDatetime64',
  PyArray_DatetimeToDatetimeStruct: 'NpyDatetime_ConvertDatetime64ToDatetimeStruct',
  'PyArray_Descr.alignment': 'PyDataType_ALIGNMENT',
  'PyArray_Descr.c_metadata': 'PyDataType_C_METADATA',
  'PyArray_Descr.elsize': ['PyDataType_ELSIZE', 'PyDataType_SET_ELSIZE'],
  'PyArray_Descr.f': 'PyDataType_GetArrFuncs',
  'PyArray_Descr.fields': 'PyDataType_FIELDS',
  'PyArray_Descr.flags': ['PyDataType_FLAGCHK', 'PyDataType_FLAGS'],
  'PyArray_Descr.metadata': 'PyDataType_METADATA',
  'PyArray_Descr.names': 'PyDataType_NAMES',
  'PyArray_Descr.subarray': 'PyDataType_SUBARRAY',
  PyArray_FLAGS: ['PyArray_ENABLEFLAGS', 'PyArray_CLEARFLAGS'],
  PyArray_FillObjectArray: 'PyArray_FillWithScalar',
  PyArray_FromDims: 'PyArray_SimpleNew',
  PyArray_FromDimsAndData: 'PyArray_SimpleNewFromData',
  PyArray_FromDimsAndDataAndDescr: 'PyArray_NewFromDescr',
  PyArray_MoveInto: 'PyArray_CopyInto',
  PyArray_REFCOUNT: 'Py_REFCNT',
  PyArray_SetNumericOps: 'PyUFunc_ReplaceLoopBySignature',
  PyArray_XDECREF_ERR: ['PyArray_DiscardWritebackIfCopy', 'Py_XDECREF'],
  PyArray_NTYPES: 'NPY_NTYPES_LEGACY',
  PyBigArray_Type: 'PyArray_Type',
  PyDataMem_SetEventHook: 'tracemalloc',
  PyUFunc_GenericFunction: 'PyObject_Call',
  'npy_cdouble.imag': ['npy_cimag', 'NPY_CSETIMAG'],
  'npy_cdouble.real': ['npy_creal', 'NPY_CSETREAL'],
  'npy_cfloat.imag': ['npy_cimagf', 'NPY_CSETIMAGF'],
  'npy_cfloat.real': ['npy_crealf', 'NPY_CSETREALF'],
  'npy_clongdouble.imag': ['npy_cimagl', 'NPY_CSETIMAGL'],
  'npy_clongdouble.real': ['npy_creall', 'NPY_CSETREALL'],
  'npy_complex128.imag': ['npy_cimag', 'NPY_CSETIMAG'],
  'npy_complex128.real': ['npy_creal', 'NPY_CSETREAL'],
  'npy_complex64.imag': ['npy_cimagf', 'NPY_CSETIMAGF'],
  'npy_complex64.real': ['npy_crealf', 'NPY_CSETREALF'],
  'numpy/experimental_dtype_api.h': 'numpy/dtype_api.h',
  'numpy/npy_1_7_deprecated_api.h': 'numpy/arrayobject.h',
  'numpy/npy_interrupt.h': 'PyErr_CheckSignals',
  'numpy/oldnumeric.h': 'numpy/arrayobject.h',
  'numpy/old_defines.h': 'numpy/arrayobject.h',
  'numpy/noprefix.h': 'numpy/arrayobject.h',
};

const DESCRIPTOR: TranslatedText = {
  en: 'In Cython, use Cython 3 and its numpy.pxd. Without the compatibility header, NumPy 1.x needs the member itself.',
  zh: '在 Cython 中请使用 Cython 3 及其 numpy.pxd。若不用兼容头文件，NumPy 1.x 仍需直接访问该成员。',
};

const COMPLEX: TranslatedText = {
  en: 'Complex numbers are C99 numbers in C. In C++ they still are structs.',
  zh: '在 C 中复数已是 C99 复数；在 C++ 中仍是结构体。',
};

const COMPLEX_TYPE: TranslatedText = {
  en: 'In C it is a C99 complex number: npy_creal() and NPY_CSETREAL() replace its members.',
  zh: '在 C 中它是 C99 复数，其成员由 npy_creal() 和 NPY_CSETREAL() 代替。',
};

const PREFIX: TranslatedText = {
  en: 'Its names are found with the prefix NPY_ or NPY_ARRAY_.',
  zh: '其中的名称加上 NPY_ 或 NPY_ARRAY_ 前缀即可找到。',
};

const CYTHON: TranslatedText = {
  en: 'A type of cimport numpy as cnp, in Cython.',
  zh: 'Cython 中 cimport numpy as cnp 的类型。',
};

/** Notes on replacements. */
export const NOTES: Readonly<Record<string, TranslatedText>> = {
  int_t: CYTHON,
  long_t: CYTHON,
  uint_t: CYTHON,
  ulong_t: CYTHON,
  NPY_NTYPES: {
    en: 'It does not count the new types, such as StringDType.',
    zh: '它不包括 StringDType 等新类型。',
  },
  NPY_SIGINT_ON: {
    en: 'Call PyErr_CheckSignals() now and then, with the GIL.',
    zh: '在持有 GIL 时不时调用 PyErr_CheckSignals()。',
  },
  NPY_SIGINT_OFF: {
    en: 'Call PyErr_CheckSignals() now and then, with the GIL.',
    zh: '在持有 GIL 时不时调用 PyErr_CheckSignals()。',
  },
  PyArray_CopyAndTranspose: {
    en: 'Copy what PyArray_Transpose() returns.',
    zh: '复制 PyArray_Transpose() 的返回值。',
  },
  'PyArray_Descr.alignment': DESCRIPTOR,
  'PyArray_Descr.c_metadata': DESCRIPTOR,
  'PyArray_Descr.elsize': {
    en: 'Of an array, PyArray_ITEMSIZE() gives it with every NumPy.',
    zh: '对数组而言，PyArray_ITEMSIZE() 在所有 NumPy 中都可用。',
  },
  'PyArray_Descr.f': DESCRIPTOR,
  'PyArray_Descr.fields': DESCRIPTOR,
  'PyArray_Descr.flags': {
    en: 'PyDataType_FLAGCHK() works with every NumPy and without a compatibility header.',
    zh: 'PyDataType_FLAGCHK() 在所有 NumPy 中都可用，且不需要兼容头文件。',
  },
  'PyArray_Descr.metadata': DESCRIPTOR,
  'PyArray_Descr.names': DESCRIPTOR,
  'PyArray_Descr.subarray': DESCRIPTOR,
  PyArray_GetCastFunc: {
    en: 'It has no replacement. Cast in C.',
    zh: '没有替代品。请在 C 中直接转换。',
  },
  PyArray_XDECREF_ERR: {
    en: 'Discard what is to be written back, then release the array.',
    zh: '先丢弃待写回的内容，再释放数组。',
  },
  npy_cdouble: COMPLEX_TYPE,
  npy_cfloat: COMPLEX_TYPE,
  npy_clongdouble: COMPLEX_TYPE,
  npy_complex64: COMPLEX_TYPE,
  npy_complex128: COMPLEX_TYPE,
  npy_complex256: COMPLEX_TYPE,
  'npy_cdouble.imag': COMPLEX,
  'npy_cdouble.real': COMPLEX,
  'npy_cfloat.imag': COMPLEX,
  'npy_cfloat.real': COMPLEX,
  'npy_clongdouble.imag': COMPLEX,
  'npy_clongdouble.real': COMPLEX,
  'npy_complex128.imag': COMPLEX,
  'npy_complex128.real': COMPLEX,
  'npy_complex64.imag': COMPLEX,
  'npy_complex64.real': COMPLEX,
  'numpy/npy_1_7_deprecated_api.h': PREFIX,
  'numpy/old_defines.h': PREFIX,
  'numpy/noprefix.h': PREFIX,
};
