import { expect, it } from 'vitest';
import { Session } from '../../../src/engine/session';
import { finish } from '../log-builder';

const header = (i: number) => `192.0.2.${i % 9} - - [12/Jun/2026:09:41:${10 + (i % 50)} +0000]`;
const requests = ['"GET /notes/7 HTTP/1.1" 200 512', '"GET /notes/8 HTTP/1.1" 503 0'];

/** Patterns of a log of these ends of lines, each behind either request several times. */
function patternsOf(ends: readonly string[]): string[] {
  const lines = Array.from(
    { length: 60 },
    (_, i) => `${header(i)} ${requests[i % 2]}${ends[(i >> 1) % ends.length]}`,
  );
  const session = new Session();
  session.openSource({ path: 'access.log', role: 'log', referenceSeconds: 1_790_000_000 });
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  session.closeSource();
  return finish(session.mineTemplates()).map(({ pattern }) => pattern);
}

const byStatus = [
  '"GET <path> HTTP/<number>" <number> <number> 2xx',
  '"GET <path> HTTP/<number>" <number> <number> 5xx',
];

it.each<[string, readonly string[]]>([
  [
    'who asks with which program makes no event of its own',
    [' "-" "fetcher/2.1 (a; b)"', ' "https://x.example/a" "Reader (for phones) 7"', ' "-" "-"'],
  ],
  ['nor does whom it was asked for', [' "-" "fetcher/2.1" "198.51.100.7"', ' "-" "Reader (for phones)" "-"']],
  ['nor do blanks at the end', ['', '  ']],
])('%s', (_, ends) => {
  expect(patternsOf(ends)).toEqual(byStatus);
});

it('numbers behind the program are values to look at', () => {
  const patterns = patternsOf([' "-" "fetcher/2.1" 0.031', ' "-" "fetcher/2.1" 0.740']);
  expect(patterns.every((pattern) => pattern.includes('"-" "fetcher/<number>" <number>'))).toBe(true);
});
