import { existsSync } from 'node:fs';
import { inCheckout } from './checkout.mjs';
import { runMain, step } from './progress.mjs';
import { plantedCausesTable, quietRangesTable } from './quality/contrast.mjs';
import { buildEngine } from './quality/engine.mjs';
import { incidentsTable } from './quality/incidents.mjs';
import { labelsTable } from './quality/labels.mjs';
import { plantedTable } from './quality/planted.mjs';
import { quietTable } from './quality/quiet.mjs';
import { shieldTables } from './quality/secrets.mjs';
import { severeTable } from './quality/severe.mjs';
import { evaluation } from './quality/shared-measures.mjs';
import { triageSpeed } from './quality/triage-speed.mjs';

/**
 * `npm run bench:quality [-- --seeds N]`: how right, few and explained findings are, as Markdown on standard output. What needs
 * the labelled logs of ../shared says so where they are not there.
 */

const given = process.argv.indexOf('--seeds');
const seeds = given < 0 ? 20 : Number(process.argv[given + 1]);
const shared = inCheckout('../shared');

/** @type {readonly { title: string, data?: string, table: (engine: any) => string | Promise<string> }[]} */
const tables = [
  {
    title: '1. Sequences',
    data: 'data/sequences',
    table: () => evaluation(shared, 'sequences', 'sequences'),
  },
  { title: '2. Comparison', data: 'data/compare', table: () => evaluation(shared, 'compare', 'compare') },
  {
    title: '3. Evidence, 8,000 tokens',
    data: 'data/evidence',
    table: () => evaluation(shared, 'evidence', 'evidence', '8000'),
  },
  {
    title: '3. Evidence, 4,000 tokens',
    data: 'data/evidence',
    table: () => evaluation(shared, 'evidence', 'evidence', '4000'),
  },
  { title: '4a. Quiet: logs without trouble', table: (engine) => quietTable(engine, seeds) },
  {
    title: '4b. Quiet: high or critical',
    data: 'data/loghub',
    table: (engine) => severeTable(engine, `${shared}/data/loghub`),
  },
  { title: '4c. Planted troubles', table: (engine) => plantedTable(engine, seeds) },
  { title: '5. Incidents', table: (engine) => incidentsTable(engine, seeds) },
  { title: '6a. What is different: planted causes', table: (engine) => plantedCausesTable(engine, seeds) },
  {
    title: '6b. What is different: ranges drawn at random',
    table: (engine) => quietRangesTable(engine, Math.max(1, Math.round(seeds / 4)), `${shared}/data/loghub`),
  },
  { title: '7. Privacy shield, open half', table: (engine) => shieldTables(engine, 'open') },
  {
    title: '8. Labels in our order, and at random',
    table: (engine) => labelsTable(engine, 101, Math.max(1, Math.round(seeds / 10))),
  },
  { title: 'Triage of 10,000 odd records (reach: 200 ms)', table: triageSpeed },
];

await runMain(async () => {
  const engine = await step('Bundle the engine', buildEngine);
  for (const { title, data, table } of tables) {
    const isThere = data === undefined || existsSync(`${shared}/${data}`);
    const shown = isThere ? await table(engine) : `Not measured: ${shared}/${data} is not there.`;
    process.stdout.write(`\n## ${title}\n\n${shown}\n`);
  }
});
