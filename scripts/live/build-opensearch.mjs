import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../child-process.mjs';
import { findCommand } from '../find-command.mjs';
import { triedAgain } from '../tried-again.mjs';
import { builtOnce } from './built-once.mjs';
import { liveCache } from './live-cache.mjs';

const openSearchVersion = '2.19.1';
const ours = path.join(import.meta.dirname, 'opensearch');
const folder = liveCache(`opensearch-${openSearchVersion}`);

/**
 * Why there is no OpenSearch for the tests here; null where there is one, or one can be had.
 * @returns {string | null}
 */
export function openSearchMissing() {
  if (process.env.ELASTIC_URL) return null;
  const missing = (existsSync(folder) ? ['java'] : ['java', 'javac', 'mvn']).filter(
    (name) => !findCommand(name),
  );
  if (missing.length === 0) return null;
  return `OpenSearch is started from Maven packages: install a JDK of 17 or newer and Maven (missing: ${missing.join(', ')}), or set ELASTIC_URL`;
}

/** @param {string} work */
async function assemble(work) {
  const jars = path.join(work, 'jars');
  const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${jars}`];
  await triedAgain('The download from Maven Central', () =>
    run('mvn', ['-B', '-q', '-ntp', '-f', path.join(ours, 'pom.xml'), ...copy], { quiet: true }),
  );
  const classes = path.join(work, 'classes');
  const sources = [path.join(ours, 'LiveNode.java')];
  await run('javac', ['-cp', path.join(jars, '*'), '-d', classes, ...sources], { quiet: true });
}

/** The class path of a node: the one made before, or one made now from Maven Central (44 MB, about 15 s). */
export async function installOpenSearch() {
  await builtOnce(folder, `Get OpenSearch ${openSearchVersion} from Maven packages`, assemble);
  return [path.join(folder, 'classes'), path.join(folder, 'jars', '*')].join(path.delimiter);
}
