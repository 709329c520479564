import { labelOfEncoding } from '../engine/text/vscode-encodings';
import { UsageError } from './usage-error';

const names: ReadonlySet<string> = new Set(['utf8', 'utf8bom', ...labelOfEncoding.keys()]);
const examples = 'gbk, gb18030, big5hkscs, shiftjis, euckr, windows1252, utf16le';

/** VS Code's id of an encoding; `Shift_JIS` and `windows-1252` are understood too. @throws UsageError */
export function encodingOf(option: string, value: string): string {
  const id = value.toLowerCase().replace(/[-_ ]/g, '');
  if (names.has(id)) return id;
  throw new UsageError({
    pattern: '{0} takes the name VS Code gives an encoding, such as {1}, not "{2}".',
    values: [option, examples, value],
  });
}

/** Of so many files: one name for all, or one for each by commas, `auto` for those whose first bytes are to decide. @throws UsageError */
export function encodingsOf(
  option: string,
  value: string | undefined,
  files: number,
): readonly (string | undefined)[] {
  const names = (value ?? 'auto')
    .split(',')
    .map((one) => (one === 'auto' ? undefined : encodingOf(option, one)));
  if (names.length === 1) return new Array(files).fill(names[0]);
  if (names.length === files) return names;
  throw new UsageError({
    pattern: '{0} takes one encoding for all files or one for each of them, {1}, not {2}.',
    values: [option, files, names.length],
  });
}
