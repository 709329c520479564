import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createProfile, type Profile, removeProfile } from '../../../scripts/vscode/profile.mjs';
import { installExtension } from '../../../scripts/vscode/server.mjs';
import { surroundings } from './surroundings';

let model: Promise<Profile> | undefined;

/**
 * Puts the packaged extension into a profile. VS Code installs it once a run; what it made is copied then, which saves starting
 * VS Code twice for each suite.
 */
export async function putExtension(profile: Profile): Promise<void> {
  model ??= installed();
  const { extensions } = await model;
  cpSync(extensions, profile.extensions, { recursive: true });
  const list = path.join(profile.extensions, 'extensions.json');
  writeFileSync(list, readFileSync(list, 'utf8').replaceAll(extensions, profile.extensions));
}

async function installed(): Promise<Profile> {
  const profile = createProfile();
  process.once('exit', () => removeProfile(profile));
  await installExtension(surroundings.install, profile, surroundings.vsix);
  return profile;
}
