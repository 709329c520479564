import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newHeader, resetHeader } from '../../../../src/engine/formats/header';
import { compileLayout } from '../../../../src/engine/formats/layout/compile';
import type { Step } from '../../../../src/engine/formats/layout/step';

const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };

/** What is remembered of some of them must not be taken for what another line says. */
const layouts = [
  '{time} {level} [{text}] {component} - {message}',
  '{time} {level} {number} --- [{text}] {?[{text}] }{component:text} : {message}',
  '{time} [~{level}~] {component}: {message}',
  '{time} {level} {?({word}) }{host} {message}',
  '[{time}] {level}:~{component}: {message}',
  '{level} {time} {component} {message}',
  '{time} {level} {component}:{message}',
  '{levelLetter} {component}: {message}',
];
const stamp = '2026-06-12 09:41:07.250';
/** Behind the stamp; each fits one of the layouts or nearly does. */
const headers = [
  ...[' INFO [main] crane - ', ' INFO [main] crane -  ', ' WARN [main] crane7 -', ' 错误 [main] crane - '],
  ...[' INFO 7 --- [main] crane : ', ' INFO 7 --- [main] [x] crane : ', ' INFO 7 --- [main] [x crane : '],
  ...['] [INFO] crane: ', ' [INFO] crane: ', ' [INFO] crane:', ' [ INFO ] crane:\t'],
  ...[
    ' INFO edge7 ',
    ' INFO (pool) edge7 ',
    ' INFO (pool edge7 ',
    ' INFO (pool)  edge7  ',
    ' INFO crane:',
    ' INFO crane::',
  ],
  ...['] INFO:crane: ', '] INFO: crane: ', ' crane ', ' crane', ' crane1234567 '],
];
const messages = [
  'lifts 7 crates',
  'lifts',
  ': x',
  '(x) y',
  '(xylophone',
  '-',
  '',
  '  ',
  '装载 7',
  '[x] crane : up',
  '7',
];
const lines = fc
  .tuple(
    fc.constantFrom(stamp, stamp, `[${stamp}`, `INFO ${stamp}`, 'E'),
    fc.constantFrom(...headers),
    fc.constantFrom(...messages),
    fc.constantFrom('', '', '', ' ', 'behind'),
  )
  .map((parts) => parts.join(''));

function said(step: Step, line: string, before: string) {
  const bytes = new TextEncoder().encode(`${before}${line}\n behind the line`);
  const start = before.length;
  const header = newHeader();
  resetHeader(header, bytes, start, start + new TextEncoder().encode(line).length);
  const fits = step(bytes, start, header.messageEnd, header, context) >= 0;
  const component = new TextDecoder().decode(bytes.subarray(header.componentStart, header.componentEnd));
  const { seconds, level, messageStart, messageEnd } = header;
  return fits ? { seconds, level, component, message: [messageStart - start, messageEnd - start] } : fits;
}

describe.each(layouts)('%s', (layout) => {
  it('says of a line what it says of it alone, whatever lines were read before', () => {
    const remembering = compileLayout(layout);
    const reading = compileLayout(layout, {}, () => undefined);
    const log = fc.array(fc.tuple(lines, fc.constantFrom('', 'x', '\u0000\u0000\u0000')), { maxLength: 12 });
    fc.assert(
      fc.property(log, (read) => {
        for (const [line, before] of [...read, ...read])
          expect(said(remembering, line, before)).toEqual(said(reading, line, before));
      }),
      { numRuns: 400 },
    );
  });
});

it.each([
  [
    '{time} {level} [{text}] {component} - {message}',
    (i: number) => ` INFO [request ${i * 7919}] crane.Arm${i % 3} - `,
  ],
  ['{time} {word} {message}', (i: number) => ` ${i} `],
])('%s: goes on reading where every line has another header', (layout, header) => {
  const [remembering, reading] = [compileLayout(layout), compileLayout(layout, {}, () => undefined)];
  for (let i = 0; i < 40_000; i++) {
    const line = `${stamp}${header(i)}turned`;
    expect(said(remembering, line, '')).toEqual(said(reading, line, ''));
  }
});
