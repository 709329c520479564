import { Level } from '../../model/level';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, SourceIndex } from '../../model/units';
import type { Survey } from './survey';
import type { TemplateLines } from './template-lines';

/** What each line is worth to a reader who looks for the cause. */
export interface LineValues {
  /** By line: what it is worth, with what stands beside it. */
  readonly value: Float32Array;
  /** By line: what it says by itself. */
  readonly own: Float32Array;
}

/** From here on a line speaks of a failure, and those around it are looked at for its cause. */
export const telling = 4;
/** From here on it may end a step: its command is looked for. */
const ending = 8;

const weightOfLevel: Readonly<Partial<Record<Level, number>>> = {
  [Level.warn]: 2,
  [Level.error]: 5,
  [Level.fatal]: 7,
};
/** Of a line's words where its author gave a level that sees no failure. */
const harmlessShare = 0.4;
/** Of its words where a level says the same. */
const leveledShare = 0.6;
/** Of what is listed of a step before it runs: nothing of it has happened yet. */
const listedShare = 0.2;
/** Of what a good log has too, and of what is called normal. */
const usualShare = 0.15;
/** Of a line that no good log has a like of, where one is there: it need not say a word of failure. */
const newWeight = 2.5;
/** What the commonest kind of line loses to one that is there once. */
const commonLoss = 0.5;
/** Any line is worth more than none while there is room. */
const leastValue = 0.02;

/** What the lines before and behind a telling line get of its weight; the nearest first. */
const before = { lines: 14, share: 0.34, decay: 0.86 };
const behind = { lines: 18, share: 0.36, decay: 0.88 };
/** The command of a step that failed, and the lines behind it. */
const commandValue = 4;
const afterCommand = [2.2, 1.6, 1.2, 0.9, 0.7];
/** The last lines of all; less where something said before how it ended. */
const lastLines = { lines: 12, value: 1.5, endedShare: 0.2 };

/** Weighs lines by their words, levels and rarity, and by what they stand beside. */
export function valuesOf(
  records: RecordTable,
  source: SourceIndex,
  survey: Survey,
  templates: TemplateLines,
  isNormal: (template: number) => boolean,
): LineValues {
  const own = survey.weight;
  raiseNew(own, survey);
  lowerListed(own, survey);
  addLevels(own, records, source);
  lowerCommon(own, survey, templates);
  lowerNormal(own, templates, isNormal);
  const value = Float32Array.from(own, (weight) => weight + leastValue);
  spread(value, own);
  raiseCommands(value, own, survey);
  const ended = own.some((weight) => weight >= ending);
  raiseLast(value, records, source, ended ? lastLines.endedShare : 1);
  return { value, own };
}

function raiseNew(own: Float32Array, { kinds, kindOf }: Survey): void {
  if (!kinds.knowsUsual) return;
  for (let line = 0; line < own.length; line++) if (!kinds.usual[kindOf[line]]) own[line] += newWeight;
}

function lowerListed(own: Float32Array, { kinds, kindOf }: Survey): void {
  let listed = false;
  for (let line = 0; line < own.length; line++) {
    const role = kinds.roles[kindOf[line]];
    if (role === 'listing') listed = true;
    else if (role === 'listing-end') listed = false;
    if (listed) own[line] *= listedShare;
  }
}

/** A level is the author's own judgement: of a record's first line. */
function addLevels(own: Float32Array, records: RecordTable, source: SourceIndex): void {
  const { firstLine, firstRecord, records: count } = records.sources[source];
  for (let record = firstRecord as number; record < firstRecord + count; record++) {
    const level = records.levelAt(record as RecordIndex);
    if (level === Level.none) continue;
    const line = records.firstLine.get(record) - firstLine;
    const ofLevel = weightOfLevel[level];
    own[line] = ofLevel === undefined ? own[line] * harmlessShare : ofLevel + own[line] * leveledShare;
  }
}

/** Inverse document frequency: what stands there once says more than what stands there always. */
function lowerCommon(own: Float32Array, { kinds, kindOf }: Survey, templates: TemplateLines): void {
  const all = Math.log(own.length + 1);
  for (let line = 0; line < own.length; line++) {
    if (own[line] === 0) continue;
    const alike = Math.max(kinds.counts[kindOf[line]], templates.countAt(line));
    own[line] *= 1 - (commonLoss * Math.log(alike)) / all;
    if (kinds.usual[kindOf[line]]) own[line] *= usualShare;
  }
}

/** What a person calls normal is worth what a good log has too: all lines of its records. */
function lowerNormal(
  own: Float32Array,
  templates: TemplateLines,
  isNormal: (template: number) => boolean,
): void {
  let normal = false;
  for (let line = 0; line < own.length; line++) {
    const template = templates.at(line);
    if (template >= 0) normal = isNormal(template);
    if (normal) own[line] *= usualShare;
  }
}

function spread(value: Float32Array, own: Float32Array): void {
  for (let line = 0; line < own.length; line++) {
    if (own[line] < telling) continue;
    spreadTo(value, own, line, -1, before);
    spreadTo(value, own, line, 1, behind);
  }
}

function spreadTo(
  value: Float32Array,
  own: Float32Array,
  from: number,
  step: number,
  { lines, share, decay }: { readonly lines: number; readonly share: number; readonly decay: number },
): void {
  let given = own[from] * share;
  for (let i = 1; i <= lines; i++) {
    const line = from + step * i;
    if (line < 0 || line >= own.length) return;
    if (value[line] < own[line] + given) value[line] = own[line] + given;
    given *= decay;
  }
}

/** A failure is understood by the command that failed, however long ago it began. */
function raiseCommands(value: Float32Array, own: Float32Array, { kinds, kindOf }: Survey): void {
  let last = -1;
  for (let line = 0; line < own.length; line++) {
    const role = kinds.roles[kindOf[line]];
    if (role === 'command' || role === 'listing') last = line;
    if (own[line] < ending || last < 0) continue;
    value[last] = Math.max(value[last], commandValue);
    for (const [i, given] of afterCommand.entries()) {
      if (last + 1 + i < line) value[last + 1 + i] = Math.max(value[last + 1 + i], given);
    }
    last = -1;
  }
}

/** Where a log breaks off, its last lines are all there is. */
function raiseLast(value: Float32Array, records: RecordTable, source: SourceIndex, share: number): void {
  const { firstLine } = records.sources[source];
  let left = lastLines.lines;
  for (let line = value.length - 1; line >= 0 && left > 0; line--) {
    if (records.lineBlank.get(firstLine + line)) continue;
    value[line] = Math.max(value[line], (share * lastLines.value * left) / lastLines.lines);
    left--;
  }
}
