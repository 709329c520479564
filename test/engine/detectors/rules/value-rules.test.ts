import { beforeAll, describe, expect, it } from 'vitest';
import { loadPatterns } from '../../../../src/engine/detectors/rules/pattern-search';
import type { Reason } from '../../../../src/engine/model/finding';
import { Session } from '../../../../src/engine/session';
import { sentenceText } from '../../../../src/protocol/sentence';
import { finish } from '../../log-builder';
import { textsOf } from '../../source-texts';

beforeAll(loadPatterns);

/** What the rules say of each line that became a finding. */
function said(lines: readonly string[], ...own: readonly object[]): Record<number, string> {
  const text = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const rules = own.map((rule, index) => ({ place: 'r', unit: 'line', number: index + 1, rule }) as const);
  const session = new Session({ rules });
  session.openSource({ path: 'app.log', role: 'log', referenceSeconds: 1_773_480_000 });
  session.push(text);
  session.closeSource();
  const { findings } = finish(session.analyse(textsOf(text)));
  const ofRules = (reasons: readonly Reason[]) => reasons.find(({ detector }) => detector === 'rules');
  return Object.fromEntries(
    findings.flatMap(({ line, reasons }) => {
      const reason = ofRules(reasons);
      return reason === undefined ? [] : [[line, sentenceText(reason.message)]];
    }),
  );
}

const at = (second: number) => `2026-03-14T09:26:${String(second).padStart(2, '0')}Z`;

describe('rules about values', () => {
  it('look at the value behind their words', () => {
    const lines = [0, 1, 137, 0].map(
      (code, i) => `${at(i)} ERROR [runner] job ${i} ended with exit code ${code}`,
    );
    expect(said(lines)).toEqual({ 3: 'rule `exit-by-kill`: `exit code <number>`, its value is 137' });
  });

  it('know a named value by its name, in a message or as a field, with its unit', () => {
    const rule = { id: 'slow', severity: 'high', value: { name: 'took', atLeast: '2s' } };
    const lines = ['30ms', '45ms', '2500ms', '31ms'].map(
      (took, i) => `${at(i)} INFO [api] order ${i} paid took ${took}`,
    );
    expect(said(lines, rule)).toEqual({ 3: 'rule `slow`: `took`, its value is 2500ms' });
    const fields = ['30ms', '45ms', '2500ms', '31ms'].map(
      (took, i) => `time=${at(i)} level=info msg="order paid" took=${took}`,
    );
    expect(said(fields, rule)).toEqual({ 3: 'rule `slow`: `took`, its value is 2500ms' });
  });

  it('look at no message that does not fit their words', () => {
    const rule = { id: 'slow', severity: 'high', keywords: ['paid took #'], value: { atLeast: 100 } };
    const lines = ['paid took 200', 'shipped took 200', 'paid took 20'].map(
      (text, i) => `${at(i)} INFO [api] ${text}`,
    );
    expect(Object.keys(said(lines, rule))).toEqual(['1']);
  });

  it('find a text within a value', () => {
    const rule = { id: 'probe', severity: 'critical', pattern: '^GET', value: { contains: ['../'] } };
    const paths = ['/shop/cart/7', '/shop/../../secret/key', '/shop/item/9'];
    const lines = paths.map((path, i) => `${at(i)} INFO [web] GET ${path} served`);
    expect(Object.keys(said(lines, rule))).toEqual(['2']);
  });

  it.each(['1e999', 'NaN', '9'.repeat(400), '-', '0x1f'])('are not met by what is no number: %s', (value) => {
    const rule = { id: 'slow', severity: 'high', value: { name: 'took', atLeast: 100 } };
    const lines = [`${at(1)} INFO [api] order paid took 5`, `${at(2)} INFO [api] order paid took ${value}`];
    expect(Object.values(said(lines, rule)).filter((text) => text.includes('slow'))).toEqual([]);
  });
});
