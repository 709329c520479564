import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Session } from '../../engine/session';
import { problemOf } from './input-problems';
import { openLogFile } from './log-file';
import { rotatedSet } from './rotated-set';

/** Bytes read of a file to learn when it begins. */
const headBytes = 256 << 10;

/**
 * The files of the rotated log that `path` belongs to, oldest first, `path` among them. Names tell the order; where they leave
 * it open, the files' first times do. Throws InputError.
 */
export async function rotatedFiles(path: string): Promise<string[]> {
  const folder = dirname(path);
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    throw problemOf(path, error);
  });
  const files = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map(({ name }) => name);
  const chosen = basename(path);
  const { names, sure } = rotatedSet(files.includes(chosen) ? files : [...files, chosen], chosen);
  const paths = names.map((name) => (name === chosen ? path : join(folder, name)));
  return sure || paths.length < 2 ? paths : byFirstTime(paths);
}

/** As they are where one of them has no time. */
async function byFirstTime(paths: readonly string[]): Promise<string[]> {
  const times = new Map<string, bigint>();
  for (const path of paths) {
    const time = await firstTimeOf(path);
    if (time === undefined) return [...paths];
    times.set(path, time);
  }
  return paths.toSorted((a, b) => Number((times.get(a) ?? 0n) - (times.get(b) ?? 0n)));
}

function earliestOf(session: Session): bigint | undefined {
  const steps = session.mineTemplates();
  let step = steps.next();
  while (!step.done) step = steps.next();
  const times = step.value.flatMap(({ firstTime }) => (firstTime === null ? [] : [BigInt(firstTime)]));
  return times.reduce<bigint | undefined>(
    (least, time) => (least !== undefined && least < time ? least : time),
    undefined,
  );
}

async function firstTimeOf(path: string): Promise<bigint | undefined> {
  const log = await openLogFile(path, { converts: true });
  try {
    const session = new Session();
    session.openSource({ path, role: 'log', encoding: log.encoding, referenceSeconds: log.referenceSeconds });
    let bytes = 0;
    for await (const chunk of log.chunks(() => undefined)) {
      session.push(chunk.subarray(0, headBytes - bytes));
      bytes += chunk.length;
      if (bytes >= headBytes) break;
    }
    session.closeSource();
    return earliestOf(session);
  } finally {
    await log.close();
  }
}
