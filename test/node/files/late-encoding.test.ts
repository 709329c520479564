import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLogFile } from '../../../src/node/files/log-file';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const ascii = '2026-06-12 09:41:07 INFO shelf is counted\n'.repeat(3000);
/** 连接超时, "the connection timed out", in GBK. */
const chinese = Buffer.from([0xc1, 0xac, 0xbd, 0xd3, 0xb3, 0xac, 0xca, 0xb1]);
const late = Buffer.concat([Buffer.from(`${ascii}ERROR `), chinese, Buffer.from(`\n${ascii}`)]);

it.each([
  ['GBK', late, undefined, 'gb18030'],
  ['GBK that somebody named otherwise', late, 'utf8', 'utf8'],
  ['UTF-8', Buffer.from(`${ascii}ERROR 连接超时\n${ascii}`), undefined, undefined],
  ['ASCII', Buffer.from(ascii), undefined, undefined],
])('%s behind 64 KiB of ASCII', async (_, bytes, named, expected) => {
  const path = join(folder, 'late.log');
  writeFileSync(path, bytes);
  const log = await openLogFile(path, { encoding: named });
  expect(log.encoding).toBe(expected);
  const text = await log.text();
  const start = ascii.length + 'ERROR '.length;
  const shown = Buffer.from(text.read(start, start + 12)).toString();
  await log.close();
  if (expected === 'gb18030') expect(shown).toBe('连接超时');
});
