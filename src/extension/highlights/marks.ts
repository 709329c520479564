import * as vscode from 'vscode';
import type { TemplateId } from '../../engine/model/units';
import type { Highlight, HighlightColour } from '../../protocol/reading';
import type { Analyses } from '../shared/analyses';
import type { Readings } from '../shared/readings';
import { mergedSpans } from '../shared/spans';
import { logOf } from '../shared/understood-uri';
import { highlightBackgrounds, highlightColours } from './colours';
import { rulerSpans } from './ruler';
import { colouredTemplates, TemplateLines } from './template-lines';
import { spansOfWord } from './words-in-lines';

/** Lines above and below the visible ones that are painted too, so that scrolling shows no bare ones. */
const margin = 100;

/** What the marks of a ruler were looked for by. */
interface Ruled {
  readonly highlights: readonly Highlight[];
  readonly report: object | undefined;
}

type ByColour = Map<HighlightColour, vscode.Range[]>;

/** Paints highlighted words and lines of templates on what is visible, and in the overview ruler all over. */
export class HighlightMarks implements vscode.Disposable {
  private readonly types = highlightColours.map((colour) => {
    const background = new vscode.ThemeColor(highlightBackgrounds[colour]);
    return {
      colour,
      word: vscode.window.createTextEditorDecorationType({
        backgroundColor: background,
        borderRadius: '2px',
      }),
      line: vscode.window.createTextEditorDecorationType({ backgroundColor: background, isWholeLine: true }),
      ruler: vscode.window.createTextEditorDecorationType({
        overviewRulerColor: background,
        overviewRulerLane: vscode.OverviewRulerLane.Center,
      }),
    };
  });
  private readonly templates: TemplateLines;
  /** By editor what its ruler shows, so that scrolling looks for nothing. */
  private readonly ruled = new WeakMap<vscode.TextEditor, Ruled>();

  constructor(
    private readonly readings: Readings,
    private readonly analyses: Analyses,
  ) {
    this.templates = new TemplateLines(analyses);
  }

  paintAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.paint(editor);
  }

  /** Of an editor that shows something else the marks are taken away. */
  paint(editor: vscode.TextEditor): void {
    const highlights = this.of(editor);
    if (highlights.length === 0 && !this.ruled.has(editor)) return;
    this.paintVisible(editor, highlights);
    void this.askTemplates(editor, highlights);
    void this.paintRuler(editor, highlights);
  }

  dispose(): void {
    for (const { word, line, ruler } of this.types) vscode.Disposable.from(word, line, ruler).dispose();
  }

  private of({ document }: vscode.TextEditor): readonly Highlight[] {
    return this.readings.of(logOf(document.uri)).highlights;
  }

  private paintVisible(editor: vscode.TextEditor, highlights: readonly Highlight[]): void {
    const words: ByColour = new Map();
    const windows = windowsOf(editor);
    for (const highlight of highlights) {
      if (highlight.kind === 'word')
        add(words, highlight.colour, wordRanges(highlight.text, editor.document, windows));
    }
    const lines = this.lineRanges(editor, highlights, windows);
    for (const { colour, word, line } of this.types) {
      editor.setDecorations(word, words.get(colour) ?? []);
      editor.setDecorations(line, lines.get(colour) ?? []);
    }
  }

  private lineRanges(
    { document: { uri } }: vscode.TextEditor,
    highlights: readonly Highlight[],
    windows: readonly Window[],
  ): ByColour {
    const ranges: ByColour = new Map();
    const coloured = this.coloured(uri, highlights);
    if (coloured.size === 0) return ranges;
    for (const line of linesOf(windows)) {
      const template = this.templates.of(uri, line + 1);
      const colour = template === undefined ? undefined : coloured.get(template);
      if (colour !== undefined) add(ranges, colour, [new vscode.Range(line, 0, line, 0)]);
    }
    return ranges;
  }

  private async askTemplates(editor: vscode.TextEditor, highlights: readonly Highlight[]): Promise<void> {
    const { uri } = editor.document;
    if (this.coloured(uri, highlights).size === 0) return;
    const lines = [...linesOf(windowsOf(editor))].map((line) => line + 1);
    if (await this.templates.ask(uri, lines)) this.paintVisible(editor, this.of(editor));
  }

  private async paintRuler(editor: vscode.TextEditor, highlights: readonly Highlight[]): Promise<void> {
    const { document } = editor;
    const former = this.ruled.get(editor);
    const ruled: Ruled = { highlights, report: this.analyses.get(document.uri)?.report };
    if (former?.highlights === highlights && former.report === ruled.report) return;
    this.ruled.set(editor, ruled);
    const isOff = () => this.ruled.get(editor) !== ruled || document.isClosed;
    const found: ByColour = new Map();
    for (const highlight of highlights) {
      const template = this.templateOf(document.uri, highlight);
      const spans = await rulerSpans(highlight, document, template, this.analyses, isOff);
      if (!spans) return;
      add(
        found,
        highlight.colour,
        spans.map(({ line, endLine }) => new vscode.Range(line - 1, 0, endLine - 1, 0)),
      );
    }
    if (isOff()) return;
    for (const { colour, ruler } of this.types) editor.setDecorations(ruler, found.get(colour) ?? []);
    if (highlights.length === 0) this.ruled.delete(editor);
  }

  private templateOf(uri: vscode.Uri, highlight: Highlight): TemplateId | undefined {
    return [...this.coloured(uri, [highlight]).keys()][0];
  }

  private coloured(
    uri: vscode.Uri,
    highlights: readonly Highlight[],
  ): ReadonlyMap<TemplateId, HighlightColour> {
    const log = this.analyses.get(uri);
    return log ? colouredTemplates(highlights, log) : new Map();
  }
}

/** 0-based; `end` is not part of it. */
type Window = readonly [first: number, end: number];

function windowsOf({ document, visibleRanges }: vscode.TextEditor): Window[] {
  const spans = visibleRanges.map(({ start, end }) => ({
    line: Math.max(0, start.line - margin),
    endLine: Math.min(document.lineCount - 1, end.line + margin),
  }));
  // Folded regions cut what is visible into pieces whose margins overlap.
  return mergedSpans(spans, spans.length).map(({ line, endLine }) => [line, endLine + 1]);
}

function* linesOf(windows: readonly Window[]): Generator<number> {
  for (const [first, end] of windows) for (let line = first; line < end; line++) yield line;
}

function wordRanges(word: string, document: vscode.TextDocument, windows: readonly Window[]): vscode.Range[] {
  return windows
    .flatMap((window) => spansOfWord(word, window, (line) => document.lineAt(line).text))
    .map(({ line, start, end }) => new vscode.Range(line, start, line, end));
}

function add(ranges: ByColour, colour: HighlightColour, more: readonly vscode.Range[]): void {
  ranges.set(colour, [...(ranges.get(colour) ?? []), ...more]);
}
