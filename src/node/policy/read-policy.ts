import { lstatSync, readFileSync } from 'node:fs';
import { win32 } from 'node:path';
import { damagedPolicy, noPolicy, type Policy, parsedPolicy } from './policy';

/** Where administrators alone can write: the same place for every user and every workspace of a machine. */
export function policyPath(platform: NodeJS.Platform, programData: string | undefined): string {
  if (platform !== 'win32') return '/etc/oddline/policy.json';
  return win32.join(programData || 'C:\\ProgramData', 'oddline', 'policy.json');
}

/** Whoever starts a program chooses its environment: where Windows usually keeps the file it is looked for, too. */
export function policyPaths(
  platform: NodeJS.Platform = process.platform,
  programData: string | undefined = process.env.ProgramData,
): readonly string[] {
  return [...new Set([policyPath(platform, programData), policyPath(platform, undefined)])];
}

/**
 * One small file, read at start and once; of several the first that requires something. Never throws: what cannot be read counts as a
 * policy that forces all it can.
 */
export function readPolicy(paths: readonly string[] = policyPaths()): Policy {
  const policies = paths.map(policyAt);
  return policies.find(({ requiresRedaction }) => requiresRedaction) ?? policies[0];
}

function policyAt(path: string): Policy {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT' && !isThere(path)) return noPolicy(path);
    return damagedPolicy(path, {
      pattern:
        'The policy file {0} cannot be read ({1}). Let everybody read it, or remove it; until then secrets are hidden whatever the settings say.',
      values: [path, code],
    });
  }
  return parsedPolicy(text, path);
}

/** A link that leads nowhere is a policy that cannot be read. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
