import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LabelStore } from '../../../src/node/store/labels';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();

/** What a repository can put where its labels would be. */
const cases: Readonly<Record<string, (path: string) => void>> = {
  'a link to a device without an end': (path) => symlinkSync('/dev/zero', path),
  'a pipe nobody writes to': (path) => execFileSync('sh', ['-c', 'mkfifo "$0"', path]),
  'a folder': (path) => mkdirSync(path),
  'a file of 65 MB': (path) => {
    writeFileSync(path, '{"oddline":"labels","version":1}\n');
    truncateSync(path, 65e6);
  },
};

describe.skipIf(process.platform === 'win32')('a labels file that is', () => {
  for (const [what, make] of Object.entries(cases)) {
    it(`${what} is refused by name, neither read nor written`, async () => {
      const path = join(folder, `${what.replaceAll(' ', '-')}.jsonl`);
      make(path);
      const store = new LabelStore(path);
      const refusal = { code: 'unusable-store', sentence: { values: [path, 64] } };
      await expect(store.list()).rejects.toMatchObject(refusal);
      const label = { finding: 'x', label: 'normal', at: '2026-01-31T12:00:00Z' } as const;
      await expect(store.add(label)).rejects.toMatchObject(refusal);
    });
  }
});
