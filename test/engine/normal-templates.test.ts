import { describe, expect, it } from 'vitest';
import { generateShopLog } from '../../src/engine/dataset/generator/shop-log';
import type { TaughtLabel } from '../../src/engine/labels/label';
import type { Analysis } from '../../src/engine/model/analysis';
import { Session } from '../../src/engine/session';
import type { SessionOptions } from '../../src/engine/session-values';
import { textsOf } from './source-texts';

const bytes = new TextEncoder().encode(generateShopLog({ seed: 5 }).text);
const texts = textsOf(bytes);

function read(options: SessionOptions = {}): Session {
  const session = new Session(options);
  session.openSource({ path: 'shop.log', role: 'log', referenceSeconds: Date.UTC(2026, 10, 21) / 1000 });
  session.push(bytes);
  session.closeSource();
  return session;
}

function end(steps: Generator<number, Analysis>): Analysis {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function worstTemplate({ findings, templates }: Analysis) {
  const worst = findings.toSorted((a, b) => b.score - a.score)[0];
  const found = templates.find(({ id }) => id === worst.templateId);
  if (!found) throw new Error('the log has no such template');
  return found;
}

const session = read();
const before = end(session.analyse(texts));
const template = worstTemplate(before);
const called: TaughtLabel = {
  subject: { kind: 'template', pattern: template.pattern, pieces: template.pieces },
  verdict: 'normal',
  category: null,
  note: null,
};
const others = before.findings.filter(({ templateId }) => templateId !== template.id);

describe('lines of a template called normal', () => {
  const judged = end(session.rejudge({ labels: [called] }, texts));

  it('are no findings, and the others are as before', () => {
    expect(others.length).toBeLessThan(before.findings.length);
    expect(judged.findings.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  });

  it('are not among the strangest', () => {
    expect(judged.strangest.some(({ templateId }) => templateId === template.id)).toBe(false);
  });

  it('belong to no incident', () => {
    const known = new Set(judged.findings.map(({ id }) => id));
    for (const incident of judged.incidents)
      expect(incident.findings.filter((id) => !known.has(id))).toEqual([]);
  });

  it('are named', () => {
    expect(judged.labels.labels.map(({ templates }) => templates)).toEqual([[template.id]]);
  });

  it('are judged the same when it was known from the start', () => {
    expect(end(read({ labels: [called] }).analyse(texts))).toEqual(judged);
  });

  it('are findings again when that is taken back', () => {
    expect(end(session.rejudge({ labels: [] }, texts))).toEqual(before);
  });
});
