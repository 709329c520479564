import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { lineKeyOf } from '../../src/engine/records/content-key';
import { builtCli } from './built-cli';

const cli = builtCli();
const lineOf = (i: number) => `2026-03-14T09:26:${10 + i}Z INFO [ferry] crossing ${i} \`done\``;
const lines = Array.from({ length: 40 }, (_, i) => lineOf(i));
const keyOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return lineKeyOf(bytes, 0, bytes.length);
};
const bookmark = (line: number, note: string) =>
  JSON.stringify({
    at: '2026-11-21T13:00:00Z',
    file: 'app.log',
    key: keyOf(lines[line - 1]),
    line,
    log: keyOf(lines[0]),
    note,
    ordinal: 0,
  });

const places: readonly (readonly [
  what: string,
  file: string,
  bytes: string | Uint8Array,
  at: readonly number[],
])[] = [
  ['where they were', 'app.log', lines.join('\n'), [5, 30]],
  ['behind lines that came before', 'app.log', `${lineOf(90)}\n\n${lines.join('\n')}`, [7, 32]],
  ['in the packed log it became', 'app.log.1.gz', gzipSync(lines.join('\n')), [5, 30]],
  ['in UTF-16', 'app.log', Buffer.from(`\ufeff${lines.join('\n')}`, 'utf16le'), [5, 30]],
];

describe('a report holds the bookmarks of its log', () => {
  it.each(places)('%s', async (what, file, bytes, at) => {
    const folder = what.replaceAll(' ', '-');
    const kept = ['{"oddline":"bookmarks","version":1}', bookmark(30, ''), bookmark(5, 'here it\nbegan')];
    cli.file(`${folder}/.oddline/bookmarks.jsonl`, `${kept.join('\n')}\n`);
    const path = cli.file(`${folder}/${file}`, bytes);
    const { stdout } = await cli.run(['analyze', path, '--format', 'markdown']);
    expect(stdout).toContain(`${at[0]}: ${lines[4]}  — here it began\n${at[1]}: ${lines[29]}\n`);
    const without = await cli.run(['analyze', path, '--format', 'markdown', '--no-store']);
    expect(without.stdout).not.toContain('Bookmarks');
  });
});
