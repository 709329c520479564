import * as vscode from 'vscode';
import { bigLogViewType, packedLogViewType } from '../shared/big-log-tabs';
import { BigLogDocument } from './document';
import type { BigLogParts } from './parts';
import { Places } from './places';
import { BigLogView } from './view';

/** Read-only, of any size: VS Code hands an extension no document over 50 million characters. */
export class BigLogProvider implements vscode.CustomReadonlyEditorProvider<BigLogDocument> {
  private readonly places: Places;
  private readonly views = new Set<BigLogView>();

  constructor(private readonly parts: BigLogParts) {
    this.places = new Places(parts.memento);
  }

  /** The one in front. */
  get active(): BigLogView | undefined {
    return [...this.views].find(({ panel }) => panel.active);
  }

  register(): vscode.Disposable {
    const options = {
      supportsMultipleEditorsPerDocument: true,
      // A page of its own costs memory while nobody looks at it; its place is kept here.
      webviewOptions: { retainContextWhenHidden: false },
    };
    const register = (viewType: string) =>
      vscode.window.registerCustomEditorProvider(viewType, this, options);
    return vscode.Disposable.from(register(bigLogViewType), register(packedLogViewType));
  }

  openCustomDocument(uri: vscode.Uri): BigLogDocument {
    return new BigLogDocument(uri, this.parts);
  }

  resolveCustomEditor(document: BigLogDocument, panel: vscode.WebviewPanel): void {
    const { editors } = this.parts;
    const view = new BigLogView(document, panel, this.parts, this.places);
    const registration = editors.add(view);
    this.views.add(view);
    if (panel.active) editors.activated(view);
    panel.onDidChangeViewState(() => {
      if (panel.active) editors.activated(view);
    });
    panel.onDidDispose(() => {
      this.views.delete(view);
      vscode.Disposable.from(registration, view).dispose();
    });
  }
}
