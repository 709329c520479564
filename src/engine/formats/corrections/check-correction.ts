import { Level } from '../../model/level';
import type { FormatCorrection } from './format-correction';
import { readyCorrections } from './ready-corrections';

type Fields = Readonly<Record<string, unknown>>;

/** Layouts learned from a line are far shorter. */
const longestText = 600;

/** Whether data from outside (a repository brings its `.oddline/` along) is a correction that can be used. */
export function isFormatCorrection(data: object): data is FormatCorrection {
  const fields = data as Fields;
  return hasMembers(fields) && isReady(fields as unknown as FormatCorrection);
}

function hasMembers(fields: Fields): boolean {
  switch (fields.role) {
    case 'time':
      return isPlace(fields.place) && isText(fields.stamp);
    case 'level':
      return isPlace(fields.place) && isText(fields.until) && isWords(fields.words);
    case 'id':
      return isPlace(fields.place) && isText(fields.until);
    case 'recordStart':
      return isText(fields.shape);
    default:
      return false;
  }
}

/** Layouts and shapes are checked by making readers of them. */
function isReady(correction: FormatCorrection): boolean {
  try {
    readyCorrections([correction], { referenceSeconds: 0 });
    return true;
  } catch {
    return false;
  }
}

function isPlace(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const { behind, key, nth } = data as Fields;
  if (behind !== undefined) return isText(behind);
  if (key !== undefined) return isText(key) && key !== '';
  return typeof nth === 'number' && Number.isSafeInteger(nth) && nth >= 0 && nth <= longestText;
}

function isWords(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Object.values(data).every((level) => typeof level === 'string' && Object.hasOwn(Level, level));
}

function isText(data: unknown): boolean {
  return typeof data === 'string' && data.length <= longestText;
}
