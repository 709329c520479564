import type { ColouredLine, ShownLine } from '../engine/model/understanding';

/** Words of a line shown; the rest is `…`. */
const mostPieces = 12;

/**
 * What a line looks like with none of what it says: `[<time>] <level> <word>: …`. ASCII punctuation stays, everything else
 * becomes the name of what it is.
 */
function lineShape(line: ColouredLine | ShownLine): string {
  const columns = 'columns' in line ? line.columns : [];
  let shape = '';
  let at = 0;
  for (const { role, start, end } of columns) {
    shape += wordsShape(line.text.slice(at, start));
    shape +=
      role === 'message' ? '…' : role === 'other' ? wordsShape(line.text.slice(start, end)) : `<${role}>`;
    at = end;
  }
  return shortened(shape + wordsShape(line.text.slice(at)));
}

/** Lines by their shape, both in order of first appearance. */
export function byShape<Line extends ColouredLine | ShownLine>(
  lines: readonly Line[],
): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const shape = lineShape(line);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, [line]);
    else group.push(line);
  }
  return groups;
}

const pieces = /(\d+(?:\.\d+)*)|([\p{L}\p{N}\p{M}_]+)|([ \t]+)|([!-/:-@[-`{-~])|(.)/gsu;

/** Everything that is not ASCII counts as a word, punctuation of other scripts too. */
function wordsShape(text: string): string {
  const shape = text.replace(pieces, (_, number, word, blanks, mark) => {
    if (blanks !== undefined) return ' ';
    if (mark !== undefined) return mark;
    return number !== undefined && word === undefined ? '<number>' : '<word>';
  });
  return shape.replace(/(?:<number>|<word>)(?:<number>|<word>)+/g, '<word>');
}

function shortened(shape: string): string {
  const words = shape.trim().split(' ');
  return words.length <= mostPieces ? shape.trim() : `${words.slice(0, mostPieces).join(' ')} …`;
}
