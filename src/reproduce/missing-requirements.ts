import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Requirements } from '../domain/reproduction/reproduction.ts';

const GIB = 1024 ** 3;

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'macos',
  win32: 'windows',
};

const ARCHITECTURES: Partial<Record<NodeJS.Architecture, string>> = {
  x64: 'x86_64',
  arm64: 'aarch64',
};

/** This machine, in the words of the facts: `linux-x86_64`. */
export const machine = {
  system: SYSTEMS[process.platform] ?? process.platform,
  architecture: ARCHITECTURES[process.arch] ?? process.arch,
};

/** Returns why a case cannot run on this machine, one reason each. */
export function missingRequirements(
  requires: Requirements,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  const { os: systems, arch, gpu, memory_gib: memory, commands = [], debian = [] } = requires;
  const missing: string[] = [];
  const { system, architecture } = machine;
  if (systems && !(systems as string[]).includes(system)) {
    missing.push(`needs ${systems.join(' or ')}; this is ${system}`);
  }
  if (arch && !(arch as string[]).includes(architecture)) {
    missing.push(`needs ${arch.join(' or ')}; this is ${architecture}`);
  }
  if (gpu && !hasProgram('nvidia-smi', env)) missing.push('needs an NVIDIA GPU with its driver');
  const available = os.totalmem() / GIB;
  if (memory && available < memory) {
    missing.push(`needs ${memory} GiB of memory; this machine has ${Math.floor(available)}`);
  }
  const programs = commands.filter((name) => !hasProgram(name, env));
  if (programs.length > 0) missing.push(`needs ${programs.join(', ')}`);
  const packages = missingPackages(debian);
  if (packages.length > 0) {
    missing.push(`needs the Debian packages ${packages.join(' ')} (--install installs them)`);
  }
  return missing;
}

/** Returns which Debian packages are not installed; none on systems without dpkg, where their names say nothing. */
export function missingPackages(debian: readonly string[]): string[] {
  if (!existsSync('/usr/bin/dpkg-query')) return [];
  return debian.filter((name) => {
    try {
      const status = execFileSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', '--', name], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return !status.startsWith('installed');
    } catch {
      return true;
    }
  });
}

/** Returns the path of a program on the PATH. */
export function findProgram(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, file))
    .find((candidate) => existsSync(candidate));
}

const hasProgram = (name: string, env: Readonly<Record<string, string | undefined>>) =>
  findProgram(name, env) !== undefined;
