import { dirname, join } from 'node:path';
import { hasOwnVerdicts, type VerdictWords } from '../../engine/dataset/instructions/verdict';
import { readStoreFile } from '../store/store-file';
import type { ExportTask } from './export-task';

/** For the settings of a data card, by label; nothing where the words of the default sets tell labels already. */
export function verdictSettings({ format, instructions }: Pick<ExportTask, 'format' | 'instructions'>) {
  if (!format.hasOutputs || !hasOwnVerdicts(instructions)) return {};
  const { normal, anomalous } = instructions.verdicts;
  return { normalVerdict: normal, anomalousVerdict: anomalous };
}

/** Of the data card beside a file of a data set; undefined where none says any. It may have come with a repository, and hold anything. */
export async function verdictWordsBeside(path: string): Promise<VerdictWords | undefined> {
  try {
    const card: unknown = JSON.parse(await readStoreFile(join(dirname(path), 'data-card.json')));
    const { kind, settings } = Object(card) as Record<string, unknown>;
    const { normalVerdict: normal, anomalousVerdict: anomalous } = Object(settings) as Record<
      string,
      unknown
    >;
    if (kind !== 'oddline-data-card' || !isWord(normal) || !isWord(anomalous)) return undefined;
    return { normal, anomalous };
  } catch {
    return undefined;
  }
}

/** An empty one would begin each answer. */
function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
