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
