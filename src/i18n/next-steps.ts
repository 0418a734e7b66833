import type { ErrorKind } from '../diagnosis/unknown/last-error.ts';
import type { Locale } from '../domain/vocabulary.ts';

/** Ids of the articles that help to find the cause of an error of a kind, without a claim about it. */
export const guides: Readonly<Partial<Record<ErrorKind, string>>> = { crash: 'KF-0226' };

/** Usual next steps for an error that no article explains, by its kind; text between backticks is code. */
export const nextSteps: Record<Locale, Record<ErrorKind, readonly [string, string, string]>> = {
  en: {
    'missing-module': [
      'Run `python -m pip show NAME` with the Python that fails: the package may be in another environment.',
      'Rename your own files and folders that have the name of the module.',
      'If the name begins with an underscore, the compiled part is missing: reinstall the package for this Python.',
    ],
    'missing-header': [
      'Install the development package of the library that owns the header, such as `python3-dev` for `Python.h`.',
      'If it is installed, add its folder to the include path of the compiler: `CFLAGS="-I..."`.',
      'Look for a wheel of the package for your Python and platform; then nothing is compiled.',
    ],
    'missing-library': [
      'List what the extension needs: `ldd FILE` on Linux, `otool -L FILE` on macOS, Dependencies on Windows.',
      'Install the library that is reported as missing, in the architecture of your Python.',
      'If it is installed, another copy may be found first: check `LD_LIBRARY_PATH`, `DYLD_LIBRARY_PATH` or `PATH`.',
    ],
    linker: [
      'Take the first missing symbol, and find the library that defines it.',
      'Check that the library is built for the architecture of your Python, and comes after the objects that use it in the linker command.',
      'Delete the build folder and build again: objects of another compiler or Python may be left in it.',
    ],
    versions: [
      'Compare your Python with the versions that the package supports: `python -VV`.',
      'Upgrade pip, which may be too old to read the wheels: `python -m pip install --upgrade pip`.',
      'Install the conflicting packages one by one to find the two that exclude each other.',
    ],
    crash: [
      'Run it with `python -X faulthandler`, and paste the traceback that it prints.',
      'Import the native packages one by one, each in a new process, to find the one that crashes.',
      'Try a new environment with wheels from one source only, either PyPI or conda-forge.',
    ],
    compiler: [
      'Look at the first error of the compiler; those after it are often its consequences.',
      'Check that the release of the package supports your Python: C code of older releases often fails on a newer Python.',
      'Look for a wheel of the package for your Python and platform; then nothing is compiled.',
    ],
    other: [
      'Paste the whole output, from the command to the last line: the cause is often far above.',
      'Add your versions: the output of `python -VV` and `pip list`.',
      'Search the issues of the package named in the last lines.',
    ],
  },
  zh: {
    'missing-module': [
      '用出错的那个 Python 运行 `python -m pip show NAME`：包可能装在了另一个环境里。',
      '如果自己的文件或目录与该模块同名，请改名。',
      '如果名字以下划线开头，缺的是编译出来的部分：请为当前 Python 重新安装这个包。',
    ],
    'missing-header': [
      '安装该头文件所属库的开发包，例如 `Python.h` 对应 `python3-dev`。',
      '如果已经安装，请把它所在的目录加入编译器的头文件搜索路径：`CFLAGS="-I..."`。',
      '看看这个包有没有适合你的 Python 和平台的 wheel，有的话就不必编译。',
    ],
    'missing-library': [
      '列出扩展依赖的库：Linux 用 `ldd FILE`，macOS 用 `otool -L FILE`，Windows 用 Dependencies。',
      '安装缺少的库，架构要与你的 Python 一致。',
      '如果已经安装，可能先找到了另一份：请检查 `LD_LIBRARY_PATH`、`DYLD_LIBRARY_PATH` 或 `PATH`。',
    ],
    linker: [
      '从第一个缺少的符号查起，找出定义它的库。',
      '确认该库的架构与你的 Python 一致，并且在链接命令中排在使用它的目标文件之后。',
      '删除构建目录后重新构建：里面可能留有另一个编译器或 Python 生成的目标文件。',
    ],
    versions: [
      '用 `python -VV` 查看你的 Python 版本，并与这个包支持的版本对照。',
      '升级 pip，旧版可能认不出新的 wheel：`python -m pip install --upgrade pip`。',
      '逐个安装有冲突的包，找出互相排斥的两个。',
    ],
    crash: [
      '用 `python -X faulthandler` 运行，再把打印出来的 traceback 粘贴到这里。',
      '逐个导入原生扩展包，每次用一个新进程，找出崩溃的那一个。',
      '新建一个环境，只用一个来源的包：要么 PyPI，要么 conda-forge。',
    ],
    compiler: [
      '先看编译器的第一个报错，后面的往往是它引起的。',
      '确认该版本的包支持你的 Python：旧版本的 C 代码在较新的 Python 上常常编译失败。',
      '看看这个包有没有适合你的 Python 和平台的 wheel，有的话就不必编译。',
    ],
    other: [
      '粘贴完整输出，从命令到最后一行：原因常常在很靠前的地方。',
      '补上版本信息：`python -VV` 和 `pip list` 的输出。',
      '在最后几行提到的包的 issue 中搜索。',
    ],
  },
};
