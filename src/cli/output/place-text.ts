import type { Finding } from '../../engine/model/finding';
import type { Tell } from '../../protocol/overview';

/** `line 7`, `lines 7 to 9` */
export function placeText({ line, endLine }: Pick<Finding, 'line' | 'endLine'>, tell: Tell): string {
  return line === endLine
    ? tell({ pattern: 'line {0}', values: [line] })
    : tell({ pattern: 'lines {0} to {1}', values: [line, endLine] });
}
