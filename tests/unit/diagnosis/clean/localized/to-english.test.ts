import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALIZED_MESSAGES } from '../../../../../src/diagnosis/clean/localized/localized-messages.ts';
import { mayBeLocalized } from '../../../../../src/diagnosis/clean/localized/may-be-localized.ts';
import { toEnglish } from '../../../../../src/diagnosis/clean/localized/to-english.ts';

const [ENGLISH = '', ...LANGUAGES] = LOCALIZED_MESSAGES.split('\n\n');

/** Each translation with its English message and distinct arguments. */
const ENTRIES = LANGUAGES.flatMap((language) =>
  language.split('\n').flatMap((row, index) => {
    const english = ENGLISH.split('\n')[index] ?? '';
    return row
      .split('\t')
      .flatMap((localized) => (localized === '-' ? [] : [{ english, localized }]));
  }),
);

const filled = (template: string) => template.replace(/%(\d)/g, 'arg$1');

const ASCII = fc.string({ unit: 'grapheme-ascii' });

describe('GCC', () => {
  test.each([
    [
      'zh_CN',
      'a.c:1:10: 致命错误：longintrepr.h：没有那个文件或目录',
      'a.c:1:10: fatal error: longintrepr.h: No such file or directory',
    ],
    [
      'zh_CN',
      'a.c:5:3: 错误：‘PyFrameObject’没有名为‘f_code’的成员',
      "a.c:5:3: error: 'PyFrameObject' has no member named 'f_code'",
    ],
    [
      'zh_CN',
      'a.c:5:3: 警告：隐式声明函数‘PyEval_CallObject’ [-Wimplicit-function-declaration]',
      "a.c:5:3: warning: implicit declaration of function 'PyEval_CallObject' [-Wimplicit-function-declaration]",
    ],
    [
      'zh_CN',
      'a.cpp:3:1: 错误：‘frame’在此作用域中尚未声明',
      "a.cpp:3:1: error: 'frame' was not declared in this scope",
    ],
    [
      'zh_TW',
      'a.c:5:3: 錯誤：提供給函式 「f」 的引數太少',
      "a.c:5:3: error: too few arguments to function 'f'",
    ],
    [
      'de',
      'a.c:5:3: Fehler: »struct _ts« hat kein Element namens »frame«; meinten Sie »cframe«?',
      "a.c:5:3: error: 'struct _ts' has no member named 'frame'; did you mean 'cframe'?",
    ],
    [
      'de',
      'a.c:5:3: Warnung: Implizite Deklaration der Funktion »f« [-Wimplicit-function-declaration]',
      "a.c:5:3: warning: implicit declaration of function 'f' [-Wimplicit-function-declaration]",
    ],
    [
      'ja',
      'a.c:5:3: エラー: ‘x’ が宣言されていません (この関数内での最初の使用)',
      "a.c:5:3: error: 'x' undeclared (first use in this function)",
    ],
    [
      'ru',
      'a.c:1:10: ошибка: «x» не описан (первое использование в этой функции)',
      "a.c:1:10: error: 'x' undeclared (first use in this function)",
    ],
    [
      'fr',
      'a.cc:1:10: erreur: « x » n’a pas été déclaré dans cette portée',
      "a.cc:1:10: error: 'x' was not declared in this scope",
    ],
    [
      'es',
      'a.c:1:10: error fatal: ffi.h: No existe el fichero o el directorio',
      'a.c:1:10: fatal error: ffi.h: No such file or directory',
    ],
  ])('%s: %s', (_language, localized, english) => {
    expect(toEnglish(localized)).toBe(english);
  });
});

