import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Everything one VS Code writes: a folder of its own, so that nobody's settings matter and nothing stays behind.
 * @typedef {{ root: string, home: string, user: string, extensions: string, temporary: string, config: string }} Profile
 */

/** Nothing pops up, phones home, or takes the focus. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'git.enabled': false,
};

/**
 * The path stays short: VS Code puts unix sockets in there, whose names end at 108 bytes.
 * @param {Record<string, unknown>} [settings] on top of the quiet ones
 * @param {Record<string, unknown>} [machineSettings] those of machine scope, which stand apart where VS Code is a server
 * @returns {Profile}
 */
export function createProfile(settings = {}, machineSettings = {}) {
  const root = mkdtempSync(path.join(tmpdir(), 'oddline-'));
  const inRoot = (/** @type {string} */ name) => path.join(root, name);
  const profile = {
    root,
    home: inRoot('home'),
    user: inRoot('user'),
    extensions: inRoot('ext'),
    temporary: inRoot('tmp'),
    config: inRoot('config.yaml'),
  };
  for (const folder of [
    profile.home,
    path.join(profile.user, 'User'),
    path.join(profile.user, 'Machine'),
    profile.extensions,
    profile.temporary,
  ]) {
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(profile.config, 'auth: none\n');
  const write = (/** @type {string} */ of, /** @type {Record<string, unknown>} */ all) =>
    writeFileSync(path.join(profile.user, of, 'settings.json'), JSON.stringify(all, null, 2));
  write('User', { ...quietSettings, ...settings });
  write('Machine', machineSettings);
  return profile;
}

/**
 * Makes VS Code speak another display language without a language pack: its own texts stay English, but env.language,
 * the manifest's texts and l10n.t of extensions are in `locale`.
 * @param {Profile} profile
 * @param {string} locale such as zh-cn
 */
export function writeLanguagePack(profile, locale) {
  const translation = path.join(profile.user, 'main.i18n.json');
  writeFileSync(translation, JSON.stringify({ '': '', version: '1.0.0', contents: {} }));
  const pack = {
    hash: 'oddline',
    extensions: [{ extensionIdentifier: { id: 'oddline.language' }, version: '1.0.0' }],
    translations: { vscode: translation },
    label: locale,
  };
  writeFileSync(path.join(profile.user, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}

/** @param {Profile} profile */
export function removeProfile(profile) {
  rmSync(profile.root, { recursive: true, force: true, maxRetries: 5 });
}
