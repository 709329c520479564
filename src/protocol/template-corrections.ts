import type { Parameter } from '../engine/model/analysis';
import type { Sentence } from '../engine/model/finding';
import type {
  MergeTemplates,
  NameTemplate,
  PinToken,
  SplitTemplate,
  TemplatePattern,
} from '../engine/templates/corrections/correction';

/** What a correction is made from: a row of the tree, the template of a hover. */
export interface CorrectableTemplate {
  readonly pieces: TemplatePattern;
  readonly parameters: readonly Parameter[];
}

/** The correction a gesture asks for, or why there is none. */
export type Correctable<Correction> = { readonly correction: Correction } | { readonly refusal: Sentence };

export function correctionForName({ pieces }: CorrectableTemplate, name: string): Correctable<NameTemplate> {
  const trimmed = name.trim();
  if (trimmed === '') return refused('The name is empty. Type one.');
  return { correction: { kind: 'name', pattern: pieces, name: trimmed } };
}

export function correctionForMerge(templates: readonly CorrectableTemplate[]): Correctable<MergeTemplates> {
  if (templates.length < 2) return refused('One template is nothing to merge. Select two or more.');
  return { correction: { kind: 'merge', patterns: templates.map(({ pieces }) => pieces) } };
}

/** `words` are those kept of the position: what the worker's `wordsOfTemplate` answers. */
export function correctionForSplit(
  template: CorrectableTemplate,
  position: number,
  words: readonly string[],
): Correctable<SplitTemplate> {
  if (new Set(words).size < 2) {
    return refused(
      'Only one word is kept of this place ({0}), so there is nothing to split.',
      tokenAt(template, position),
    );
  }
  return { correction: { kind: 'split', pattern: template.pieces, position } };
}

/** The token at the position becomes one value of many. */
export function correctionForVariable(
  template: CorrectableTemplate,
  position: number,
  reach: 'here' | 'everywhere',
): Correctable<PinToken> {
  const token = tokenAt(template, position);
  if (template.parameters.some((parameter) => parameter.position === position))
    return refused('{0} is a variable already.', token);
  return pin(template, position, token, 'variable', reach);
}

/** Messages with `word` at the position get a template of their own. */
export function correctionForWord(
  template: CorrectableTemplate,
  position: number,
  word: string,
  reach: 'here' | 'everywhere',
): Correctable<PinToken> {
  if (word === tokenAt(template, position)) return refused('{0} is a word already.', word);
  return pin(template, position, word, 'word', reach);
}

/** Position of the token that the char at `offset` of the pattern belongs to; a blank belongs to what follows it. */
export function positionAtOffset(pieces: TemplatePattern, offset: number): number | undefined {
  let end = 0;
  for (const [position, piece] of pieces.entries()) {
    end += piece.length;
    if (offset >= 0 && offset < end) return position;
  }
  return undefined;
}

function pin(
  { pieces }: CorrectableTemplate,
  position: number,
  token: string,
  as: PinToken['as'],
  reach: 'here' | 'everywhere',
): Correctable<PinToken> {
  const everywhere = { kind: 'pin', token, as } as const;
  return {
    correction: reach === 'everywhere' ? everywhere : { ...everywhere, where: { pattern: pieces, position } },
  };
}

/** The token without the blank that says it stands apart. */
function tokenAt({ pieces }: CorrectableTemplate, position: number): string {
  return (pieces[position] ?? '').replace(/^ /, '');
}

function refused(pattern: string, ...values: string[]): { readonly refusal: Sentence } {
  return { refusal: { pattern, values } };
}
