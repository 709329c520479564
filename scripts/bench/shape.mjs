import { buildEngine } from './engine.mjs';
import { measured, run } from './stepped.mjs';

/**
 * `node scripts/bench/shape.mjs`: what a dashboard's questions about ten million records take on one thread, by `measured`. The
 * records are made, not read: ten a second for eleven days, an hour without any every eleventh, 300 templates of which few make
 * most. Scores are of a log of 300,000 lines that is read and judged.
 */

const [recordCount, signatureCount, judgedLines] = [10_000_000, 300, 300_000];
const began = Date.UTC(2026, 3, 1) / 1000;
const spells = [
  { name: 'one log, its times ascend', sources: 1, jitter: 0 },
  { name: 'one log, times out of order by half a minute', sources: 1, jitter: 30 },
  { name: 'three logs merged', sources: 3, jitter: 0 },
];
const whole = { from: null, until: null, clockOffsets: [] };
const third = {
  from: BigInt(began + 100_000) * 1_000_000_000n,
  until: BigInt(began + 400_000) * 1_000_000_000n,
  clockOffsets: [],
};
const templates = Array.from({ length: 200 }, (_, id) => id);

const { RecordTable, Session, SessionShape, seededRandom } = await buildEngine({ minify: true });
const random = seededRandom(7);

/** @param {{ sources: number, jitter: number }} spell */
function tableOf({ sources, jitter }) {
  const records = new RecordTable();
  const each = Math.floor(recordCount / sources);
  for (let source = 0; source < sources; source++) {
    records.openSource(`${source}.log`, 'log');
    for (let i = 0; i < each; i++) {
      const at = (i / each) * 1e6 + Math.floor((i / each) * 25) * 3600 + random() * jitter;
      const firstLine = records.pushLine(i * 90, false);
      const level = random() < 0.01 ? 5 : 3;
      const signature = Math.floor(signatureCount * random() ** 3);
      const nanos = Math.floor((at % 1) * 1000) * 1_000_000;
      records.pushRecord({
        firstLine,
        signature,
        seconds: began + Math.floor(at),
        nanos,
        level,
        component: 1,
      });
    }
  }
  return records;
}

/** @param {ReturnType<typeof tableOf>} records */
function asked(records) {
  const miner = { signatureCount, templateOf: (/** @type {number} */ signature) => signature };
  const fresh = () => new SessionShape({ records, miner, reads: 0 }, {});
  const shape = fresh();
  return [
    measured('timeline, nothing known of the times', () => fresh().timeline(whole, 500)),
    measured('timeline of all, 500 bins', () => shape.timeline(whole, 500)),
    measured('timeline of a third, 2,000 bins', () => shape.timeline(third, 2000)),
    measured('template counts of all', () => shape.templateCounts(whole)),
    measured('template counts of a third', () => shape.templateCounts(third)),
    measured('series of 200 templates, 60 bins', () => shape.templateSeries(templates, whole, 60)),
  ];
}

function judgedSession() {
  const stamp = (/** @type {number} */ i) => new Date((began + i / 10) * 1000).toISOString();
  const lines = Array.from({ length: judgedLines }, (_, i) => {
    const level = random() < 0.003 ? 'ERROR' : 'INFO';
    return `${stamp(i)} ${level} [depot] lorry ${i % 977} left gate ${i % 13} after ${Math.floor(90 * random())} s\n`;
  });
  const bytes = new TextEncoder().encode(lines.join(''));
  const session = new Session();
  session.openSource({ path: 'judged.log', role: 'log', referenceSeconds: began });
  session.push(bytes);
  session.closeSource();
  /** @type {(source: number, start: number, end: number) => Uint8Array} */
  const read = (_, start, end) => bytes.subarray(start, end);
  run(session.analyse({ read }));
  return session;
}

for (const spell of spells) {
  console.log(`\n${spell.name}`);
  console.table(asked(tableOf(spell)));
}
const { shape } = judgedSession();
console.log(`\n${judgedLines} lines, judged`);
console.table([measured('scores of all', () => shape.scores(whole))]);
