import type { PackageVerdict } from '../domain/affected/evaluate-package.ts';
import type { Verdict } from '../domain/affected/evaluate-fault.ts';
import type { MachineFact } from '../domain/affected/verdict-reason.ts';
import type { Ecosystem, Locale } from '../domain/vocabulary.ts';

/** Texts of the answer to "Am I affected?". Loaded with the code that compares versions, not with every page. */
export interface AnswerWords {
  verdicts: Record<Verdict, string>;
  ruledOut: Record<MachineFact, string>;
  missing: Record<MachineFact | 'python-micro', string>;
  missingVersion(name: string): string;
  invalidPython(text: string): string;
  invalidVersion(text: string, ecosystem: Ecosystem): string;
  older: string;
  /** `affected` is the beginning of a sentence that `moveTo` or `noRelease` completes. */
  packages: Record<Exclude<PackageVerdict, 'invalid'>, (name: string, version: string) => string>;
  /** Like `packages.affected`, with what the version is combined with. */
  incompatible(name: string, version: string, beside: string): string;
  moveTo(version: string): string;
  noRelease: string;
  /** Ends the sentence about a pair that no later release of the package repairs. */
  noPartner: string;
  moveToPython(version: string): string;
  /** @param installed names with versions */
  have(installed: readonly string[]): string;
  /** Follows the sentence that an installed version has the fix, where the error was printed all the same. */
  otherInstallation: string;
}

export const answerWords: Record<Locale, AnswerWords> = {
  en: {
    verdicts: {
      affected: 'Affected',
      fixed: 'Fixed in your version',
      'not-affected': 'Not affected',
      unknown: 'Cannot tell yet',
      possible: 'Can occur on your machine',
    },
    ruledOut: {
      python: 'This fault does not occur with your Python version.',
      platform: 'This fault does not occur on your platform.',
      build: 'This fault does not occur with your Python build.',
    },
    missing: {
      python: 'It depends on your Python version.',
      'python-micro': 'It depends on the exact Python release, such as 3.13.4.',
      platform: 'It depends on your platform.',
      build:
        'It depends on your Python build: versions of the free-threaded build end in t, such as 3.13t.',
    },
    missingVersion: (name) => `The version of ${name} is missing.`,
    invalidPython: (text) =>
      `“${text}” is not a Python version. Enter it as 3.13, 3.13.4 or 3.13t.`,
    invalidVersion: (text, ecosystem) =>
      ecosystem === 'PyPI'
        ? `“${text}” is not a PyPI version. Enter it as pip shows it, such as 3.1.0 or 3.1.0a1.`
        : `“${text}” is not a crates.io version. Enter it as Cargo shows it, such as 0.23.0.`,
    older: 'Your version is older than the first affected version.',
    packages: {
      affected: (name, version) => `${name} ${version} is affected`,
      fixed: (name, version) => `${name} ${version} has the fix.`,
      older: (name, version) => `${name} ${version} is older than the first affected version.`,
      compatible: (name, version) => `${name} ${version} works with the versions beside it.`,
      depends: (name, version) =>
        `Whether ${name} ${version} is affected depends on what is installed beside it.`,
      unknown: (name) => `The version of ${name} is missing.`,
      absent: (name) => `${name} is not installed.`,
    },
    incompatible: (name, version, beside) => `${name} ${version} is affected with ${beside}`,
    moveTo: (version) => `: upgrade to ${version} or later.`,
    noRelease: '. There is no fixed release yet; see “What to do” in the article.',
    noPartner: '; see “What to do” in the article.',
    moveToPython: (version) => `Upgrade to Python ${version} or later.`,
    have: (installed) => `You have ${new Intl.ListFormat('en').format(installed)}.`,
    otherInstallation: 'If the error persists, the failing program uses another installation.',
  },
  zh: {
    verdicts: {
      affected: '受影响',
      fixed: '你的版本已修复',
      'not-affected': '不受影响',
      unknown: '还不能判断',
      possible: '可能出现',
    },
    ruledOut: {
      python: '在你的 Python 版本上不会出现这个故障。',
      platform: '在你的平台上不会出现这个故障。',
      build: '在你的 Python 构建上不会出现这个故障。',
    },
    missing: {
      python: '取决于 Python 版本。',
      'python-micro': '取决于 Python 的修订版本（第三位数字），例如 3.13.4。',
      platform: '取决于平台。',
      build: '取决于解释器构建：自由线程构建的版本号以 t 结尾，例如 3.13t。',
    },
    missingVersion: (name) => `缺少 ${name} 的版本。`,
    invalidPython: (text) => `“${text}”不是 Python 版本号。请写成 3.13、3.13.4 或 3.13t。`,
    invalidVersion: (text, ecosystem) =>
      ecosystem === 'PyPI'
        ? `“${text}”不是 PyPI 的版本号。请照 pip 显示的写，例如 3.1.0 或 3.1.0a1。`
        : `“${text}”不是 crates.io 的版本号。请照 Cargo 显示的写，例如 0.23.0。`,
    older: '你的版本早于最早受影响的版本。',
    packages: {
      affected: (name, version) => `${name} ${version} 受影响`,
      fixed: (name, version) => `${name} ${version} 已修复。`,
      older: (name, version) => `${name} ${version} 早于最早受影响的版本。`,
      compatible: (name, version) => `${name} ${version} 与同时安装的版本兼容。`,
      depends: (name, version) => `${name} ${version} 是否受影响取决于同时安装的版本。`,
      unknown: (name) => `缺少 ${name} 的版本。`,
      absent: (name) => `没有安装 ${name}。`,
    },
    incompatible: (name, version, beside) => `${name} ${version} 搭配 ${beside} 时受影响`,
    moveTo: (version) => `，请升级到 ${version} 或更高版本。`,
    noRelease: '。目前还没有修复版本，见文中的“解决办法”。',
    noPartner: '，见文中的“解决办法”。',
    moveToPython: (version) => `请升级到 Python ${version} 或更高版本。`,
    have: (installed) => `你安装的是 ${installed.join('、')}。`,
    otherInstallation: '如果仍然出错，说明出错的程序用的是另一份安装。',
  },
};
