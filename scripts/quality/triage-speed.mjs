import { analyse, toTheEnd } from './engine.mjs';

const oddRecords = 10_000;
const records = 50_000;
const rounds = 5;

/** What picking, folding, writing and grouping of so many odd records takes once the log is learned. @param {any} engine */
export function triageSpeed(engine) {
  return [oddRecords, 50].map((kinds) => speedOf(engine, kinds)).join('\n\n');
}

/** @param {any} engine @param {number} kinds of odd records */
function speedOf(engine, kinds) {
  const { analysis, session, texts } = analyse(engine, Buffer.from(logOf(kinds)));
  const ms = Array.from({ length: rounds }, () => {
    const began = performance.now();
    toTheEnd(session.rejudge({ sensitivity: 'normal' }, texts));
    return performance.now() - began;
  });
  const best = Math.round(Math.min(...ms));
  return `${oddRecords} odd records of ${kinds} kinds, ${analysis.findings.length} findings: ${best} ms, the best of ${rounds}`;
}

/** @param {number} kinds */
function logOf(kinds) {
  const start = Date.UTC(2026, 2, 14);
  const lines = Array.from({ length: records }, (_, i) => {
    const header = new Date(start + i * 100).toISOString();
    const every = records / oddRecords;
    return i % every === 0
      ? `${header} ERROR [till] ${words((i / every) % kinds)}`
      : `${header} INFO [till] served customer ${i}`;
  });
  return `${lines.join('\n')}\n`;
}

/** Four words no other number gives. @param {number} n */
function words(n) {
  const letters = [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return ['ba', 'do', 'ki', 'lu'].map((syllable) => `${syllable}${letters}`).join(' ');
}
