import semver from 'semver';
import type { Upgrade } from './upgrade-plan.ts';

/** How the upgrades of a plan are carried out. */
export interface UpgradeCommands {
  /** One command for all Python packages, so that pip decides on them together, then one for each crate. */
  commands: string[];
  /** Crates whose requirement has to be raised by hand: Cargo upgrades only to compatible releases. */
  requirements: Upgrade[];
}

export function upgradeCommands(upgrades: readonly Upgrade[]): UpgradeCommands {
  const pins = pinsOf(upgrades).map((pin) => `"${pin}"`);
  const crates = upgrades.filter(({ ecosystem }) => ecosystem === 'crates.io');
  return {
    commands: [
      ...(pins.length === 0 ? [] : [`pip install ${pins.join(' ')}`]),
      ...crates
        .filter(isCompatible)
        .map(({ name, installed, to }) => `cargo update -p ${name}@${installed} --precise ${to}`),
    ],
    requirements: crates.filter((crate) => !isCompatible(crate)),
  };
}

/**
 * Returns the upgrades of Python packages as requirements. Each is to the version that was checked: a later one may have
 * another fault, or not work with the other packages.
 */
export function pinsOf(upgrades: readonly Upgrade[]): string[] {
  return upgrades.flatMap(({ ecosystem, name, to }) =>
    ecosystem === 'PyPI' ? [`${name}==${to}`] : [],
  );
}

const isCompatible = ({ installed, to }: Upgrade) => semver.satisfies(to, `^${installed}`);
