import { readFileSync } from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly engines?: { readonly node?: string };
  readonly optionalDependencies?: Record<string, string>;
}

const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../package-lock.json'), 'utf8'),
);
const ours = lock.packages['']?.engines?.node ?? '';
const oldestNode = semver.minVersion(ours);

it('our own engines.node names an oldest Node', () => {
  expect(oldestNode?.version).toBe('20.19.0');
});

it('every installed package runs on the oldest Node we promise', () => {
  const refusing = Object.entries(lock.packages)
    .filter(([, { engines }]) => engines?.node && !semver.satisfies(oldestNode ?? '0.0.0', engines.node))
    .map(([name, { version, engines }]) => `${name} ${version} wants ${engines?.node}`);
  expect(refusing).toEqual([]);
});

it('every direct dependency is pinned', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.resolve(__dirname, '../../package.json'), 'utf8'),
  );
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(semver.valid(String(version)), `${name}: ${version}`).not.toBeNull();
  }
});

it('the lock names every platform’s binaries, or npm ci refuses it (cure: node scripts/complete-lock.mjs)', () => {
  const named = new Set(
    Object.keys(lock.packages).map((location) => location.replace(/^.*node_modules\//, '')),
  );
  const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  expect(wanted.filter((name) => !named.has(name))).toEqual([]);
});
