import type { PackageVerdict } from '../domain/affected/evaluate-package.ts';
import type { MachineFact, Verdict } from '../domain/affected/evaluate-fault.ts';
import type { Ecosystem, Locale } from '../domain/vocabulary.ts';

/** The words of "Am I affected?". They are fetched with what compares versions, not with every page. */
export interface AnswerWords {
  verdicts: Record<Verdict, string>;
  ruledOut: Record<MachineFact, string>;
  missing: Record<MachineFact | 'python-micro', string>;
  missingVersion(name: string): string;
  invalidPython(text: string): string;
  invalidVersion(text: string, ecosystem: Ecosystem): string;
  older: string;
  packages: Record<Exclude<PackageVerdict, 'invalid'>, (name: string, version: string) => string>;
  moveTo(version: string): string;
  noRelease: string;
  moveToPython(version: string): string;
}

export const answerWords: Record<Locale, AnswerWords> = {
  en: {
    verdicts: {
      affected: 'Affected',
      fixed: 'Fixed in yours',
      'not-affected': 'Not affected',
      unknown: 'Cannot tell yet',
    },
    ruledOut: {
      python: 'It does not occur with your Python.',
      platform: 'It does not occur on your platform.',
      build: 'It does not occur with your build of Python.',
    },
    missing: {
      python: 'It hangs on the Python version.',
      'python-micro': 'It hangs on the release of Python: write it in full, such as 3.13.4.',
      platform: 'It hangs on the platform.',
      build: 'It hangs on the build: a free-threaded Python is written with a t, such as 3.13t.',
    },
    missingVersion: (name) => `The version of ${name} is missing.`,
    invalidPython: (text) => `“${text}” is no Python version. Write 3.13, 3.13.4 or 3.13t.`,
    invalidVersion: (text, ecosystem) =>
      ecosystem === 'PyPI'
        ? `“${text}” is no version of PyPI. Write it as pip shows it, such as 3.1.0 or 3.1.0a1.`
        : `“${text}” is no version of crates.io. Write it as Cargo shows it, such as 0.23.0.`,
    older: 'Yours is older than the first version that has it.',
    packages: {
      affected: (name, version) => `${name} ${version} has it`,
      fixed: (name, version) => `${name} ${version} is free of it.`,
      older: (name, version) => `${name} ${version} is older than the first version that has it.`,
      unknown: (name) => `The version of ${name} is missing.`,
      absent: (name) => `${name} is not installed.`,
    },
    moveTo: (version) => `: move to ${version} or later.`,
    noRelease: '; no release is free of it. See what to do below.',
    moveToPython: (version) => `Python ${version} is the first one without it.`,
  },
  zh: {
    verdicts: {
      affected: '受影响',
      fixed: '你的版本已修复',
      'not-affected': '不受影响',
      unknown: '还不能判断',
    },
    ruledOut: {
      python: '你的 Python 版本不会出现这个故障。',
      platform: '你的平台不会出现这个故障。',
      build: '你的 Python 构建不会出现这个故障。',
    },
    missing: {
      python: '取决于 Python 版本，请填写。',
      'python-micro': '取决于 Python 的具体小版本，请写全，例如 3.13.4。',
      platform: '取决于平台，请选择。',
      build: '取决于解释器构建：自由线程版本请带上 t，例如 3.13t。',
    },
    missingVersion: (name) => `还缺 ${name} 的版本。`,
    invalidPython: (text) => `“${text}”不是 Python 版本号。请写成 3.13、3.13.4 或 3.13t。`,
    invalidVersion: (text, ecosystem) =>
      ecosystem === 'PyPI'
        ? `“${text}”不是 PyPI 的版本号。请照 pip 显示的写，例如 3.1.0 或 3.1.0a1。`
        : `“${text}”不是 crates.io 的版本号。请照 Cargo 显示的写，例如 0.23.0。`,
    older: '你的版本比最早出现故障的版本还旧。',
    packages: {
      affected: (name, version) => `${name} ${version} 有这个故障`,
      fixed: (name, version) => `${name} ${version} 已没有这个故障。`,
      older: (name, version) => `${name} ${version} 早于最早出现故障的版本。`,
      unknown: (name) => `还缺 ${name} 的版本。`,
      absent: (name) => `没有安装 ${name}。`,
    },
    moveTo: (version) => `，请升级到 ${version} 或更高版本。`,
    noRelease: '；目前没有不带此故障的版本，办法见下文。',
    moveToPython: (version) => `从 Python ${version} 起没有这个故障。`,
  },
};
