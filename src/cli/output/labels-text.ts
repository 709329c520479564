import type { LabelSubject } from '../../engine/labels/label';
import type { LabelMatch, LabelProposal, LearnedMeasure } from '../../engine/labels/label-report';
import type { Sentence } from '../../engine/model/finding';
import { plainText } from '../../engine/text/plain-text';
import { coverageSentence } from '../../node/labels/coverage-sentence';
import { subjectOf } from '../../node/store/label-line';
import { namingDetectors } from '../../protocol/detector-words';
import { lookedAtSentence } from '../../protocol/labels-words';
import { counted, grouped } from '../../protocol/sentence';
import type { Surroundings } from '../commands/command';
import type { LabelsDocument } from './labelled-log';
import { subjectName } from './subject-name';

const shownChars = 200;
/** More than this scrolls what was asked for off a screen. */
const shownLabels = 50;

/** What `oddline labels` says to people: what the labels cover, what was imported and learned, each label, and what to label next. */
export function* labelsText(document: LabelsDocument, surroundings: Surroundings): Generator<string> {
  const { palette, tell } = surroundings;
  const { finished, weights, learned } = document;
  const measured = learned?.kind === 'learned' ? learned.learned : weights;
  yield `${palette.strong(tell(coverageSentence(finished.analysis.labels, measured)))}\n`;
  for (const sentence of [...importedSentences(document), ...learnedSentences(document)])
    yield `${tell(sentence)}\n`;
  const { lookedAt } = finished.analysis.labels;
  if (lookedAt !== undefined) yield `${tell(lookedAtSentence(lookedAt))}\n`;
  const matches = inOrder(finished.analysis.labels.labels);
  for (const match of matches.slice(0, shownLabels)) yield labelText(match, document, surroundings);
  const more = matches.length - shownLabels;
  if (more > 0)
    yield `${tell({ pattern: '{0} more; "--format json" shows all.', values: [grouped(more)] })}\n`;
  for (const proposal of document.proposals ?? []) yield proposalText(proposal, document, surroundings);
}

/** What a person must settle, then what speaks of most; what speaks of as much as the log has it. */
function inOrder(matches: readonly LabelMatch[]): LabelMatch[] {
  const isSettled = ({ conflicts }: LabelMatch) => (conflicts.length > 0 ? 0 : 1);
  return matches.toSorted((a, b) => isSettled(a) - isSettled(b) || b.records - a.records || placeOrder(a, b));
}

/** Stable: what is not in the log stays in the order it was given. */
function placeOrder({ first: a }: LabelMatch, { first: b }: LabelMatch): number {
  return a === null || b === null ? 0 : a.source - b.source || a.line - b.line;
}

function proposalText(
  { subject, records, why, ...place }: LabelProposal,
  document: LabelsDocument,
  surroundings: Surroundings,
): string {
  const { palette, tell } = surroundings;
  const told = [tell(counted(records, '1 record', '{0} records')), tell(namingDetectors(why, tell))].join(
    ' · ',
  );
  const where = placeShown(document, place, surroundings);
  const name = incidentName(subject, document, surroundings) ?? subjectName(subject);
  return `${palette.strong(where)}  ${shown(name)}  ${palette.faint(told)}\n`;
}

/** Undefined of what is no incident of the log. */
function incidentName(
  subject: LabelSubject,
  { finished }: LabelsDocument,
  { tell }: Pick<Surroundings, 'tell'>,
): string | undefined {
  if (subject.kind !== 'incident') return undefined;
  const incident = finished.analysis.incidents.find(({ id }) => id === subject.id);
  return incident && tell(incident.title);
}

function labelText(
  { given, records, first, conflicts }: LabelMatch,
  document: LabelsDocument,
  surroundings: Surroundings,
): string {
  const { palette, tell } = surroundings;
  const label = document.given[given];
  const told = [
    records === 0
      ? tell({ pattern: 'not in this log', values: [] })
      : tell(counted(records, '1 record', '{0} records')),
    ...(first ? [placeShown(document, first, surroundings)] : []),
    ...(conflicts.length > 0 ? [tell({ pattern: 'contradicted, so it does not hold', values: [] })] : []),
    ...[label.category, label.note, label.by].filter((text) => text !== undefined).map(shown),
    shown(label.at),
  ];
  const verdict = tell(
    label.label === 'normal' ? { pattern: 'normal', values: [] } : { pattern: 'anomalous', values: [] },
  );
  return `${palette.strong(verdict)}  ${shown(subjectName(subjectOf(label)))}  ${palette.faint(told.join(' · '))}\n`;
}

function placeShown(
  { paths }: LabelsDocument,
  { source, line }: NonNullable<LabelMatch['first']>,
  { tell }: Pick<Surroundings, 'tell'>,
): string {
  if (paths.length > 1) return `${shown(paths[source])}:${line}`;
  return tell({ pattern: 'line {0}', values: [line] });
}

/** The store comes with a repository, so it may hold anything. */
function shown(text: string): string {
  const bytes = new TextEncoder().encode(text.slice(0, shownChars));
  return plainText(bytes, 0, bytes.length, shownChars);
}

function importedSentences({ imported, store }: LabelsDocument): Sentence[] {
  if (imported === undefined) return [];
  const { written, unchanged } = imported;
  return [
    {
      pattern: 'Labels imported into {0}: {1}; there already: {2}.',
      values: [store.labels, grouped(written), grouped(unchanged)],
    },
  ];
}

function learnedSentences({ learned, weights, store }: LabelsDocument): Sentence[] {
  if (learned === undefined) return [];
  if (learned.kind === 'too-little') return [learned.why];
  const { before, after, folds, groups, records } = learned.learned;
  const isKept = weights?.bias === learned.learned.bias;
  return [
    {
      pattern: 'Precision {0} → {1}, recall {2} → {3}, F1 {4} → {5}',
      values: [
        ...pair(before, after, 'precision'),
        ...pair(before, after, 'recall'),
        ...pair(before, after, 'f1'),
      ],
    },
    {
      pattern: 'Cross-validated: {0} parts, labels: {1}, records: {2}.',
      values: [folds, grouped(groups), grouped(records)],
    },
    isKept
      ? { pattern: 'Kept in {0}; "--forget-weights" takes it back.', values: [store.weights] }
      : { pattern: 'Nothing is changed by it yet: "--learn --apply" keeps the weights.', values: [] },
  ];
}

function pair(before: LearnedMeasure, after: LearnedMeasure, name: keyof LearnedMeasure): string[] {
  return [before[name].toFixed(2), after[name].toFixed(2)];
}