describe('the linker, the loader and the C library', () => {
  test.each([
    [
      'zh_CN',
      'a.c:(.text+0x5)：对‘PyExc_TypeError’未定义的引用',
      "a.c:(.text+0x5): undefined reference to 'PyExc_TypeError'",
    ],
    [
      'zh_CN',
      '/usr/bin/ld: 找不到 -lpython3.11: 没有那个文件或目录',
      '/usr/bin/ld: cannot find -lpython3.11: No such file or directory',
    ],
    [
      'ja',
      "a.c:(.text+0x5): `bar' に対する定義されていない参照です",
      "a.c:(.text+0x5): undefined reference to 'bar'",
    ],
    [
      'de',
      "a.c:(.text+0x5): Nicht definierter Verweis auf `Py_Initialize'",
      "a.c:(.text+0x5): undefined reference to 'Py_Initialize'",
    ],
    [
      'ru',
      './a: libffi.so.8: невозможно открыть разделяемый объектный файл: Нет такого файла или каталога',
      './a: libffi.so.8: cannot open shared object file: No such file or directory',
    ],
    [
      'fr',
      'pthread_create failed for thread 5 of 8: Ressource temporairement non disponible',
      'pthread_create failed for thread 5 of 8: Resource temporarily unavailable',
    ],
    ['ko', 'ld.so: 그런 파일이나 디렉터리가 없습니다', 'ld.so: No such file or directory'],
    ['it', 'cc1: a.h: File o directory non esistente', 'cc1: a.h: No such file or directory'],
    ['pl', 'cc1: a.h: Nie ma takiego pliku ani katalogu', 'cc1: a.h: No such file or directory'],
    [
      'pt_BR',
      'Falha de segmentação (imagem do núcleo gravada)',
      'Segmentation fault (core dumped)',
    ],
    ['zh_CN', '段错误（核心已转储）', 'Segmentation fault (core dumped)'],
    [
      'de',
      'b.sh: Zeile 3: 4711 Speicherzugriffsfehler  (Speicherabzug geschrieben) python x.py',
      'b.sh: Zeile 3: 4711 Segmentation fault  (core dumped) python x.py',
    ],
    ['zh_TW', 'bash: gfortran：指令找不到', 'bash: gfortran: command not found'],
  ])('%s: %s', (_language, localized, english) => {
    expect(toEnglish(localized)).toBe(english);
  });
});

describe('MSVC', () => {
  const C1083 =
    "a.c(3): fatal error C1083: Cannot open include file: 'io.h': No such file or directory";
  const LNK1104 = "LINK : fatal error LNK1104: cannot open file 'python313t.lib'";
  test.each([
    [
      'zh_CN',
      'a.c(3): fatal error C1083: 无法打开包括文件: “io.h”: No such file or directory',
      C1083,
    ],
    [
      'zh_TW',
      "a.c(3): fatal error C1083: 無法開啟包含檔案: 'io.h': No such file or directory",
      C1083,
    ],
    [
      'ja',
      "a.c(3): fatal error C1083: include ファイルを開けません。'io.h':No such file or directory",
      C1083,
    ],
    [
      'ko',
      "a.c(3): fatal error C1083: 포함 파일을 열 수 없습니다. 'io.h': No such file or directory",
      C1083,
    ],
    [
      'fr',
      "a.c(3): fatal error C1083: Impossible d'ouvrir le fichier include : 'io.h' : No such file or directory",
      C1083,
    ],
    [
      'es',
      "a.c(3): fatal error C1083: No se puede abrir el archivo incluir: 'io.h': No such file or directory",
      C1083,
    ],
    [
      'pt_BR',
      "a.c(3): fatal error C1083: Não é possível abrir arquivo incluir: 'io.h': No such file or directory",
      C1083,
    ],
    [
      'zh_CN',
      'a.cpp(8): error C2065: “PyFrame”: 未声明的标识符',
      "a.cpp(8): error C2065: 'PyFrame': undeclared identifier",
    ],
    [
      'de',
      'a.cpp(8): error C2065: "PyFrame": nichtdeklarierter Bezeichner',
      'a.cpp(8): error C2065: "PyFrame": undeclared identifier',
    ],
    [
      'de',
      'dtype.cpp(101): error C2039: \'elsize\': ist kein Member von "_PyArray_Descr"',
      "dtype.cpp(101): error C2039: 'elsize': is not a member of '_PyArray_Descr'",
    ],
    [
      'zh_CN',
      'a.obj : error LNK2019: 无法解析的外部符号 __imp_Py_None，该符号在函数 main 中被引用',
      'a.obj : error LNK2019: unresolved external symbol __imp_Py_None referenced in function main',
    ],
    [
      'ja',
      'a.obj : error LNK2019: 未解決の外部シンボル memset が関数 init で参照されました',
      'a.obj : error LNK2019: unresolved external symbol memset referenced in function init',
    ],
    [
      'ko',
      'a.dll : fatal error LNK1120: 3개의 확인할 수 없는 외부 참조입니다.',
      'a.dll : fatal error LNK1120: 3 unresolved externals.',
    ],
    ['zh_CN', 'LINK : fatal error LNK1104: 无法打开文件“python313t.lib”', LNK1104],
    ['ko', "LINK : fatal error LNK1104: 'python313t.lib' 파일을 열 수 없습니다", LNK1104],
    ['ru', 'LINK : fatal error LNK1104: не удается открыть файл "python313t.lib"', LNK1104],
    ['it', "LINK : fatal error LNK1104: impossibile aprire il file 'python313t.lib'", LNK1104],
    ['pl', 'LINK : fatal error LNK1104: nie można otworzyć pliku „python313t.lib”', LNK1104],
  ])('%s: %s', (_language, localized, english) => {
    expect(toEnglish(localized)).toBe(english);
  });
});

