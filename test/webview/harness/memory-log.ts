import type {
  BigLogAnalysis,
  BigLogHostApi,
  BigLogMark,
  BigLogState,
  LabelWords,
  LineActionRequest,
} from '../../../src/protocol/big-log';
import type { LineFacts, RecordDetails, VolumeStrip } from '../../../src/protocol/line-facts';
import type {
  LinesPage,
  LinesProgress,
  PageRequest,
  PageRow,
  ViewLine,
} from '../../../src/protocol/log-lines';
import { plainReading, type Reading } from '../../../src/protocol/reading';
import type { Handlers } from '../../../src/protocol/rpc';

export interface MemoryLogOptions {
  readonly lines: number;
  readonly textOf: (line: number) => string;
  readonly row?: (row: PageRow, reading: Reading) => PageRow;
  readonly marks?: readonly BigLogMark[];
  readonly strip?: VolumeStrip;
  /** What was said of lines. */
  readonly labels?: ReadonlyMap<number, LabelWords>;
  readonly state?: Partial<BigLogState>;
  /** What a line is found by; whole text otherwise. */
  readonly details?: (line: number) => RecordDetails;
}

/** A host that makes up its lines as they are asked for, so that a log of any length costs nothing. It filters by the texts of clauses. */
export class MemoryLog implements Handlers<BigLogHostApi> {
  reading: Reading;
  readonly acts: LineActionRequest[] = [];
  readonly copied: { from: number; until: number }[] = [];
  readonly pages: PageRequest[] = [];
  /** Lines that labels were asked of, by question. */
  readonly verdictsAsked: (readonly ViewLine[])[] = [];
  labels: ReadonlyMap<number, LabelWords>;
  paintedMs: number | undefined;
  /** Lines shown, where a filter hides some. */
  private shown: readonly number[] | null = null;
  private readonly lastFound = new Set<number>();
  /** Hands the view what changed. */
  tellReading: (reading: Reading, rows: number, hiddenLines: number) => void = () => undefined;

  constructor(private readonly options: MemoryLogOptions) {
    this.reading = { ...plainReading, ...options.state?.reading };
    this.labels = options.labels ?? new Map();
  }

  get progress(): LinesProgress {
    const { lines } = this.options;
    const bytes = lines * 90;
    return {
      phase: 'ready',
      indexedBytes: bytes,
      bytes,
      lines,
      estimatedLines: lines,
      sourceLines: [lines],
      shownRows: this.shown?.length ?? lines,
      notes: [],
    };
  }

  ready = (): BigLogState => ({
    name: 'made-up.log',
    uri: 'file:///made-up.log',
    sources: ['made-up.log'],
    isMerge: false,
    hiddenLines: 0,
    texts: {},
    lines: this.progress,
    analysis: this.analysis,
    following: { on: false, note: '' },
    showing: { busy: false, text: '', isProblem: false },
    problem: null,
    place: null,
    ...this.options.state,
    reading: this.reading,
  });

  get analysis(): BigLogAnalysis {
    const { marks, labels, strip = null } = this.options;
    return {
      status: marks || labels ? 'done' : 'none',
      progress: null,
      differences: [],
      marks: marks ?? [],
      labelledRecords: this.labels.size,
      strip,
      summary: marks ? `${marks.length} anomalies` : '',
    };
  }

  page = (request: PageRequest): LinesPage => {
    this.pages.push(request);
    const total = this.shown?.length ?? this.options.lines;
    const from = Math.max(0, Math.min(this.startOf(request, total), total) - request.before);
    const until = Math.min(total, from + request.before + request.rows);
    const rows = [];
    for (let row = from; row < until; row++) rows.push(this.rowAt(this.shown?.[row] ?? row));
    return { firstRow: from as never, exact: true, totalRows: total, rows };
  };

  private startOf({ start }: PageRequest, total: number): number {
    if (start.kind === 'row') return start.row;
    if (start.kind === 'line') return this.rowOfLine(start.line) ?? total;
    return start.kind === 'share' ? Math.floor(start.share * total) : total;
  }

  private rowAt(line: number): PageRow {
    const row: PageRow = {
      line: line as ViewLine,
      exact: true,
      source: 0 as PageRow['source'],
      number: (line + 1) as PageRow['number'],
      text: this.options.textOf(line),
      styles: [],
      cutBytes: 0,
      fold: null,
      isContext: false,
    };
    return this.options.row?.(row, this.reading) ?? row;
  }

