import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Conversation, conversation, fromRow, openFiles, textsOf } from './opened-lines';

export interface FollowedLog {
  readonly lines: Conversation;
  readonly path: string;
}

/** A log in a folder of its own. */
export async function followed(folder: string, content: string | Uint8Array): Promise<FollowedLog> {
  const path = join(mkdtempSync(join(folder, 'followed-')), 'gate.log');
  writeFileSync(path, content);
  const lines = conversation();
  await openFiles(lines, path);
  await lines.call('indexed', undefined);
  await lines.call('follow', true);
  return { lines, path };
}

export async function shown(lines: Conversation): Promise<string[]> {
  return textsOf(await lines.page(fromRow(0), 0, 2000));
}

/** What happens to the file. */
export type Step = (path: string) => void;

export const append =
  (text: string): Step =>
  (path) =>
    appendFileSync(path, text);
export const rename: Step = (path) => renameSync(path, `${path}.1`);
export const copyAway: Step = (path) => copyFileSync(path, `${path}.1`);
export const cut: Step = (path) => truncateSync(path, 0);
export const recreate =
  (text: string): Step =>
  (path) =>
    writeFileSync(path, text, { flag: 'wx' });
/** As logrotate does: the older a file, the higher its number. */
export const shift: Step = (path) => {
  for (let number = 20; number > 0; number--) {
    if (existsSync(`${path}.${number}`)) renameSync(`${path}.${number}`, `${path}.${number + 1}`);
  }
};
