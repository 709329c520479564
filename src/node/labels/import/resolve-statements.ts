import { setImmediate } from 'node:timers/promises';
import type {
  LabelSubject,
  RecordSubject,
  SessionSubject,
  TemplateSubject,
} from '../../../engine/labels/label';
import type { Sentence } from '../../../engine/model/finding';
import type { LineNumber } from '../../../engine/model/units';
import { eachOf, inTurns, type Steps } from '../../in-turns';
import { importError, importNote } from './import-problems';
import { mostImported } from './read-label-file';
import type { StatedPlace, Statement } from './statements';

/** What of a log labels can be given to; null for what it has not. Answers are in the order of what was asked. */
export interface LabelTargets {
  /** Lines of the log through all its files. */
  readonly lines: number;
  /** Lines are counted from 1 through all files. */
  recordsOfLines(lines: readonly LineNumber[]): Promise<readonly (RecordSubject | null)[]>;
  /** By patterns as they are shown. */
  templatesOf(patterns: readonly string[]): Promise<readonly (TemplateSubject | null)[]>;
  /** By the value their records share. */
  sessionsNamed(names: readonly string[]): Promise<readonly (SessionSubject | null)[]>;
}

export interface ResolvedStatement {
  readonly statement: Statement;
  /** Several where it names lines. */
  readonly subjects: readonly LabelSubject[];
}

export interface Resolution {
  readonly resolved: readonly ResolvedStatement[];
  /** Of what the log has not: labels of another log, or of what this one was. */
  readonly unknown: readonly Sentence[];
}

/** Asked at once: the log's thread answers other questions in between. */
const askedAtOnce = 2000;
/** Between two looks at the clock. */
const stepLines = 64;

/** Finds what statements speak of. Throws InputError where they name too many lines, or the signal's reason. */
export async function resolveStatements(
  statements: readonly Statement[],
  targets: LabelTargets,
  path: string,
  signal?: AbortSignal,
): Promise<Resolution> {
  const named = await inTurns(linesOf(statements, targets, path));
  const of = <Kind extends StatedPlace['kind']>(kind: Kind) => placesOf(statements, kind);
  const [records, templates, sessions] = [
    await answers(named, (asked) => targets.recordsOfLines(asked), signal),
    await answers(
      of('template').map(({ pattern }) => pattern),
      (asked) => targets.templatesOf(asked),
      signal,
    ),
    await answers(
      of('session').map(({ name }) => name),
      (asked) => targets.sessionsNamed(asked),
      signal,
    ),
  ];
  const answered = { records, templates, sessions, lines: targets.lines };
  return inTurns(resolvedBy(answered, statements, path));
}

function* resolvedBy(answered: Answered, statements: readonly Statement[], path: string): Steps<Resolution> {
  const [resolved, unknown]: [ResolvedStatement[], Sentence[]] = [[], []];
  for (const statement of statements) {
    const { at, place } = statement;
    const subjects = yield* subjectsOf(place, answered);
    if (subjects.length === 0 || isBeyond(place, answered)) unknown.push(unknownNote(path, at, place));
    resolved.push({ statement, subjects });
    yield;
  }
  return { resolved, unknown };
}

function placesOf<Kind extends StatedPlace['kind']>(statements: readonly Statement[], kind: Kind) {
  return statements
    .map(({ place }) => place)
    .filter((place): place is Extract<StatedPlace, { kind: Kind }> => place.kind === kind);
}

/** Those that the log has. Many ranges that overlap cost as much as many lines. */
function* linesOf(
  statements: readonly Statement[],
  { lines }: LabelTargets,
  path: string,
): Steps<LineNumber[]> {
  const found = new Set<LineNumber>();
  let named = 0;
  for (const { line, endLine } of placesOf(statements, 'lines')) {
    const last = Math.min(endLine, lines);
    named += Math.max(0, last - line + 1);
    if (named > mostImported) throw importError('too-many-labels', path, mostImported);
    for (let at = line; at <= last; at++) {
      found.add(at);
      if (found.size % stepLines === 0) yield;
    }
  }
  return [...found];
}

/** By what was asked; what the log has not is left out. */
async function answers<Asked, Found>(
  asked: readonly Asked[],
  ask: (asked: readonly Asked[]) => Promise<readonly (Found | null)[]>,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<Asked, Found>> {
  const each = await inTurns(unique(asked));
  const found = new Map<Asked, Found>();
  for (let from = 0; from < each.length; from += askedAtOnce) {
    await setImmediate();
    signal?.throwIfAborted();
    const some = each.slice(from, from + askedAtOnce);
    for (const [i, answer] of (await ask(some)).entries()) if (answer !== null) found.set(some[i], answer);
  }
  return found;
}

function* unique<Asked>(asked: readonly Asked[]): Steps<Asked[]> {
  const seen = new Set<Asked>();
  yield* eachOf(asked, (one) => seen.add(one));
  return [...seen];
}

interface Answered {
  readonly lines: number;
  readonly records: ReadonlyMap<LineNumber, RecordSubject>;
  readonly templates: ReadonlyMap<string, TemplateSubject>;
  readonly sessions: ReadonlyMap<string, SessionSubject>;
}

function* subjectsOf(place: StatedPlace, answered: Answered): Steps<LabelSubject[]> {
  const { templates, sessions } = answered;
  switch (place.kind) {
    case 'lines':
      return yield* recordsIn(place, answered);
    case 'template':
      return asList(templates.get(place.pattern));
    case 'session':
      return asList(sessions.get(place.name));
  }
}

/** Lines of one record speak of it once. */
function* recordsIn(
  { line, endLine }: Extract<StatedPlace, { kind: 'lines' }>,
  { records, lines }: Answered,
): Steps<RecordSubject[]> {
  const found = new Map<string, RecordSubject>();
  for (let at = line; at <= Math.min(endLine, lines); at++) {
    const record = records.get(at);
    if (record !== undefined) found.set(record.id, record);
    if ((at - line) % stepLines === stepLines - 1) yield;
  }
  return [...found.values()];
}

function asList(subject: LabelSubject | undefined): LabelSubject[] {
  return subject === undefined ? [] : [subject];
}

function isBeyond(place: StatedPlace, { lines }: Answered): boolean {
  return place.kind === 'lines' && place.endLine > lines;
}

function unknownNote(path: string, at: number, place: StatedPlace): Sentence {
  switch (place.kind) {
    case 'lines':
      return importNote('no-line', path, at, place.endLine);
    case 'template':
      return importNote('no-template', path, at, place.pattern);
    case 'session':
      return importNote('no-session', path, at, place.name);
  }
}