describe('the kind before a code of MSVC', () => {
  test.each([
    ['致命错误 C1083:', 'fatal error C1083:'],
    ['错误 C2065:', 'error C2065:'],
    ['Schwerwiegender Fehler LNK1104:', 'fatal error LNK1104:'],
    ['Fehler C2039:', 'error C2039:'],
    ['エラー LNK2019:', 'error LNK2019:'],
    ['심각한 오류 LNK1104:', 'fatal error LNK1104:'],
    ['erreur C2065:', 'error C2065:'],
    ['Неустранимая ошибка LNK1181:', 'fatal error LNK1181:'],
    ['errore irreversibile LNK1104:', 'fatal error LNK1104:'],
    ['błąd krytyczny LNK1104:', 'fatal error LNK1104:'],
  ])('%s', (localized, english) => {
    expect(toEnglish(`a.c(3): ${localized} x`)).toBe(`a.c(3): ${english} x`);
  });
});

describe('Windows', () => {
  test.each([
    [
      'ImportError: DLL load failed while importing _x: 找不到指定的模块。',
      'ImportError: DLL load failed while importing _x: The specified module could not be found.',
    ],
    [
      'ImportError: DLL load failed while importing _x: %1 不是有效的 Win32 应用程序。',
      'ImportError: DLL load failed while importing _x: %1 is not a valid Win32 application.',
    ],
    [
      'OSError: [WinError 126] 找不到指定的模块。 Error loading "c10.dll" or one of its dependencies.',
      'OSError: [WinError 126] The specified module could not be found. Error loading "c10.dll" or one of its dependencies.',
    ],
    [
      'FileNotFoundError: [WinError 2] 系统找不到指定的文件。',
      'FileNotFoundError: [WinError 2] The system cannot find the file specified',
    ],
    [
      "FileNotFoundError: [WinError 2] Systemet kan ikke finde den angivne fil: 'gfortran'",
      "FileNotFoundError: [WinError 2] The system cannot find the file specified: 'gfortran'",
    ],
    [
      "PermissionError: [WinError 5] 拒绝访问。: 'C:\\\\x'",
      "PermissionError: [WinError 5] Access is denied: 'C:\\\\x'",
    ],
  ])('%s', (localized, english) => {
    expect(toEnglish(localized)).toBe(english);
  });

  test('an unknown number, or an English text, stays', () => {
    expect(toEnglish('OSError: [WinError 99999] Noget gik galt')).toBeUndefined();
    expect(
      toEnglish('OSError: [WinError 126] The specified module could not be found'),
    ).toBeUndefined();
  });
});

describe('each entry', () => {
  test('is found in a line, with its arguments in their English places', () => {
    const wrong = ENTRIES.flatMap(({ english, localized }) => {
      const found = toEnglish(`make: ${filled(localized)}`) ?? '';
      return found.replaceAll('"', "'") === `make: ${filled(english)}`
        ? []
        : [`${localized} -> ${found}`];
    });
    expect(wrong).toEqual([]);
  });

  test('passes the filter', () => {
    expect(ENTRIES.filter(({ localized }) => !mayBeLocalized(localized))).toEqual([]);
    expect(ENTRIES.length).toBeGreaterThan(700);
  });

  test('an English message stays', () => {
    const english = ENGLISH.split('\n').map(filled);
    expect(english.filter((line) => toEnglish(line) !== undefined)).toEqual([]);
  });
});

describe('a line without a localized message', () => {
  test.each([
    'a.c:3:1: error: ‘frame’ was not declared in this scope',
    '运行时错误: 配置有误',
    'Die Fehlerursache: unbekannt',
    'attention: read the notes',
    '',
  ])('%s', (line) => {
    expect(toEnglish(line)).toBeUndefined();
  });

  test('of English letters', () => {
    fc.assert(
      fc.property(ASCII, (line) => {
        fc.pre(!mayBeLocalized(line));
        expect(toEnglish(line)).toBeUndefined();
      }),
    );
  });
});

test('any text is read without an error', () => {
  const parts = fc.constantFrom(
    ...ENTRIES.map(({ localized }) => localized),
    "'",
    '：',
    '%1',
    '\ud800',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), parts), { maxLength: 6 }),
      (found) => {
        expect(['string', 'undefined']).toContain(typeof toEnglish(found.join('')));
      },
    ),
  );
});

test('a line of a million characters is not searched', () => {
  expect(toEnglish('段错误 '.repeat(250_000))).toBeUndefined();
});
