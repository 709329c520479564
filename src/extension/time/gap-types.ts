import * as vscode from 'vscode';
import type { Heat } from '../../protocol/gap-text';

/** Of the theme colours, by heat; a time that is nothing special is as faint as VS Code's own hints. */
const colours: Readonly<Record<Heat, string>> = {
  0: 'editorCodeLens.foreground',
  1: 'oddline.gap1Foreground',
  2: 'oddline.gap2Foreground',
  3: 'oddline.gap3Foreground',
  4: 'oddline.gap4Foreground',
};

/** What stands before a line, as wide as all others: lines must stay in their columns. */
export function before(text: string, heat: Heat, width: number): vscode.DecorationInstanceRenderOptions {
  return {
    before: {
      // VS Code draws nothing for an empty text.
      contentText: text === '' ? '\u00a0' : text.replaceAll(' ', '\u00a0'),
      color: new vscode.ThemeColor(colours[heat]),
      width: `${width}ch`,
      margin: '0 1.5ch 0 0',
      fontStyle: 'normal',
    },
  };
}
