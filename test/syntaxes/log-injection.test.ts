import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { processorMs } from '../processor-time';

const path = 'syntaxes/log-injection.tmLanguage.json';
const host = JSON.stringify({ scopeName: 'text.log', patterns: [] });
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  const registry = new Registry({
    onigLib: loadWASM({ data: wasm }).then(() => ({ createOnigScanner, createOnigString })),
    loadGrammar: async (scope) =>
      scope === 'text.log'
        ? parseRawGrammar(host, 'host.json')
        : parseRawGrammar(readFileSync(path, 'utf8'), path),
    getInjections: (scope) => (scope === 'text.log' ? ['text.log.oddline'] : undefined),
  });
  grammar = (await registry.loadGrammar('text.log'))!;
});

interface Piece {
  readonly text: string;
  readonly scope: string;
}

/** The coloured pieces of a line, each with the last word of its innermost scope (`log.date` → `date`). */
function pieces(line: string): Piece[] {
  return grammar
    .tokenizeLine(line, INITIAL)
    .tokens.filter((token) => token.scopes.length > 1)
    .map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      scope: token.scopes.at(-1)!.split('.').at(-1)!,
    }));
}

const cases: readonly {
  readonly line: string;
  readonly scope: string;
  readonly coloured: readonly string[];
}[] = [
  {
    line: '2026-03-14T09:26:53.589793238+08:00 start',
    scope: 'date',
    coloured: ['2026-03-14T09:26:53.589793238+08:00'],
  },
  { line: '2026-03-14 09:26:53,589 start', scope: 'date', coloured: ['2026-03-14 09:26:53,589'] },
  { line: '2026/03/14 09:26:53 +0000 start', scope: 'date', coloured: ['2026/03/14 09:26:53 +0000'] },
  { line: '2026-03-14T09:26:53Z start', scope: 'date', coloured: ['2026-03-14T09:26:53Z'] },
  { line: 'Mar  4 09:26:53 attic cron: run', scope: 'date', coloured: ['Mar  4 09:26:53'] },
  {
    line: '192.0.2.7 - - [04/Mar/2026:09:26:53 +0100] ok',
    scope: 'date',
    coloured: ['[04/Mar/2026:09:26:53 +0100]'],
  },
  { line: '[Wed Mar 04 09:26:53.123 2026] ok', scope: 'date', coloured: ['[Wed Mar 04 09:26:53.123 2026]'] },
  { line: 'x [CRITICAL] [ WARN ] y', scope: 'error', coloured: ['[CRITICAL]'] },
  { line: 'x [CRITICAL] [ WARN ] y', scope: 'warning', coloured: ['[ WARN ]'] },
  { line: 'x <notice> (TRACE) y', scope: 'info', coloured: ['<notice>'] },
  { line: 'x <notice> (TRACE) y', scope: 'verbose', coloured: ['(TRACE)'] },
  { line: '[core:error] no such file', scope: 'error', coloured: ['error]'] },
  { line: 'at=1 level=error msg=x', scope: 'error', coloured: ['level=error'] },
  { line: '{"level":"warn","msg":"x"}', scope: 'warning', coloured: ['"level":"warn"'] },
  { line: 'E0304 09:26:53.123456    77 pool.go:9] x', scope: 'error', coloured: ['E'] },
  { line: 'an error in prose, (errors) too', scope: 'error', coloured: [] },
  {
    line: 'job 0f8fad5b-d9cb-469f-a165-70867728950e done',
    scope: 'uuid',
    coloured: ['0f8fad5b-d9cb-469f-a165-70867728950e'],
  },
  {
    line: 'from 192.0.2.7:8080 to 198.51.100.0/24',
    scope: 'address',
    coloured: ['192.0.2.7:8080', '198.51.100.0/24'],
  },
  { line: 'from 2001:db8::7 to ::1', scope: 'address', coloured: ['2001:db8::7', '::1'] },
  { line: 'from 2001:db8:0:0:0:0:0:7', scope: 'address', coloured: ['2001:db8:0:0:0:0:0:7'] },
  { line: 'link 00:00:5e:00:53:af up', scope: 'address', coloured: ['00:00:5e:00:53:af'] },
  { line: 'version 1.2.3.4.5 at 09:26:53', scope: 'address', coloured: [] },
  { line: 'user=ada took=5ms a==b x/y=1', scope: 'key', coloured: ['user', '=', 'took', '='] },
  { line: '{"user": "ada", "list": [1]}', scope: 'key', coloured: ['"user"', '"list"'] },
  { line: 'page 0xFFee01 commit 3f2a9c1b77', scope: 'hex', coloured: ['0xFFee01', '3f2a9c1b77'] },
  { line: 'order 12345678 was deadbeef accepted', scope: 'hex', coloured: [] },
  {
    line: '\tat shop.Pool.take(Pool.java:41)',
    scope: 'exception',
    coloured: ['at', 'shop.Pool.take', 'Pool.java:41'],
  },
  {
    line: '    at take (/srv/pool.js:4:11)',
    scope: 'exception',
    coloured: ['at', 'take', '/srv/pool.js:4:11'],
  },
  { line: '    at /srv/pool.js:4:11', scope: 'exception', coloured: ['at', '/srv/pool.js:4:11'] },
  {
    line: '  File "/srv/pool.py", line 41, in take',
    scope: 'exception',
    coloured: ['File', '"/srv/pool.py"', 'line', '41', 'take'],
  },
  { line: '\t/srv/pool.go:41 +0x1d', scope: 'exception', coloured: ['/srv/pool.go:41'] },
  { line: 'Caused by: shop.Empty: no connection', scope: 'exception', coloured: ['Caused by:'] },
  { line: '\t... 12 more', scope: 'exception', coloured: ['\t... 12 more'] },
  { line: 'we met at noon (late)', scope: 'exception', coloured: [] },
];

describe('the log grammar adds to VS Code’s own', () => {
  test.each(cases)('$scope in: $line', ({ line, scope, coloured }) => {
    expect(
      pieces(line)
        .filter((piece) => piece.scope === scope)
        .map((piece) => piece.text),
    ).toEqual(coloured);
  });
});

/** 20,000 characters: VS Code tokenises no longer line (editor.maxTokenizationLineLength). */
const hostile: readonly string[] = [
  'a',
  '1',
  ':',
  '1:',
  '::',
  'a=',
  '[',
  '[ ',
  '"',
  '"a',
  ' at',
  '\t',
  'f',
  '1.',
  '0x',
  '-',
  '(',
  '1f',
  'a:b',
];

describe('no line makes the grammar backtrack for long', () => {
  test.each(hostile)('%j repeated', (piece) => {
    const line = piece.repeat(Math.ceil(20_000 / piece.length));
    for (const text of [line, `\tat ${line}`, `  File "${line}`]) {
      // Half a second is where VS Code gives a line up; a sound pattern needs a fiftieth of it. One that backtracks is stopped.
      const took = processorMs(() =>
        expect(grammar.tokenizeLine(text, INITIAL, 30_000).stoppedEarly).toBe(false),
      );
      expect(took).toBeLessThan(500);
    }
  });
});
