import type { TemplateId } from '../../model/units';
import { tokenize } from '../../templates/tokenizer';
import { placeholderTypes, type Token } from '../../templates/tokens';
import type { PlannedValue } from './shape-plan';
import type { ColumnId, ValueColumns } from './value-columns';
import { labelBefore } from './value-labels';

const affixes = /^(.*?)<[a-z]+>(.*)$/;
const encoder = new TextEncoder();

/**
 * Where the parameters of a template stand in the message `bytes[start, end)`; none where it has another number of tokens. What
 * `parameterValues` cuts, by where it stands.
 */
export function plannedParameters(
  template: readonly string[],
  columnOf: (parameter: number) => ColumnId | undefined,
  bytes: Uint8Array,
  start: number,
  end: number,
): PlannedValue[] {
  const tokens = tokenize(bytes, start, end);
  if (tokens.length !== template.length) return [];
  const planned: PlannedValue[] = [];
  let parameter = 0;
  for (const [i, text] of template.entries()) {
    const count = placeholderTypes(text).length;
    if (count === 0) continue;
    for (const [k, range] of rangesIn(text, tokens[i], bytes).entries()) {
      const label = k < count ? columnOf(parameter + k) : undefined;
      if (label !== undefined) planned.push({ label, ...range });
    }
    parameter += count;
  }
  return planned;
}

function rangesIn(template: string, token: Token, bytes: Uint8Array): { start: number; end: number }[] {
  if (token.text === template) return token.variables.map(({ start, end }) => ({ start, end }));
  // The template was widened here: its one placeholder stands for all but the punctuation around it.
  const [, before, after] = affixes.exec(template) ?? ['', '', ''];
  const opening = encoder.encode(before);
  const closing = encoder.encode(after);
  const start = isAt(bytes, token.start, token.end, opening) ? token.start + opening.length : token.start;
  const closes = token.end - start > closing.length;
  const end =
    closes && isAt(bytes, token.end - closing.length, token.end, closing)
      ? token.end - closing.length
      : token.end;
  return [{ start, end }];
}

function isAt(bytes: Uint8Array, pos: number, end: number, text: Uint8Array): boolean {
  return pos + text.length <= end && text.every((byte, i) => bytes[pos + i] === byte);
}

/** The columns of a template's parameters, in their order. */
export function parameterColumns(
  columns: ValueColumns,
  template: TemplateId,
  tokens: readonly string[],
): (ColumnId | undefined)[] {
  const found: (ColumnId | undefined)[] = [];
  for (const [position, text] of tokens.entries()) {
    for (const [k, type] of placeholderTypes(text).entries()) {
      const name = labelBefore(tokens, position, k);
      const place = columns.placeOf(`parameter ${template} ${found.length}`, {
        kind: 'parameter',
        name,
        type,
      });
      found.push(place === undefined ? undefined : columns.columnOf(template, place, found.length));
    }
  }
  return found;
}
