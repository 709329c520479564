import * as vscode from 'vscode';
import type { AnsiLine } from '../../protocol/text-views';
import { type Colour, type Look, lookOf } from './ansi-colours';

type Type = vscode.TextEditorDecorationType;

/** Lines above and below those on screen. */
const margin = 100;
/** Of a line; the rest of it stays as it is. */
const mostChars = 5000;
/** VS Code keeps a style sheet rule for each; what comes after these keeps the text's own colour. */
const mostLooks = 200;

/** Gives the text between ANSI escapes the colours they name, in the lines on screen, and makes the escapes themselves fade. */
export class AnsiPainter implements vscode.Disposable {
  private readonly looks = new Map<string, Type>();
  /** All of it stays where it is, and can be found and copied. */
  private readonly faded: Type = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('editorWhitespace.foreground'),
  });
  private readonly painted = new WeakSet<vscode.TextEditor>();
  private readonly painting = new WeakMap<vscode.TextEditor, 'once' | 'again'>();
  /** Cleared since: what is still being worked out for them is no longer wanted. */
  private readonly cleared = new WeakSet<vscode.TextEditor>();

  constructor(private readonly ansiOf: (lines: readonly string[]) => Promise<readonly AnsiLine[]>) {}

  /** Calls while it is at work become one more. */
  async paint(editor: vscode.TextEditor): Promise<void> {
    this.cleared.delete(editor);
    if (this.painting.has(editor)) {
      this.painting.set(editor, 'again');
      return;
    }
    this.painting.set(editor, 'once');
    try {
      await this.paintVisible(editor);
    } finally {
      const isWanted = this.painting.get(editor) === 'again';
      this.painting.delete(editor);
      if (isWanted) void this.paint(editor);
    }
  }

  clear(editor: vscode.TextEditor): void {
    this.cleared.add(editor);
    if (this.painting.has(editor)) this.painting.set(editor, 'once');
    if (!this.painted.delete(editor)) return;
    for (const type of [this.faded, ...this.looks.values()]) editor.setDecorations(type, []);
  }

  dispose(): void {
    for (const type of [this.faded, ...this.looks.values()]) type.dispose();
  }

  private async paintVisible(editor: vscode.TextEditor): Promise<void> {
    const lines = escapedLines(editor);
    if (lines.length === 0) {
      this.clear(editor);
      return;
    }
    const { version } = editor.document;
    const found = await this.ansiOf(lines.map(({ text }) => text)).catch(() => []);
    if (editor.document.version !== version || this.cleared.has(editor)) return;
    const ranges = new Map<Type, vscode.Range[]>([[this.faded, []]]);
    for (const type of this.looks.values()) ranges.set(type, []);
    for (const [index, ansi] of found.entries()) this.collect(ansi, lines[index].line, ranges);
    for (const [type, places] of ranges) editor.setDecorations(type, places);
    this.painted.add(editor);
  }

  private collect({ escapes, styles }: AnsiLine, line: number, ranges: Map<Type, vscode.Range[]>): void {
    const range = ({ start, length }: { start: number; length: number }) =>
      new vscode.Range(line, start, line, start + length);
    ranges.get(this.faded)?.push(...escapes.map(range));
    for (const style of styles) {
      const type = this.typeOf(lookOf(style));
      if (!type) continue;
      const places = ranges.get(type);
      if (places) places.push(range(style));
      else ranges.set(type, [range(style)]);
    }
  }

  private typeOf(look: Look): Type | undefined {
    const key = JSON.stringify(look);
    const known = this.looks.get(key);
    if (known || this.looks.size === mostLooks) return known;
    const type = vscode.window.createTextEditorDecorationType(optionsOf(look));
    this.looks.set(key, type);
    return type;
  }
}

interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

function escapedLines({ document, visibleRanges }: vscode.TextEditor): readonly NumberedLine[] {
  const lines = new Map<number, NumberedLine>();
  for (const { start, end } of visibleRanges) {
    const last = Math.min(document.lineCount - 1, end.line + margin);
    for (let line = Math.max(0, start.line - margin); line <= last; line++) {
      const text = document.lineAt(line).text.slice(0, mostChars);
      if (text.includes('\u001b')) lines.set(line, { line, text });
    }
  }
  return [...lines.values()];
}

function optionsOf(look: Look): vscode.DecorationRenderOptions {
  const options: vscode.DecorationRenderOptions = {
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  };
  if (look.colour) options.color = themed(look.colour);
  if (look.background) options.backgroundColor = themed(look.background);
  if (look.bold) options.fontWeight = 'bold';
  if (look.italic) options.fontStyle = 'italic';
  if (look.dim) options.opacity = '0.7';
  if (look.line !== undefined) options.textDecoration = look.line;
  return options;
}

function themed(colour: Colour): string | vscode.ThemeColor {
  return 'theme' in colour ? new vscode.ThemeColor(colour.theme) : colour.hex;
}
