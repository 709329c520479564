import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sentence } from '../../../src/engine/model/finding';
import { incidentMarkdown } from '../../../src/extension/incidents/incident-markdown';
import { pageHtml } from '../../../src/extension/incidents/page-html';
import { fillMarkdown } from '../../../src/extension/shared/markdown';
import { sentenceText } from '../../../src/protocol/sentence';
import { analysedLog } from '../analysed-log';
import { entry, incident } from './sample-incident';

const log = analysedLog([]);
const voice = {
  tell: (sentence: Sentence) => sentenceText(sentence),
  markdown: ({ pattern, values }: Sentence) => fillMarkdown(pattern, values, String),
  line: (line: number) => `[${line}](command:go)`,
};
const pageOf = (more: Parameters<typeof incident>[1]) => incidentMarkdown(incident(12, more), log, voice);

describe('the page of an incident', () => {
  test('says what it is, where to look, its course, who is involved and what it is not', () => {
    const page = pageOf({
      start: '1773480413000000000',
      end: '1773480440000000000',
      hint: { pattern: 'Does `{0}` run?', values: ['pg-1'] },
      timeline: [
        entry(12, { role: 'first', time: '1773480413000000000', text: 'pool is empty' }),
        entry(40, { role: 'worst', count: 31, text: 'a | b' }),
      ],
      services: ['pg-1', 'orders'],
      loudest: 'orders',
      ids: ['req-7'],
      ruledOut: [{ pattern: 'loud from the start: `{0}`', values: ['retry'] }],
      findings: ['a', 'b'],
    });
    expect(page.split('\n').filter((line) => line !== '')).toEqual([
      '# connection refused',
      '**Critical** · database · 2026\\-03\\-14 09\\:26\\:53 – 2026\\-03\\-14 09\\:27\\:20 \\(UTC\\) · 2 anomalies · app\\.log',
      '> **Where to look:** Does ` pg-1 ` run?',
      '## Timeline',
      '| Time | Line | What the log says |',
      '| :-- | --: | :-- |',
      '| 2026\\-03\\-14 09\\:26\\:53 | [12](command:go) | ` pool is empty ` · **first sign** |',
      '|  | [40](command:go) | ` a \\| b ` · **worst** · **×31** |',
      '- **Services:** ` pg-1 `, ` orders `',
      '- **Most errors:** ` orders `',
      '- **Ids:** ` req-7 `',
      '## Ruled out',
      '- loud from the start: ` retry `',
    ]);
  });

  test('leaves out what is not known', () => {
    expect(pageOf({})).not.toMatch(/Where to look|Services|Most errors|Ids|Ruled out|UTC/);
  });

  test('does not name the loudest service twice', () => {
    expect(pageOf({ services: ['orders'], loudest: 'orders' })).not.toContain('Most errors');
  });

  test('has one row for each line of the course, whatever the log says', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const page = pageOf({ timeline: texts.map((one, index) => entry(index + 1, { text: one })) });
        const rows = page.split('\n').filter((line) => line.startsWith('|'));
        expect(rows).toHaveLength(2 + texts.length);
        for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
      }),
    );
  });
});

test('a page can load nothing and run no script', () => {
  const html = pageHtml('<p>text</p>', 'high', 'zh-cn" onload="x', 'n0');
  expect(html).toContain(`content="default-src 'none'; style-src 'nonce-n0';"`);
  expect(html).toContain('<html lang="zh-cnonloadx">');
});
