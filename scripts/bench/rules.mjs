import { buildEngine } from './engine.mjs';

/**
 * `node scripts/bench/rules.mjs`: milliseconds that the rules take to learn a log, by its templates and lines, with the default set
 * and with a hundred patterns beside it; the least of five. Prints a list of `{templates, lines, signatures, patterns, ms}` as
 * JSON. What is to be seen: ten times the lines cost about the same, ten times the templates ten times as much.
 */

const sizes = /** @type {const} */ ([
  [500, 10_000],
  [500, 100_000],
  [500, 1_000_000],
  [5_000, 100_000],
  [50_000, 100_000],
]);
const rounds = 5;
const patternCount = 100;
const {
  RecordTable,
  RulesDetector,
  TemplateMiner,
  TemplateStatistics,
  prepareRules,
  readRules,
  seededRandom,
} = await buildEngine({ minify: true });

const patterns = Array.from({ length: patternCount }, (_, i) => ({
  place: 'bench',
  unit: 'line',
  number: i + 1,
  rule: { id: `bench-${i}`, severity: 'high', pattern: `(?i)w${i}[a-z]* .*late by <duration>` },
}));

/** Words nobody's rules know. */
function wordOf(/** @type {number} */ number) {
  return [...number.toString(26)]
    .map((digit) => 'bdfgklmnprstvzxbdfgklmnprst'[Number.parseInt(digit, 26)])
    .join('a');
}

/** Every twentieth kind of message is one that a rule knows. @param {number} template @param {() => number} random */
function messageOf(template, random) {
  const trouble = template % 20 === 0 ? 'Connection refused by' : 'finished';
  const words = Array.from({ length: 6 }, () => wordOf(Math.floor(random() * 1e6)));
  return `${wordOf(template)} ${words.join(' ')} ${trouble} 17 in 35 ms`;
}

/** @param {number} templates @param {number} lines */
function inputOf(templates, lines) {
  const random = seededRandom(3);
  const miner = new TemplateMiner();
  const signatures = Array.from({ length: templates }, (_, template) => {
    const bytes = new TextEncoder().encode(messageOf(template, random));
    return miner.signatureOf(bytes, 0, bytes.length, 0);
  });
  const records = new RecordTable();
  records.openSource('bench', 'log');
  for (let line = 0; line < lines; line++) {
    const firstLine = records.pushLine(line * 80, false);
    const signature = signatures[line % templates];
    records.pushRecord({ firstLine, signature, seconds: 1e9 + line, nanos: 0, level: 3, component: 0 });
  }
  const statistics = new TemplateStatistics(records, miner);
  for (const _ of statistics.gather());
  return { records, templates: statistics, seed: 1 };
}

/** @param {ReturnType<typeof inputOf>} input @param {unknown} rules */
function millisecondsOf(input, rules) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const detector = new RulesDetector();
    const began = performance.now();
    for (const _ of detector.learn({ ...input, rules }));
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

await prepareRules(patterns);
const measured = [];
for (const [templates, lines] of sizes) {
  const input = inputOf(templates, lines);
  const signatures = input.templates.mined.signatureCount;
  for (const [count, given] of /** @type {const} */ ([
    [0, []],
    [patternCount, patterns],
  ])) {
    const ms = millisecondsOf(input, readRules(given).rules);
    measured.push({ templates, lines, signatures, patterns: count, ms: Math.round(ms * 10) / 10 });
  }
}
console.log(JSON.stringify(measured));
