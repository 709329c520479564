import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkout } from './checkout.mjs';

/**
 * `node scripts/complete-lock.mjs`, after every `npm install`: names in package-lock.json the binaries for other
 * platforms that npm left out (it does where the registry does not serve them, or node_modules already lacks them).
 * npm from 11.19 on refuses `npm ci` with such a lock. Their versions are exact in the packages that want them; their
 * contents, which this machine cannot fetch, stay without an integrity hash.
 */

const lockFile = path.join(checkout, 'package-lock.json');

/** Words in the names of such packages, and the field of a lock entry each goes to. */
const words = {
  os: ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'],
  cpu: ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'],
  libc: ['glibc', 'musl'],
};
const synonyms = { gnu: 'glibc', gnueabihf: 'glibc', musleabihf: 'musl', wasm: 'wasm32' };

/** @param {string} name such as \@x/binding-linux-x64-musl */
function platformOf(name) {
  const parts = name.split(/[-/]/).map((part) => synonyms[/** @type {'gnu'} */ (part)] ?? part);
  const fields = Object.entries(words).map(([field, known]) => [
    field,
    known.filter((word) => parts.includes(word)),
  ]);
  return Object.fromEntries(fields.filter(([, found]) => found.length > 0));
}

const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
/** @type {[string, { dev?: boolean, optionalDependencies?: Record<string, string> }][]} */
const packages = Object.entries(lock.packages);
for (const [, { dev, optionalDependencies = {} }] of packages) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const platform = platformOf(name);
    const isKnown = packages.some(([location]) => location.endsWith(`node_modules/${name}`));
    if (isKnown || !/^\d/.test(version) || Object.keys(platform).length === 0) continue;
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true };
    console.log(`added ${name} ${version} ${JSON.stringify(platform)}`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
