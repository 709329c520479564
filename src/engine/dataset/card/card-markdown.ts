import type { Sentence } from '../../model/finding';
import { splitNames } from '../split/split';
import type { CardDrafts, CardFile, CardLeftOut, CardSessions, DataCard } from './data-card';
import { unlabelledIn } from './label-warnings';

type Say = (sentence: Sentence) => string;

const headings = {
  file: { pattern: 'File', values: [] },
  split: { pattern: 'Split', values: [] },
  sequences: { pattern: 'Sequences', values: [] },
  records: { pattern: 'Records', values: [] },
  label: { pattern: 'Label', values: [] },
  category: { pattern: 'Category', values: [] },
  labelledBy: { pattern: 'Labelled by', values: [] },
  source: { pattern: 'Source', values: [] },
  bytes: { pattern: 'Bytes', values: [] },
  setting: { pattern: 'Setting', values: [] },
  value: { pattern: 'Value', values: [] },
  leftOut: { pattern: 'Left out', values: [] },
} as const satisfies Record<string, Sentence>;

/** The card for people: Markdown without HTML, all that stands in a cell made inert. */
export function dataCardMarkdown(card: DataCard, say: Say): string {
  const sources = [...card.sources, ...card.labelSources];
  const blocks = [
    `# ${say({ pattern: 'Data card', values: [] })}`,
    madeBy(card, say),
    ...byHand(card, say),
    ...(card.drafts === undefined ? [] : [drafts(card.drafts, say)]),
    files(card, say),
    table(
      [
        ...[say(headings.label), say(headings.category), say(headings.labelledBy)],
        ...(isSplit(card) ? splitNames : [say(headings.sequences)]),
      ],
      card.labels.map(labelRow),
    ),
    ...unlabelled(card, say),
    ...leftOut(card.leftOut, say),
    ...(card.sessions === undefined ? [] : [say(sessionsLookedFor(card.sessions))]),
    ...(card.leaks === null
      ? []
      : [say({ pattern: 'What stands in more than one split: {0}.', values: [card.leaks] })]),
    masking(card.masking, say),
    ...(sources.length === 0
      ? []
      : [table([say(headings.source), say(headings.bytes), 'SHA-256'], sources.map(sourceRow))]),
    table(
      [say(headings.setting), say(headings.value)],
      Object.entries(card.settings).map(([name, value]) => [name, String(value ?? '')]),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function madeBy({ oddline, command, drafts }: DataCard, say: Say): string {
  const values = [oddline, codeOf(`${command.map(shellWord).join(' ')} --out FOLDER`)];
  return drafts === undefined
    ? say({
        pattern: 'Made by Oddline {0}. The same sources, version and settings give the same bytes again: {1}',
        values,
      })
    : say({
        pattern:
          'Made by Oddline {0} and a model, which does not write the same again: other outputs come of {1}',
        values,
      });
}

/** What the command cannot give. */
function byHand({ sources, masking: { inCommand } }: DataCard, say: Say): string[] {
  const dated = sources.flatMap(({ name, modified }) =>
    modified === undefined
      ? []
      : [
          say({
            pattern:
              'Times in {0} name no year: that is told by when the file was last changed, {1}. A copy must have been changed then, too ({2}).',
            values: [inert(name), modified, codeOf(`touch -d ${modified} FILE`)],
          }),
        ],
  );
  if (inCommand === undefined) return dated;
  const masked = 'A name in the command is masked: put the name of the file in its place.';
  return [say({ pattern: masked, values: [] }), ...dated];
}

function drafts({ model, host, temperature, drafted, written }: CardDrafts, say: Say): string {
  const total = drafted + Object.values(written).reduce((sum, count) => sum + count, 0);
  const faults = Object.entries(written).map(([fault, count]) => `${fault} ${count}`);
  return say({
    pattern:
      'Outputs drafted by the model {0} of {1} at temperature {2}: {3} of {4}. The others are written from their labels ({5}).',
    values: [inert(model), inert(host), temperature, drafted, total, faults.join(', ')],
  });
}

/** A whole log has no parts. */
function isSplit({ files }: Pick<DataCard, 'files'>): boolean {
  return files.some(({ split }) => split !== null);
}

function files(card: DataCard, say: Say): string {
  const before = [say(headings.file), ...(isSplit(card) ? [say(headings.split)] : [])];
  const row = ({ name, split, sequences, records, sha256 }: CardFile) => [
    ...[name, ...(split === null ? [] : [split])],
    ...[String(sequences), String(records), sha256],
  ];
  return table([...before, say(headings.sequences), say(headings.records), 'SHA-256'], card.files.map(row));
}

function unlabelled({ labels }: DataCard, say: Say): string[] {
  const count = unlabelledIn(labels);
  if (count === 0) return [];
  return [
    say({ pattern: 'Sequences that nobody labelled and that are written as normal: {0}.', values: [count] }),
  ];
}

function sourceRow({ name, bytes, sha256 }: DataCard['sources'][number]): string[] {
  return [name, String(bytes), sha256];
}

function labelRow({ label, category, labelledBy, counts }: DataCard['labels'][number]): string[] {
  return [label, category ?? '', labelledBy ?? '', ...Object.values(counts).map(String)];
}

export function sessionsLookedFor({ lookedAt, records }: CardSessions): Sentence {
  return {
    pattern:
      'Sessions were looked for in {0} of {1} records: the log has more values than there is room for. Split its file, and export the parts.',
    values: [lookedAt, records],
  };
}

function leftOut(all: readonly CardLeftOut[], say: Say): string[] {
  const told = all.filter(({ sequences }) => sequences > 0);
  if (told.length === 0) return [];
  const rows = told.map(({ reason, sequences }) => [reason, String(sequences)]);
  return [table([say(headings.leftOut), say(headings.sequences)], rows)];
}

function masking({ redacted, masked }: DataCard['masking'], say: Say): string {
  if (!redacted) return say({ pattern: 'Nothing was masked.', values: [] });
  const kinds = Object.entries(masked);
  if (kinds.length === 0) return say({ pattern: 'Nothing was found that had to be masked.', values: [] });
  const list = kinds.map(([kind, count]) => `${kind} ${count}`).join(', ');
  return say({ pattern: 'Masked, each once a sequence: {0}.', values: [list] });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(inert))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** File names and categories may hold anything. */
function inert(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~&]/g, (character) => `\\${character}`).replace(/\s+/g, ' ');
}

/** As a person can paste it: what a shell would read otherwise stands in quotes. */
function shellWord(word: string): string {
  if (/^[\w%+,./:=@-]+$/.test(word)) return word;
  return /["$`\\!%]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}

/** On one line: a blank one would end the code, and what follows be read as Markdown. Behind more ticks than stand in it. */
function codeOf(text: string): string {
  const ticks = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...ticks) + 1);
  const pad = ticks.length > 0 ? ' ' : '';
  return fence + pad + text.replace(/\s+/g, ' ') + pad + fence;
}
