import assert from 'node:assert/strict';
import { closeSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { FilterTest, LogFilter } from '../../../src/engine/filter/filter';
import type { AnalysedLog, Analyses } from '../../../src/extension/shared/analyses';
import { type ShowingStatus, ShownRows } from '../../../src/extension/shared/shown-rows';
import { SearchClient } from '../../../src/node/search/search-client';
import type { ShownLinesRequest } from '../../../src/protocol/line-facts';
import type { ShowRequest, ViewLine } from '../../../src/protocol/log-lines';
import { plainReading } from '../../../src/protocol/reading';
import { until, writeLog } from './log-files';

const text = ['ferry 1 left', 'engine of ferry 2 failed', 'ferry 3 left', 'fog'].join('\n');
const lines = 4;
const extensionPath = vscode.extensions.getExtension('oddline.oddline')?.extensionPath ?? '';

const filterOf = (test: FilterTest): LogFilter => ({
  clauses: [{ mode: 'include', test, enabled: true }],
  context: 0,
});
const words = (wanted: string, kind: 'text' | 'regex' = 'text') =>
  filterOf({ kind: 'search', pattern: { kind, text: wanted, caseSensitive: true, wholeWord: false } });
const warnings = filterOf({ kind: 'level', atLeast: 'warn' });

const bitsOf = (byte: number) => Uint8Array.of(byte).buffer;
const byteOf = (bits: ArrayBuffer | null | undefined) => (bits ? new Uint8Array(bits)[0] : bits);

/** A thread of lines, and an analysis, that keep what they were asked. */
class Surroundings {
  readonly shown: ShowRequest[] = [];
  readonly asked: ShownLinesRequest[] = [];
  readonly told: ShowingStatus['kind'][] = [];
  readonly rows: ShownRows;
  analyses = 0;
  /** When the thread of lines answers. */
  answered: Promise<void> = Promise.resolve();
  private report: object | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly uri = writeLog('shown-rows.log', text);
  private readonly descriptor = openSync(this.uri.fsPath, 'r');
  private readonly search = new SearchClient({
    workerPath: path.join(extensionPath, 'dist/search-worker.js'),
    threads: 1,
  });

  constructor(private readonly canAnalyse = true) {
    const progress = { lines, sourceLines: [lines] };
    const { descriptor } = this;
    const bytes = statSync(this.uri.fsPath).size;
    const client = {
      indexed: async () => progress,
      descriptors: async () => [{ descriptor, textStart: 0, bytes, firstLine: 0 as ViewLine, lines }],
      show: async (request: ShowRequest) => {
        this.shown.push(request);
        await this.answered;
        return { rows: 1, hiddenLines: 3 };
      },
    };
    const analyses = {
      get: () =>
        this.report && ({ report: this.report, findings: [], stale: undefined } as unknown as AnalysedLog),
      isRunning: () => false,
      onDidChange: this.changed.event,
      ask: () => ({
        shownLines: async (request: ShownLinesRequest) => {
          this.asked.push(request);
          return { lines: bitsOf(0b0010), context: null, folds: null, records: 4, shownRecords: 1 };
        },
      }),
    };
    this.rows = new ShownRows({
      log: {
        uri: this.uri,
        client,
        progress: () => progress,
        onChanged: () => new vscode.Disposable(() => {}),
      },
      analyses,
      search: this.search,
      analyse: async () => this.analyse(),
    } as unknown as ConstructorParameters<typeof ShownRows>[0] & { analyses: Analyses });
    this.rows.onDidChangeStatus(({ kind }) => this.told.push(kind));
  }

  analyse(): void {
    this.analyses++;
    if (!this.canAnalyse) return;
    this.report = {};
    this.changed.fire();
  }

  show(filter: LogFilter) {
    return this.rows.apply({ ...plainReading, filter });
  }

  dispose(): void {
    this.rows.dispose();
    this.search.dispose();
    this.changed.dispose();
    closeSync(this.descriptor);
  }
}

describe('what is shown of a log', () => {
  let log: Surroundings;
  beforeEach(() => {
    log = new Surroundings();
  });
  afterEach(() => log.dispose());

  it('is all of it by a plain reading, without a word to its thread', async () => {
    assert.equal((await log.show(plainReading.filter))?.rows, lines);
    assert.deepEqual(log.shown, []);
  });

  it('is the lines with the words, where nothing was analysed', async () => {
    const shown = await log.show(words('ferry'));
    assert.deepEqual([shown?.unit, shown?.shownRecords, log.analyses], ['line', 3, 0]);
    assert.equal(byteOf(log.shown[0].lines), 0b0111);
  });

  it('is the records that fit, once the log is analysed for that', async () => {
    const shown = await log.show(warnings);
    assert.deepEqual([shown?.unit, shown?.shownRecords, log.analyses], ['record', 1, 1]);
    assert.equal(log.told[0], 'analysing');
    assert.equal(byteOf(log.shown.at(-1)?.lines), 0b0010);
    assert.equal(log.rows.status.kind, 'settled');
  });

  it('is by records as soon as there are some', async () => {
    await log.show(words('ferry'));
    log.analyse();
    await until('shown by records', () => log.rows.shown?.unit === 'record');
    assert.equal(byteOf(log.asked[0].searched[0]), 0b0111);
  });

  it('is what was asked for last', async () => {
    const [first, last] = await Promise.all([log.show(words('ferry')), log.show(words('fog'))]);
    assert.equal(first, undefined);
    assert.equal(byteOf(last?.lines.lines), 0b1000);
  });

  it('is all of it again, though the thread was being told of a filter nobody waits for', async () => {
    let answer = () => {};
    log.answered = new Promise((resolve) => {
      answer = resolve;
    });
    const first = log.show(words('fog'));
    await until('the thread was told', () => log.shown.length === 1);
    const all = log.show(plainReading.filter);
    answer();
    await Promise.all([first, all]);
    assert.equal(log.shown.length, 2);
    assert.equal(log.shown[1].lines, null);
  });

  it('stays where a pattern is none, and says what is wrong', async () => {
    await log.show(words('fog'));
    assert.equal(await log.show(words('(fog', 'regex')), undefined);
    const { status } = log.rows;
    assert.equal(status.kind === 'problem' && status.problem.code, 'bad-pattern');
    assert.equal(byteOf(log.rows.shown?.lines.lines), 0b1000);
  });

  it('stays where the log could not be analysed', async () => {
    const silent = new Surroundings(false);
    assert.equal(await silent.show(warnings), undefined);
    const { status } = silent.rows;
    assert.equal(status.kind === 'problem' && status.problem.code, 'needs-analysis');
    silent.dispose();
  });
});
