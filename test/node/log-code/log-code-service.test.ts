import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TemplateId } from '../../../src/engine/model/units';
import { LogCodeService } from '../../../src/node/log-code/log-code-service';
import type { LogCodeApi } from '../../../src/protocol/log-code';
import { Rpc } from '../../../src/protocol/rpc';
import { memoryPorts } from '../../protocol/memory-ports';
import { temporaryFolder } from '../temporary-folder';

const template = { id: 7 as TemplateId, pattern: 'cart <num> opened', level: 'info' } as const;

describe('the thread that reads sources', () => {
  const folder = temporaryFolder();
  let made = 0;

  function opened() {
    const [one, other] = memoryPorts();
    new LogCodeService(one);
    return new Rpc<object, LogCodeApi>(other, {});
  }

  function write(name: string, text: string, second = 1): string {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    utimesSync(file, second, second);
    return file;
  }

  it('finds the statement that wrote a template, and its place', async () => {
    const rpc = opened();
    const one = write('a.ts', 'x();\r\n  log.info("cart %d opened", id);\r');
    const other = write('b.py', 'log.info("cart closed")');
    expect(await rpc.call('scan', { paths: [one, other] })).toEqual({ files: 2, statements: 2 });
    expect(await rpc.call('match', { templates: [template] })).toEqual([
      { id: 7, statements: [{ path: one, line: 2, lastLine: 2, column: 6, message: 'cart … opened' }] },
    ]);
  });

  it('reads again what changed, and forgets what is gone or not named', async () => {
    const rpc = opened();
    const file = write('a.ts', 'log.info("one shop")');
    const gone = write('b.ts', 'log.info("two shops")');
    const statements = async (paths: readonly string[]) => (await rpc.call('scan', { paths })).statements;
    expect(await statements([file, gone])).toBe(2);
    write('a.ts', 'log.info("one shop"); log.info("another")', 2);
    rmSync(gone);
    expect(await statements([file, gone])).toBe(2);
    expect(await statements([])).toBe(0);
    expect(await rpc.call('match', { templates: [{ ...template, pattern: 'one shop' }] })).toEqual([]);
  });

  it.each([
    ['a folder', (file: string) => mkdirSync(file)],
    ['a binary', (file: string) => writeFileSync(file, '\u0000log.info("cart opened")')],
    [
      'a file of more than a megabyte',
      (file: string) => writeFileSync(file, 'log.info("cart")\n'.repeat(7e4)),
    ],
    ['a file that is not there', () => undefined],
  ])('finds nothing in %s', async (_, make) => {
    const file = path.join(folder, `${made++}.ts`);
    make(file);
    expect((await opened().call('scan', { paths: [file] })).statements).toBe(0);
  });

  it('tells the statements of a text in an editor', async () => {
    const text = 'a\nlogger.warn("cart %s lost",\n id)';
    const [found] = await opened().call('statementsOf', { path: '/shop/a.py', text });
    expect(found).toEqual({ path: '/shop/a.py', line: 2, lastLine: 3, column: 7, message: 'cart … lost' });
  });
});
