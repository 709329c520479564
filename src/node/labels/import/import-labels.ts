import type { Sentence } from '../../../engine/model/finding';
import type { LineNumber } from '../../../engine/model/units';
import { eachOf, filtered, inTurns, mapped, type Steps } from '../../in-turns';
import { type GivenLabel, type Label, labelLine } from '../../store/label-line';
import { SubjectSet } from '../../store/label-subjects';
import { readLabelFile } from './read-label-file';
import { type LabelTargets, type ResolvedStatement, resolveStatements } from './resolve-statements';
import type { Statement } from './statements';

/** An imported label that says otherwise than one of the store, or than an earlier one of its file. */
export interface ImportConflict {
  readonly own: Label;
  readonly imported: Label;
  /** Line of the imported file. */
  readonly at: number;
  /** Line of the log both speak of; null where it is something else than one line, and where another store says it. */
  readonly logLine: LineNumber | null;
}

/** What an import would change; nothing is written yet. See `agreedLabels`. */
export interface LabelImport {
  /** Of what nothing was said before. */
  readonly add: readonly Label[];
  /** Labels that say what the store says. */
  readonly unchanged: number;
  /** For a person to choose. */
  readonly conflicts: readonly ImportConflict[];
  /** Lines that are no labels; each names its line. */
  readonly damaged: readonly Sentence[];
  /** Lines that speak of what the log has not; each names its line. */
  readonly unknown: readonly Sentence[];
  /** Rows whose label is empty. */
  readonly unlabelled: number;
}

export interface ImportTask {
  readonly path: string;
  readonly targets: LabelTargets;
  /** Labels that hold by now. */
  readonly own: readonly Label[];
  /** Who ('' where it is not known) and when, where the file does not say it, and of which log. */
  readonly given: Pick<GivenLabel, 'by' | 'at' | 'log'>;
  readonly signal?: AbortSignal | undefined;
}

/** Reads labels from CSV, JSON lines or another store's file. Throws InputError, or the signal's reason. */
export async function importLabels({ path, targets, own, given, signal }: ImportTask): Promise<LabelImport> {
  const { statements, labels, damaged, unlabelled } = await readLabelFile(path, { signal });
  const { resolved, unknown } = await resolveStatements(statements, targets, path, signal);
  const ofStore = await inTurns(mapped(labels, (one) => ({ ...one, logLine: null })));
  const stated = await inTurns(statedLabels(resolved, given));
  return { ...(await inTurns(heldAgainst(own, [...ofStore, ...stated]))), damaged, unknown, unlabelled };
}

/** What a line of the file says of one subject. */
type ImportedLabel = Pick<ImportConflict, 'at' | 'logLine'> & { readonly label: Label };

function* statedLabels(
  resolved: readonly ResolvedStatement[],
  given: ImportTask['given'],
): Steps<ImportedLabel[]> {
  const stated: ImportedLabel[] = [];
  for (const { statement, subjects } of resolved) {
    const { at } = statement;
    const logLine = logLineOf(statement);
    yield* eachOf(subjects, (subject) =>
      stated.push({ at, label: labelLine(subject, saidBy(statement, given)), logLine }),
    );
    yield;
  }
  return stated;
}

function logLineOf({ place }: Statement): LineNumber | null {
  return place.kind === 'lines' && place.line === place.endLine ? place.line : null;
}

function saidBy(
  { label, category, note, by, when }: Statement,
  { by: importer, ...given }: ImportTask['given'],
): GivenLabel {
  return {
    ...given,
    label,
    ...(importer && { by: importer }),
    ...(category !== undefined && { category }),
    ...(note !== undefined && { note }),
    ...(by !== undefined && { by }),
    ...(when !== undefined && { at: when }),
  };
}

function* heldAgainst(
  own: readonly Label[],
  imported: readonly ImportedLabel[],
): Steps<Pick<LabelImport, 'add' | 'unchanged' | 'conflicts'>> {
  const [held, added, disputed] = [new SubjectSet(), new SubjectSet(), new SubjectSet()];
  yield* eachOf(own, (label) => held.add(label));
  const [add, conflicts]: [Label[], ImportConflict[]] = [[], []];
  const known = new Set<Label>();
  yield* eachOf(imported, ({ at, label, logLine }) => {
    const before = held.find(label) ?? added.find(label);
    if (before === undefined) {
      add.push(label);
      added.add(label);
    } else if (!isOtherwise(label, before)) {
      if (held.has(label)) known.add(before);
    } else if (!isSaidBy(disputed, label)) {
      conflicts.push({ own: before, imported: label, at, logLine });
      disputed.add(label);
    }
  });
  return { add, unchanged: known.size, conflicts };
}

function isSaidBy(labels: SubjectSet, label: Label): boolean {
  const said = labels.find(label);
  return said !== undefined && !isOtherwise(label, said);
}

/** A category where there was none is no contradiction. */
function isOtherwise(one: Label, other: Label): boolean {
  if (one.label !== other.label) return true;
  const areTold = one.category !== undefined && other.category !== undefined;
  return one.label === 'anomalous' && areTold && one.category !== other.category;
}

/** What to give to `LabelStore.change`: all that is new, and of the conflicts the imported side where it was taken, the last first. */
export function* agreedLabels(
  { add }: Pick<LabelImport, 'add'>,
  taken: readonly ImportConflict[],
): Steps<readonly Label[]> {
  const agreed = new SubjectSet();
  const latestFirst = [...add, ...taken.map(({ imported }) => imported)].reverse();
  const kept = yield* filtered(latestFirst, (label) => {
    if (agreed.has(label)) return false;
    agreed.add(label);
    return true;
  });
  return kept.reverse();
}
