import { addNames, type PackageGroup } from './package-group.ts';

/**
 * Reads the packages that the extensions of PHP need from a shell script: blocks `ldap@alpine)` and `ldap@debian)`, in which
 * names are appended to a variable.
 */
export function readPhpExtensions(script: string): PackageGroup[] {
  const groups = new Map<string, PackageGroup>();
  let add: ((names: string[]) => void) | undefined;
  for (const line of script.split('\n').map((text) => text.trim())) {
    const [, extension, system] = /^(\w+)@(\w+)\)$/.exec(line) ?? [];
    if (extension !== undefined && (system === 'debian' || system === 'alpine')) {
      const group = groups.get(extension) ?? {};
      groups.set(extension, group);
      add = (names) => addNames(group, system, names);
    }
    if (line === ';;') add = undefined;
    const [variable = '', ...names] = line.split(' ');
    if (/_(?:persistent|volatile)$/.test(variable))
      add?.(names.map((name) => name.replace('"', '')));
  }
  return [...groups.values()];
}
