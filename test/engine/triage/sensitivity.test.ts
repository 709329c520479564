import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { Analysis } from '../../../src/engine/model/analysis';
import { Session } from '../../../src/engine/session';
import { isFinding, type Sensitivity, thresholdOf } from '../../../src/engine/triage/sensitivity';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

const { text } = generateShopLog({ seed: 2, records: 3_000 });

function readSession(sensitivity?: Sensitivity): Session {
  const session = new Session({ sensitivity });
  session.openSource({ path: 'shop.log', role: 'log', referenceSeconds: 1_795_000_000 });
  session.push(new TextEncoder().encode(text));
  session.closeSource();
  return session;
}

const analysed = (session: Session): Analysis => finish(session.analyse(textsOf(text)));

describe('sensitivity', () => {
  it.each([
    ['low', 0.75],
    ['normal', 0.5],
    ['high', 0.35],
    [0.9, 0.1],
  ] as const)('%s begins at %d', (sensitivity, threshold) => {
    expect(thresholdOf(sensitivity)).toBeCloseTo(threshold);
  });

  it('asks more of what stands alone', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (score, from) => {
          expect(isFinding(score, 3, from)).toBe(score >= from);
          if (isFinding(score, 1, from)) expect(isFinding(score, 3, from)).toBe(true);
          if (isFinding(score, 1, from, true)) expect(isFinding(score, 1, from)).toBe(true);
        },
      ),
    );
  });

  it('chosen later gives what it gives from the start, and stays', () => {
    const session = readSession();
    analysed(session);
    const chosen = finish(session.rejudge({ sensitivity: 'high' }, textsOf(text)));
    expect(chosen).toEqual(analysed(readSession('high')));
    expect(analysed(session)).toEqual(chosen);
  });

  it('only ever adds findings, and changes no severity', () => {
    const [low, normal, high] = (['low', 'normal', 'high'] as const).map((one) => analysed(readSession(one)));
    for (const { id, severity } of low.findings) {
      expect(normal.findings.find((finding) => finding.id === id)?.severity).toBe(severity);
    }
    expect(high.findings.length).toBeGreaterThan(normal.findings.length);
    expect(low.findings.every(({ severity }) => severity === 'high' || severity === 'critical')).toBe(true);
  });

  it('cannot be chosen for what was not learned, or has changed since', () => {
    const session = readSession();
    const rejudge = () => finish(session.rejudge({ sensitivity: 'low' }, textsOf(text)));
    expect(rejudge).toThrow();
    analysed(session);
    expect(rejudge).not.toThrow();
    session.correctTemplates([]);
    expect(rejudge).toThrow();
  });
});
