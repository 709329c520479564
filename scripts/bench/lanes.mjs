import { buildEngine } from './engine.mjs';
import { measured, run } from './stepped.mjs';

/**
 * `node scripts/bench/lanes.mjs`: milliseconds that lanes, values over time and an evaluation take on one thread: the first time, the least
 * of five that follow, what these take of the CPU (which other work does not lengthen much), and the longest piece between two looks for a
 * cancellation. Ten million records and scores are made, not read; the
 * log of 500,000 lines, whose values are read back, is.
 */

const [recordCount, components] = [10_000_000, 300];
const readLines = 500_000;
const began = Date.UTC(2026, 3, 1) / 1000;
const whole = { from: null, until: null, clockOffsets: [] };
const third = {
  from: BigInt(began + 100_000) * 1_000_000_000n,
  until: BigInt(began + 266_000) * 1_000_000_000n,
  clockOffsets: [],
};
const hour = {
  from: BigInt(began + 10_000) * 1_000_000_000n,
  until: BigInt(began + 13_599) * 1_000_000_000n,
  clockOffsets: [],
};
const findings = {
  lines: Uint32Array.from({ length: 20_000 }, (_, i) => i * 499),
  severities: Uint8Array.from({ length: 20_000 }, (_, i) => i % 4),
};
const drawn = { findings, bins: 400, limit: 200 };

const { RecordTable, ScoreLevels, Session, SessionLanes, SessionShape, curvesOf, measure, seededRandom } =
  await buildEngine({ minify: true });
const random = seededRandom(7);

/** Twenty a second; few of the components write most. */
function madeTable() {
  const records = new RecordTable();
  records.openSource('made.log', 'log');
  for (let i = 0; i < recordCount; i++) {
    const firstLine = records.pushLine(i * 90, false);
    const component = 1 + Math.floor(components * random() ** 3);
    const [seconds, nanos] = [began + Math.floor(i / 20), (i % 20) * 50_000_000];
    const level = random() < 0.01 ? 5 : 3;
    records.pushRecord({ firstLine, signature: i % 300, seconds, nanos, level, component });
  }
  return records;
}

/** Requests of five lines each, twenty under way at any time. */
function readLog() {
  const clock = (/** @type {number} */ i) => new Date((began + i / 20) * 1000).toISOString();
  const lines = Array.from({ length: readLines }, (_, i) => {
    const request = (Math.floor(i / 100) * 20 + (i % 20)) * 7919;
    return `${clock(i)} INFO [desk] request=rq-${request} step ${i % 5} took ${Math.floor(900 * random() ** 4)} ms\n`;
  });
  const bytes = new TextEncoder().encode(lines.join(''));
  const session = new Session();
  session.openSource({ path: 'read.log', role: 'log', referenceSeconds: began });
  session.push(bytes);
  session.closeSource();
  /** @type {(source: number, start: number, end: number) => Uint8Array} */
  const read = (_, start, end) => bytes.subarray(start, end);
  return { session, texts: { read } };
}

/** Of one detector. @param {Uint8Array} abnormal @param {Float64Array} scores */
function* evaluated(abnormal, scores) {
  const levels = new ScoreLevels({ abnormal, scores });
  yield;
  measure({ abnormal, scores, flagged: abnormal }, levels);
  curvesOf(levels);
}

const records = madeTable();
const names = { count: components + 1, name: (/** @type {number} */ id) => `service-${id}` };
const sources = { records, components: names, reads: 0 };
const lanes = new SessionLanes(sources, {}, new SessionShape(sources, {}));
const abnormal = Uint8Array.from({ length: recordCount }, () => Number(random() < 0.001));
const scores = Float64Array.from({ length: recordCount }, () => (random() < 0.8 ? 0 : Math.fround(random())));
const { session, texts } = readLog();
run(session.analyse(texts));
const template = session.templates.templateOfLine(0, 1);
const taken = { template, parameter: 2, bins: 400, window: whole };

console.table([
  measured('10 M records: lanes of 300 components', () => lanes.byComponent({ ...drawn, window: whole })),
  measured('10 M records: the same of a third', () => lanes.byComponent({ ...drawn, window: third })),
  measured('10 M scores of one detector: measures and curves', () => evaluated(abnormal, scores)),
  measured('500,000 lines: lanes of sessions', () =>
    session.lanes.bySession({ ...drawn, window: whole }, texts),
  ),
  measured('500,000 lines: lanes of sessions in an hour', () =>
    session.lanes.bySession({ ...drawn, window: hour }, texts),
  ),
  measured('500,000 lines: a parameter over time', () => session.lanes.parameterSeries(taken, texts)),
]);
