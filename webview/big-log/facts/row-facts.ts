import { gapBetween } from '../../../src/protocol/gap-text';
import type { LineFacts } from '../../../src/protocol/line-facts';
import type { PageRow, ViewLine } from '../../../src/protocol/log-lines';
import type { HighlightColour } from '../../../src/protocol/reading';
import type { Host } from '../host';
import type { LogModel } from '../model';
import type { Pages } from '../pages/pages';

const mostKept = 20_000;

/** What only the analysis knows of the rows near the view: their times and templates. Asked for where something is shown by it. */
export class RowFacts {
  private readonly facts = new Map<ViewLine, LineFacts | null>();
  /** Another one whenever the highlights or the templates are others. */
  private coloursOfTemplates = new Map<number, HighlightColour | null>();
  private isAsking = false;
  /** Rises with each analysis: what was asked of the one before says nothing of this one's templates. */
  private analysis = 0;

  constructor(
    private readonly host: Host,
    private readonly model: LogModel,
    private readonly pages: Pages,
    private readonly arrived: () => void,
  ) {
    model.listen((change) => {
      if (change === 'analysis') this.begin();
      if (change === 'analysis' || change === 'reading') this.coloursOfTemplates = new Map();
    });
  }

  private begin(): void {
    this.analysis++;
    this.facts.clear();
  }

  /** Milliseconds from the row shown before to this one; null within a record, and where one of both has no time. */
  gapBefore(row: PageRow, index: number): number | null {
    if (!this.model.reading.showsGaps) return null;
    const before = this.pages.get(index - 1);
    const [from, to] = [before && this.facts.get(before.line), this.facts.get(row.line)];
    return from && to?.first === row.line ? gapBetween(from.time, to.time) : null;
  }

  /** Nanoseconds since the epoch of the row's record, where the row begins it. */
  timeOf(row: PageRow): string | null {
    const facts = this.facts.get(row.line);
    return facts?.first === row.line ? facts.time : null;
  }

  colourOf(row: PageRow): HighlightColour | null {
    const facts = this.facts.get(row.line);
    return facts ? (this.coloursOfTemplates.get(facts.template) ?? null) : null;
  }

  /** Asks what is not known yet of the rows from `first` to `last`; one question at a time. */
  async want(first: number, last: number): Promise<void> {
    if (this.isAsking || !this.isNeeded()) return;
    const lines = this.unknown(Math.max(0, first - 1), last);
    const templates = this.uncoloured(first, last);
    if (lines.length === 0 && templates.length === 0) return;
    this.isAsking = true;
    try {
      await this.ask(lines);
      await this.askColours(this.uncoloured(first, last));
    } catch {
      // The rows stay as they are; the next scroll asks again.
      return;
    } finally {
      this.isAsking = false;
    }
    this.model.version++;
    this.arrived();
  }

  private isNeeded(): boolean {
    const { isAnalysed, reading } = this.model;
    if (!isAnalysed) return false;
    return reading.showsGaps || reading.zone !== 'written' || this.templateHighlights().length > 0;
  }

  private templateHighlights() {
    return this.model.reading.highlights.filter((highlight) => highlight.kind === 'template');
  }

  private unknown(first: number, last: number): ViewLine[] {
    const lines = [];
    for (let index = first; index <= last; index++) {
      const row = this.pages.get(index);
      if (row?.exact && !this.facts.has(row.line)) lines.push(row.line);
    }
    return lines;
  }

  private async ask(lines: readonly ViewLine[]): Promise<void> {
    if (lines.length === 0) return;
    const { analysis } = this;
    const facts = await this.host.call('factsOfLines', lines);
    if (analysis !== this.analysis) return;
    if (this.facts.size > mostKept) this.facts.clear();
    for (const [index, line] of lines.entries()) this.facts.set(line, facts[index] ?? null);
  }

  /** A line of each template whose words are not known yet. */
  private uncoloured(first: number, last: number): readonly ViewLine[] {
    if (this.templateHighlights().length === 0) return [];
    const lines = new Map<number, ViewLine>();
    for (let index = first; index <= last; index++) {
      const row = this.pages.get(index);
      const facts = row && this.facts.get(row.line);
      if (row && facts && !this.coloursOfTemplates.has(facts.template)) lines.set(facts.template, row.line);
    }
    return [...lines.values()];
  }

  private async askColours(lines: readonly ViewLine[]): Promise<void> {
    const highlights = this.templateHighlights();
    const { coloursOfTemplates: colours } = this;
    for (const line of lines) {
      const details = await this.host.call('details', line);
      if (colours !== this.coloursOfTemplates) return;
      const template = this.facts.get(line)?.template;
      if (template === undefined) continue;
      const words = JSON.stringify(details?.pieces);
      const found = highlights.find(({ pieces }) => JSON.stringify(pieces) === words);
      colours.set(template, found?.colour ?? null);
    }
  }
}
