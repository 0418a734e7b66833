/**
 * Lines that compilers, linkers, loaders, build tools and interpreters print whatever went wrong, without variable parts.
 * These words are rare in English and common in logs, so they are not evidence for an article that quotes them.
 */
export const boilerplate = `
  Traceback (most recent call last): File line in module
  During handling of the above exception, another exception occurred
  The above exception was the direct cause of the following exception
  ImportError: cannot import name from partially initialized module, most likely due to a circular import
  ModuleNotFoundError: No module named
  AttributeError: object has no attribute, module has no attribute, type object has no attribute. Did you mean
  TypeError: takes positional arguments but were given, missing required positional argument, unsupported operand type(s)
  KeyError IndexError ValueError OSError RuntimeError NameError FileNotFoundError AssertionError SystemError MemoryError
  UserWarning DeprecationWarning FutureWarning RuntimeWarning ResourceWarning warnings.warn stacklevel
  RuntimeWarning: invalid value encountered in, divide by zero encountered in, overflow encountered in
  subprocess.CalledProcessError: Command returned non-zero exit status
  FileNotFoundError: [Errno] No such file or directory; PermissionError: Permission denied; [WinError]
  Fatal Python error: Segmentation fault, Aborted; Current thread most recent call first; Extension modules total
  Segmentation fault (core dumped); Aborted (core dumped); Bus error; signal SIGSEGV SIGABRT; Killed
  Program received signal; Thread hit; in from at; Process finished with exit code
  terminate called after throwing an instance of std::runtime_error std::exception what()
  terminate called recursively; Windows fatal exception: access violation; code
  In file included from, from, In function, In member function, At global scope, In instantiation of, required from here
  error: was not declared in this scope; did you mean; has no member named; no matching function for call to
  error: no member named in; use of undeclared identifier; unknown type name; call to undeclared function
  error: implicit declaration of function; too few arguments to function; too many arguments to function; expected before token
  error: invalid conversion from to; cannot convert to in initialization; incomplete type; forward declaration of
  error: ISO C++ forbids; ISO C99 and later do not support implicit function declarations
  warning: unused variable; deprecated declared here; note: candidate; previous declaration; in expansion of macro
  fatal error: No such file or directory compilation terminated; include file not found; 1 error generated
  error C2039: is not a member of; error C2065: undeclared identifier; error C1083: Cannot open include file; C2660 C2198 C2061 C3861
  function does not take arguments; see declaration of; syntax error: missing before
  LINK : fatal error LNK1104: cannot open file; LNK1120: unresolved externals; LNK2001 LNK2019: unresolved external symbol referenced in function; LNK1181
  collect2: error: ld returned 1 exit status; undefined reference to; multiple definition of first defined here; cannot find -l
  /usr/bin/ld: in function; relocation against symbol; DSO missing from command line; final link failed; skipping incompatible when searching for
  ld: symbol(s) not found for architecture; Undefined symbols for architecture x86_64 arm64 referenced from
  clang: error: linker command failed with exit code (use -v to see invocation); ld: library not found for; framework
  ImportError: undefined symbol; cannot open shared object file: No such file or directory; wrong ELF class; invalid ELF header
  dlopen: Library not loaded; Reason: tried: no such file; image not found; Symbol not found; Referenced from; Expected in
  error while loading shared libraries
  CMake Error at CMakeLists.txt (find_package) (message) (project): Could not find a package configuration file provided by
  CMake Warning; Call Stack (most recent call first); Configuring incomplete, errors occurred; See also; CMakeFiles; CMakeError.log
  Could NOT find (missing:) (found version); Looking for; found; not found; Performing Test; Success; Failed; Check for working compiler
  -- The C compiler identification is GNU; The CXX compiler identification is; Detecting compiler features
  ninja: build stopped: subcommand failed; FAILED; make: *** [all] Error; Makefile recipe for target failed; gmake
  meson.build ERROR: Dependency not found; Run-time dependency found: NO (tried pkgconfig and cmake); Program found: YES; A full log can be found at meson-logs
  Project name version; Build type native build; C compiler for the host machine; Host machine cpu family
  running build_ext; running build_py; running bdist_wheel; building extension; copying creating; build/temp build/lib; running egg_info
  error: command gcc cl.exe link.exe x86_64-linux-gnu-gcc clang failed with exit status exit code
  ERROR: Failed building wheel for; Failed to build; Could not build wheels for, which is required to install pyproject.toml-based projects
  error: subprocess-exited-with-error; did not run successfully; exit code; lines of output; [end of output]
  note: This error originates from a subprocess, and is likely not a problem with pip; This is an issue with the package mentioned above, not pip; See above for output
  error: metadata-generation-failed; Encountered error while generating package metadata; Preparing metadata (pyproject.toml); Getting requirements to build wheel; Building wheel for
  error: legacy-install-failure; Running setup.py install for; setup.py bdist_wheel did not run successfully
  Collecting; Downloading; Using cached; Installing build dependencies; Requirement already satisfied; Successfully installed; Attempting uninstall
  ERROR: Could not find a version that satisfies the requirement; No matching distribution found for; Ignored the following versions that require a different python version
  is not a supported wheel on this platform; pip's dependency resolver does not currently take into account all the packages that are installed
  error: could not compile due to previous error; warning: unused import; aborting due to; For more information about this error, try rustc --explain
  error: linking with cc failed: exit status; = note: = help: Compiling Finished Checking; failed to run custom build command for; Caused by; process didn't exit successfully
  thread main panicked at; called Option::unwrap() on a None value; called Result::unwrap() on an Err value; note: run with RUST_BACKTRACE=1 environment variable to display a backtrace; stack backtrace
  npm ERR! code; Error: Cannot find module; at Object. at Module._compile node:internal; Exception in thread main java.lang; at java.base
  docker: Error response from daemon; The command returned a non-zero code; failed to solve; executor failed running
  File "<frozen importlib._bootstrap>", line, in _find_and_load; in _find_and_load_unlocked; in _load_unlocked; in _load_backward_compatible
  File "<frozen importlib._bootstrap_external>", line, in exec_module; in create_module; in get_code; in _call_with_frames_removed; in module_from_spec
  File "<frozen importlib._bootstrap>", line, in _gcd_import; in _handle_fromlist; in _init_module_attrs; in load_module; in _load_dynamic
  File "importlib/__init__.py", line, in import_module; return _bootstrap._gcd_import(name[level:], package, level)
  File "<frozen runpy>", line, in _run_module_as_main; in _run_code; exec(code, run_globals); runpy.py; sys.exit(main())
  File "threading.py", line, in _bootstrap; in _bootstrap_inner; in run; self._target(*self._args, **self._kwargs); in wait; in join
  File "multiprocessing/process.py", line, in _bootstrap; multiprocessing/spawn.py; multiprocessing/pool.py in worker; concurrent/futures/thread.py
  File "asyncio/events.py", line, in _run; asyncio/base_events.py in run_until_complete; in run_forever; in _run_once; asyncio/runners.py
  File "setuptools/__init__.py", line, in setup; setuptools/dist.py in run_command; cmd_obj.run(); _distutils/core.py in run_commands; exec_module
  File "pip/_vendor/pyproject_hooks/_in_process/_in_process.py", line, in main; in get_requires_for_build_wheel; in build_wheel; setuptools/build_meta.py in _get_build_requires; in run_setup
  #0 __pthread_kill_implementation; __pthread_kill_internal; __GI___pthread_kill; __GI_raise raise; __GI_abort abort; __libc_start_main; __libc_start_call_main; start_thread; clone; clone3; _start
  #0 __gnu_cxx::__verbose_terminate_handler(); std::terminate(); __cxxabiv1::__terminate; __cxa_throw; __cxa_rethrow; __gxx_personality_v0; _Unwind_ForcedUnwind; _Unwind_RaiseException
  #0 futex_wait; __futex_abstimed_wait_common; pthread_cond_wait; pthread_cond_timedwait; pthread_mutex_lock; __lll_lock_wait; poll; select; epoll_wait; nanosleep; sem_wait
  _PyEval_EvalFrameDefault; _PyEval_Vector; PyEval_EvalCode; _PyFunction_Vectorcall; _PyObject_Call; PyObject_Call; PyObject_Vectorcall; _PyObject_MakeTpCall; cfunction_call; method_vectorcall
  PyRun_SimpleFileExFlags; _PyRun_SimpleFileObject; pyrun_file; run_mod; run_eval_code_obj; pymain_run_python; Py_RunMain; Py_BytesMain; pymain_main; Py_FinalizeEx; PyImport_ImportModuleLevelObject; builtin_exec
  Type "help", "copyright", "credits" or "license" for more information; Python (main) [GCC] [Clang] [MSC] on linux darwin win32; IPython An enhanced Interactive Python
  MemoryError: Unable to allocate GiB MiB for an array with shape and data type float64
  import sys; import os; from import; return; raise; self; def; class; with; None; True; False; __init__.py; lambda
  /usr/lib/python3/dist-packages; site-packages; /usr/local/lib; /home/user; AppData Local Programs Python; C:\\Users; Program Files; anaconda3 miniconda3 envs
  please report; please see; for more information; for details; try again; make sure that; set the environment variable
`;
