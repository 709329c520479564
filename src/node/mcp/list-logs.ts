import { checkArguments } from '../../engine/tools/check-arguments';
import { told } from '../../engine/tools/line-items';
import { count, pageOf } from '../../engine/tools/page';
import { failed, type ToolAnswer } from '../../engine/tools/tool-answer';
import type { AllowedPlace } from './allowed-files';
import { type LogFile, logFiles } from './log-files';

export const listLogs = {
  name: 'list_logs',
  description:
    'Files that may be read and are named like logs, written last first, with size and time. Other text files in the same folders may be named too.',
  schema: {
    type: 'object',
    properties: {
      text: {
        type: 'string',
        maxLength: 500,
        description: 'Only files whose path holds this text, in any case.',
      },
      after: {
        type: 'integer',
        minimum: 0,
        maximum: 4_294_967_295,
        description: 'How many files earlier answers showed; 0 where left out.',
      },
    },
    required: [],
    additionalProperties: false,
  },
} as const;

/** Rejects with the signal's reason. */
export async function answerLogs(
  places: readonly AllowedPlace[],
  given: unknown,
  budget: number,
  signal: AbortSignal,
): Promise<ToolAnswer> {
  const checked = checkArguments(listLogs.schema, given);
  if ('problem' in checked) return failed(checked.problem, budget);
  const { text = '', after = 0 } = checked.arguments;
  const found = await logFiles(places, signal);
  const files = found.files.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  const folders = count(places.length);
  const cut = found.isCut
    ? ' There are too many files to look through all: name a folder nearer to the logs.'
    : '';
  const lead =
    files.length === 0 ? `No such file is named like a log in ${folders} places.${cut}` : cut.trim();
  return pageOf(
    {
      label: 'files',
      lead,
      unit: ['file', 'files'],
      total: files.length,
      after,
      item: (index) => fileItem(files[index]),
    },
    budget,
  );
}

function fileItem({ name, bytes, modifiedMs }: LogFile) {
  const written = new Date(modifiedMs).toISOString().slice(0, 19);
  return told(`${name}  ${count(bytes)} bytes, written ${written}Z`);
}
