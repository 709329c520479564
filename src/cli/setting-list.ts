import { readFile } from 'node:fs/promises';
import { InputError } from '../protocol/input-error';

/** The list that a setting of the editor holds, as JSON in a file; undefined for what is no list. @throws InputError */
export async function readSettingList(path: string): Promise<readonly unknown[] | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return listOf(text);
}

export function listOf(written: string): readonly unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(written);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function unreadable(path: string, error: unknown): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  return new InputError({
    code: 'no-setting-list',
    sentence: {
      pattern:
        'The list in {0} could not be read ({1}). Write the list of the setting into that file, as JSON.',
      values: [path, reason],
    },
  });
}
