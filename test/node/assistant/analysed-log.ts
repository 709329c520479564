import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseLogs } from '../../../src/node/analyse-logs';
import type { AssistantLog } from '../../../src/node/assistant/investigation';
import { openJoined } from '../../../src/node/files/joined-log';
import { assistantAnswers } from '../../../src/node/worker/assistant-answers';

/** A log that was really analysed, asked in this process by the handlers the worker thread has. */
export async function analysedLog(
  folder: string,
  name: string,
  lines: readonly string[],
): Promise<AssistantLog> {
  return analysedLogOf(folder, [[name, lines]]);
}

/** The same of a log of several files. */
export async function analysedLogOf(
  folder: string,
  files: readonly (readonly [name: string, lines: readonly string[]])[],
): Promise<AssistantLog> {
  const paths = files.map(([name, lines]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
  const logs = await Promise.all(paths.map((path) => openJoined([{ path, encoding: undefined }])));
  const finished = await analyseLogs({ logs });
  const handlers = assistantAnswers(
    () => finished,
    async () => finished,
    () => Promise.reject(new Error('nothing is compared here')),
  );
  const never = new AbortController().signal;
  return {
    runTool: async (asked, signal = never) => handlers.runTool(asked, signal),
    evidencePack: async (asked, signal = never) => handlers.evidencePack(asked, signal),
    citedRecords: async (asked, signal = never) => handlers.citedRecords(asked, signal),
  };
}