  rowOfLine = (line: ViewLine) => {
    if (!this.shown) return line < this.options.lines ? (line as never) : null;
    const row = this.shown.findIndex((one) => one >= line);
    return row < 0 ? null : (row as never);
  };

  lineText = ({ from, length }: { from: number; length: number }) =>
    'z'.repeat(Math.min(length, 5_000_000 - from));

  factsOfLines = (lines: readonly ViewLine[]): LineFacts[] =>
    lines.map((line) => ({
      first: line,
      last: line,
      time: String(
        1_700_000_000_000_000_000n + BigInt(line) * 350_000_000n + BigInt((line % 7) ** 6) * 3_000_000n,
      ),
      level: 'info',
      template: (line % 5) as LineFacts['template'],
    }));

  details = (line: ViewLine): RecordDetails | null => this.options.details?.(line) ?? null;

  reasons = (line: ViewLine) => {
    const mark = this.options.marks?.find((one) => one.line <= line && line <= one.lastLine);
    if (!mark) return null;
    const reasons = [
      'only 3 of 412,000 records are of its kind',
      'came 40 s after the last one, usually 2 s',
    ];
    return {
      title: 'Payment gateway refused the card',
      severity: mark.severity,
      reasons,
      hint: 'Look at the gateway.',
    };
  };

  verdictsOfLines = (lines: readonly ViewLine[]) => {
    this.verdictsAsked.push(lines);
    return lines.map((line) => this.labels.get(line)?.verdict ?? null);
  };
  labelOfLine = (line: ViewLine) => this.labels.get(line) ?? null;

  find = ({ pattern }: Parameters<BigLogHostApi['find']>[0]) => {
    const bits = new Uint8Array(Math.ceil(this.options.lines / 8));
    let matchedLines = 0;
    this.lastFound.clear();
    for (let line = 0; line < this.options.lines; line++) {
      if (!this.options.textOf(line).includes(pattern.text)) continue;
      bits[line >>> 3] |= 1 << (line & 7);
      this.lastFound.add(line);
      matchedLines++;
    }
    return { kind: 'found', matches: matchedLines, matchedLines, lines: bits.buffer } as const;
  };

  spansOfRows = ({ pattern, texts }: Parameters<BigLogHostApi['spansOfRows']>[0]) =>
    texts.map((text) => {
      const at = text.indexOf(pattern.text);
      return at < 0 ? [] : ([[at, pattern.text.length]] as const);
    });

  lineOfTime = () => null;
  foundRows = () => {
    if (this.shown === null) return { rows: null, places: null };
    const rows = new Uint8Array(Math.ceil(this.shown.length / 8));
    for (const [row, line] of this.shown.entries())
      if (this.lastFound.has(line)) rows[row >>> 3] |= 1 << (row & 7);
    return { rows: rows.buffer, places: null };
  };
  placesInOrder = (lines: readonly ViewLine[]) => lines;
  lineAtPlace = (place: number) => place as ViewLine;
  toggledColumns = 0;
  toggleColumns = () => {
    this.toggledColumns++;
  };
  chooseColumns = () => undefined;
  listedGaps = 0;
  listLongestGaps = () => {
    this.listedGaps++;
  };

  copy = ({ from, until }: { from: number; until: number }) => {
    this.copied.push({ from, until });
    return { lines: until - from + 1, problem: null };
  };

  changeReading = (change: Partial<Reading>) => {
    this.reading = { ...this.reading, ...change };
    const texts = this.reading.filter.clauses.flatMap(({ test, enabled }) =>
      enabled && test.kind === 'search' ? [test.pattern.text] : [],
    );
    this.shown = texts.length === 0 ? null : this.linesWith(texts);
    const rows = this.shown?.length ?? this.options.lines;
    this.tellReading(this.reading, rows, this.options.lines - rows);
  };

  private linesWith(texts: readonly string[]): number[] {
    const lines = [];
    for (let line = 0; line < this.options.lines; line++)
      if (texts.every((text) => this.options.textOf(line).includes(text))) lines.push(line);
    return lines;
  }

  act = (request: LineActionRequest) => {
    this.acts.push(request);
  };
  analyse = () => undefined;
  cancelAnalysis = () => undefined;
  openAgain = () => undefined;
  follow = () => undefined;
  placed = () => undefined;
  painted = (milliseconds: number) => {
    this.paintedMs = milliseconds;
  };
}
