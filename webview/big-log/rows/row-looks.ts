import type { PageRow, ViewLine } from '../../../src/protocol/log-lines';
import { clockIn, zonedTime } from '../../../src/protocol/time-text';
import { visibleText } from '../../shared/visible-text';
import type { RowFacts } from '../facts/row-facts';
import type { RowLabels } from '../facts/row-labels';
import type { LogModel } from '../model';
import { entryHeadOf } from './entry-head';
import { LabelChips } from './label-chips';
import type { RowLook } from './row-look';
import type { Stretch } from './spans';

/** Braces with nothing in them. */
const noLabels = 2;

/** How each row looks by what the view knows of its log. */
export class RowLooks {
  /** What was asked for of lines longer than a page gives. */
  private readonly further = new Map<ViewLine, string>();
  private readonly chips = new LabelChips();

  constructor(
    private readonly model: LogModel,
    private readonly facts: RowFacts,
    private readonly labels: RowLabels,
    /** Rows that are shown already look different now. */
    private readonly again: () => void,
  ) {}

  readonly of = (row: PageRow, index: number): RowLook => {
    const { model, facts } = this;
    const mark = row.exact ? model.marks.at(row.line) : undefined;
    const note = model.noteOf(row.source, row.number);
    const time = facts.timeOf(row);
    const entry = row.cells ? null : entryHeadOf(row.text);
    const isOwnTime = model.reading.zone === 'written';
    return {
      uri: model.uri,
      severity: mark?.severity ?? null,
      beginsMark: mark?.line === row.line,
      verdict: this.labels.verdictOf(row),
      difference: (row.exact && model.differences.at(row.line)?.kind) || null,
      isBookmarked: note !== undefined,
      note: note ?? '',
      source: model.sources.length > 1 ? visibleText(model.sources[row.source] ?? '') : '',
      gap: facts.gapBefore(row, index),
      templateColour: facts.colourOf(row),
      time: isOwnTime || time === null ? '' : timeText(time, model.reading.zone),
      entry,
      chip: entry && this.chipOf(row.text, entry.labels),
      further: this.further.get(row.line) ?? '',
    };
  };

  private chipOf(line: string, { start, length }: Stretch): RowLook['chip'] {
    const { chips, model } = this;
    model.meetLabels();
    if (model.reading.showsLabels || length <= noLabels) return null;
    const braces = line.slice(start, start + length);
    const { version } = chips;
    chips.take(braces);
    const text = chips.chipOf(braces);
    if (chips.version !== version) {
      model.version++;
      this.again();
    }
    return { text, width: chips.width };
  }

  furtherOf(line: ViewLine): string {
    return this.further.get(line) ?? '';
  }

  addFurther(line: ViewLine, text: string): void {
    this.further.set(line, this.furtherOf(line) + text);
    this.model.version++;
  }
}

/** `2026-03-01 09:14:07.250`. */
export function timeText(time: string, zone: string): string {
  const date = zonedTime(time, zone)?.date ?? '';
  return `${date} ${clockIn(time, zone)}`.trim();
}
