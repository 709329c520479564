import type { Sentence } from '../../engine/model/finding';
import type { Tell } from '../../protocol/overview';
import type { LineColumn } from '../../protocol/understanding';

/** Columns that have a colour and an underline of their own; a message and the rest look like text. */
export const markedRoles = ['time', 'level', 'component', 'id'] as const;
export type MarkedRole = (typeof markedRoles)[number];

const names: Readonly<Record<MarkedRole, Sentence>> = {
  time: { pattern: 'time stamp', values: [] },
  level: { pattern: 'level', values: [] },
  component: { pattern: 'component', values: [] },
  id: { pattern: 'id', values: [] },
};

/** Each role's name marked as its columns are, behind what it is called in the shapes: neither language nor colour is needed. */
export function legend(tell: Tell): { readonly text: string; readonly columns: readonly LineColumn[] } {
  let text = '';
  const columns = markedRoles.map((role) => {
    if (text !== '') text += '   ';
    text += `<${role}> `;
    const start = text.length;
    text += tell(names[role]);
    return { role, start, end: text.length };
  });
  return { text, columns };
}
