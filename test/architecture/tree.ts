import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The folder that holds package.json. */
export const checkout = path.resolve(__dirname, '../..');

/** A temporary tree with these files (path → text) and, as links, what it needs of the checkout. */
export function plantTree(files: Record<string, string>, links: readonly string[] = []) {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'oddline-tree-')));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  for (const link of links) symlinkSync(path.join(checkout, link), path.join(root, link));
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
