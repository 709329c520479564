import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { table } from '../bench/markdown.mjs';
import { inCheckout } from '../checkout.mjs';
import { runMain, step } from '../progress.mjs';
import { buildEngine } from './engine.mjs';
import { judgedLog } from './labels/judged-log.mjs';
import { alertLog, labelledLogs } from './labels/logs.mjs';
import { Person } from './labels/person.mjs';

/**
 * `node scripts/quality/labels.mjs [first seed] [seeds]`: what labels in the order of Next to Label are worth against as many at
 * random, as F1 of what is found then. At random means lines drawn from the whole log: `line` labels that line alone, as whoever scrolls and marks
 * does; `key` all lines of its template (or sessions of its shape), as one key does in the product.
 */

const counts = [0, 10, 20, 50, 100, 200, 500];
const draws = 2;

/** @type {Record<string, (person: any, record: number) => void>} */
const answers = {
  line: (person, record) => person.labelRecord(record),
  key: (person, record) => person.labelTemplate(person.log.templateOf[record], record),
  'key, sessions': (person, record) => person.labelShape(person.log.shapeOf[record]),
};

/** @param {any} engine @param {any} log @param {boolean} bySession */
function inOrder(engine, log, bySession) {
  const person = new Person(engine, log);
  return counts.map((count) => {
    person.labelInOrder(count, bySession);
    return bySession ? person.sessionF1() : person.recordF1();
  });
}

/** @param {any} engine @param {any} log @param {string} answer @param {number} seed @param {boolean} bySession */
function atRandom(engine, log, answer, seed, bySession) {
  const person = new Person(engine, log);
  const random = engine.seededRandom(seed);
  const drawn = new Set();
  return counts.map((count) => {
    while (person.given < count) {
      const record = Math.floor(random() * log.truth.length);
      if (!drawn.has(record)) answers[answer](person, record);
      drawn.add(record);
    }
    person.learn();
    return bySession ? person.sessionF1() : person.recordF1();
  });
}

/** @param {readonly (readonly number[])[]} runs */
function mean(runs) {
  return counts.map((_, i) => runs.reduce((sum, run) => sum + run[i], 0) / runs.length);
}

/** @param {any} engine @param {any} log @param {number} seed @returns {Record<string, number[]>} */
function ways(engine, log, seed) {
  const random = (/** @type {string} */ answer, /** @type {boolean} */ bySession) =>
    mean(Array.from({ length: draws }, (_, i) => atRandom(engine, log, answer, 1_000 * seed + i, bySession)));
  const ofRecords = {
    'our order': inOrder(engine, log, false),
    'random key': random('key', false),
    'random line': random('line', false),
  };
  if (!log.isOfSessions) return ofRecords;
  const ofSessions = {
    'our order, sessions': inOrder(engine, log, true),
    'random key, sessions': random('key, sessions', true),
  };
  return { ...ofRecords, ...ofSessions };
}

/** @param {any} engine @param {number} first seed @param {number} seeds */
export function labelsTable(engine, first, seeds) {
  /** @type {Map<string, number[][]>} */
  const rows = new Map();
  const add = (/** @type {string} */ name, /** @type {number[]} */ run) =>
    rows.set(name, [...(rows.get(name) ?? []), run]);
  for (const kind of Object.keys(labelledLogs)) {
    for (let seed = first; seed < first + seeds; seed++) {
      const log = judgedLog(engine, labelledLogs[kind](engine, seed));
      for (const [way, run] of Object.entries(ways(engine, log, seed))) add(`${kind}: ${way}`, run);
    }
  }
  const real = inCheckout('../shared/data/loghub/BGL/BGL_2k.log');
  if (existsSync(real)) {
    const log = judgedLog(engine, alertLog(readFileSync(real, 'utf8')));
    for (const [way, run] of Object.entries(ways(engine, log, first)))
      add(`BGL, 2,000 real lines: ${way}`, run);
  }
  return table([
    ['F1 after so many labels', ...counts.map(String)],
    ...[...rows].map(([name, runs]) => [name, ...mean(runs).map((f1) => f1.toFixed(3))]),
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const [first = '101', seeds = '2'] = process.argv.slice(2);
    const engine = await step('Bundle the engine', buildEngine);
    process.stdout.write(`${labelsTable(engine, Number(first), Number(seeds))}\n`);
  });
}
