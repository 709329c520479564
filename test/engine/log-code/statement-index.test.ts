import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, mostLikeness } from '../../../src/engine/log-code/alignment';
import { languageOf } from '../../../src/engine/log-code/languages';
import { loggingStatements } from '../../../src/engine/log-code/logging-statements';
import { StatementIndex } from '../../../src/engine/log-code/statement-index';
import type { LevelName } from '../../../src/engine/model/level';

/** One statement a line, so that a line number names it; `#{` stands for what begins an expression. */
const shop = [
  'log.info(`cart #{id} opened`)',
  'log.info(`cart #{id} opened by #{user}`)',
  'log.warn("payment of " + sum + " refused")',
  'log.error("payment of " + sum + " refused")',
  'log.info("retry %d of 3", n)',
  'log.info("worker 2 started")',
  'console.info("queue", name, "drained")',
  'log.debug(`#{name}: #{value}`)',
  'log.error("Error: " + message)',
  'log.info("took {} ms", ms)',
  'log.info("用户{}登录成功", id)',
  'log.info("connection closed")',
  'log.info("ok")',
].map((source, line) => ({ ...loggingStatements(source.replaceAll('#{', '${'), 'script')[0], line }));

/** Lines of the statements that could have written the template. */
function linesOf(pattern: string, level: LevelName = 'info'): number[] {
  return new StatementIndex(shop.filter(({ message }) => message))
    .match(pattern, level)
    .map(({ line }) => line);
}

describe('which statement wrote a template', () => {
  it.each([
    ['the same words around a value', 'cart <num> opened', 'info', [0]],
    ['the longer of two that begin alike', 'cart <num> opened by <*>', 'info', [1]],
    ['words instead of a masked value', 'cart main opened', 'info', [0]],
    ['of the same words the one of its level', 'payment of <num> refused', 'error', [3]],
    ['both where the level says nothing', 'payment of <num> refused', 'info', [2, 3]],
    ['a number of the statement that the template masks', 'worker <num> started', 'info', [5]],
    ['a unit masked with its number', 'took <duration>', 'info', [9]],
    ['a number among its words', 'retry <num> of <num>', 'info', [4]],
    ['joined arguments', 'queue <*> drained', 'info', [6]],
    ['words without blanks', '用户<num>登录成功', 'info', [10]],
    ['fields behind the message', 'connection closed peer=<ip>', 'info', [11]],
    ['other words than the statement has', 'connection refused', 'info', []],
    ['a message of which the statement says but one word', 'Error: no route to <host>', 'error', []],
    ['nothing but values', '<*>: <num>', 'debug', []],
    ['too short a message', 'ok', 'info', []],
    ['other case', 'Cart <num> Opened', 'info', []],
  ] as const)('%s', (_, pattern, level, lines) => {
    expect(linesOf(pattern, level)).toEqual(lines);
  });
});

describe('the bound that spares alignments', () => {
  const word = fc.constantFrom('cart', 'opened', 'by', 'user', '7', 'payment', null);
  const words = fc.array(word, { maxLength: 10 });

  it('is never below the likeness', () => {
    fc.assert(
      fc.property(words, words, (statement, template) => {
        const bound = mostLikeness(statement, new Set(template));
        expect(bound).toBeGreaterThanOrEqual(likeness(statement, template) - 1e-9);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('languages by the ending of a path', () => {
  it.each([
    ['/shop/a.ts', 'script'],
    ['C:\\shop\\A.CS', 'csharp'],
    ['/shop/a.py', 'python'],
    ['/shop/Makefile', undefined],
    ['/shop/a.constructor', undefined],
  ])('%s', (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});
