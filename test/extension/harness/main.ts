import { writeFileSync } from 'node:fs';
import { runHost } from './run-host';
import { runUi } from './run-ui';
import { surroundings } from './surroundings';

/** `node main.mjs '<Surroundings>'`: runs one kind of suites on one VS Code and leaves a SuiteResult. */
const result = await (surroundings.kind === 'host' ? runHost() : runUi());
writeFileSync(surroundings.resultFile, JSON.stringify(result));
process.exit(result.failed.length > 0 ? 1 : 0);
