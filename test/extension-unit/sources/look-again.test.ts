import { expect, test } from 'vitest';
import { lookAgain } from '../../../src/extension/sources/look-again';
import { checkedSource } from '../../../src/node/sources/source-definition';
import type { LogSource } from '../../../src/protocol/log-source';
import type { SourceVerdict } from '../../../src/protocol/sources';

const shop = checkedSource({ kind: 'loki', name: 'shop', url: 'http://loki.test' });
const printer = checkedSource({ kind: 'command', name: 'printer', command: ['tail', 'x'] });
const picked: LogSource = { kind: 'journal', name: 'journald', path: null };

/** What the list says afterwards; undefined where nobody asked. */
async function afterwards(
  source: LogSource,
  { before, isWell, answers }: { before?: boolean; isWell: boolean; answers: boolean | 'nothing' },
) {
  let says: boolean | undefined;
  const known = {
    isWell: () => before,
    answered: (_: string, { ok }: SourceVerdict) => {
      says = ok;
    },
  };
  const kept = (name: string) => [shop, printer].find((one) => one.name === name);
  const sentence = { pattern: 'It is Loki.', values: [] };
  await lookAgain({ source, isWell }, known, kept, async () => {
    if (answers === 'nothing') throw new Error('gone');
    return { ok: answers, server: null, sentence, milliseconds: 1 };
  });
  return says;
}

test.each([
  [
    'one that was well and gave nothing is asked',
    shop,
    { before: true, isWell: false, answers: false },
    false,
  ],
  [
    'one that is well but could not read the query stays well',
    shop,
    { before: true, isWell: false, answers: true },
    true,
  ],
  ['one that was gone and gives again is well', shop, { before: false, isWell: true, answers: true }, true],
  ['one nobody asked before is known now', shop, { isWell: true, answers: true }, true],
  ['one that is as it was is not asked', shop, { before: true, isWell: true, answers: false }, undefined],
  [
    'what cannot be asked changes nothing',
    shop,
    { before: true, isWell: false, answers: 'nothing' },
    undefined,
  ],
  ['a command is not run for it', printer, { isWell: false, answers: false }, undefined],
  ['what was only picked is not asked', picked, { isWell: false, answers: false }, undefined],
] as const)('%s', async (_, source, health, says) => {
  expect(await afterwards(source, health)).toBe(says);
});
