/** What a key does to the caret or the view. `row` is absolute, rows and columns otherwise relative; Infinity is the end. */
export type KeyMove =
  | { readonly kind: 'rows'; readonly by: number }
  | { readonly kind: 'row'; readonly to: number }
  | { readonly kind: 'columns'; readonly by: number }
  | { readonly kind: 'words'; readonly by: 1 | -1 }
  | { readonly kind: 'column'; readonly to: number }
  /** Scrolls and leaves the caret. */
  | { readonly kind: 'scroll'; readonly by: number };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Null: a key that does not move. `page`: whole rows in the view. On macOS Cmd with an arrow goes to the ends, as in its editors. */
export function moveOfKey(press: KeyPress, page: number): KeyMove | null {
  if (press.metaKey) return macMoves[press.key] ?? null;
  if (press.ctrlKey) return press.altKey ? null : (ctrlMoves[press.key] ?? null);
  if (press.altKey) return altMoves(press.key, page);
  const step = Math.max(1, page - 1);
  if (press.key === 'PageUp') return { kind: 'rows', by: -step };
  if (press.key === 'PageDown') return { kind: 'rows', by: step };
  return plainMoves[press.key] ?? null;
}

const plainMoves: Readonly<Record<string, KeyMove>> = {
  ArrowUp: { kind: 'rows', by: -1 },
  ArrowDown: { kind: 'rows', by: 1 },
  ArrowLeft: { kind: 'columns', by: -1 },
  ArrowRight: { kind: 'columns', by: 1 },
  Home: { kind: 'column', to: 0 },
  End: { kind: 'column', to: Infinity },
};

const ctrlMoves: Readonly<Record<string, KeyMove>> = {
  ArrowUp: { kind: 'scroll', by: -1 },
  ArrowDown: { kind: 'scroll', by: 1 },
  ArrowLeft: { kind: 'words', by: -1 },
  ArrowRight: { kind: 'words', by: 1 },
  Home: { kind: 'row', to: 0 },
  End: { kind: 'row', to: Infinity },
};

const macMoves: Readonly<Record<string, KeyMove>> = {
  ArrowUp: { kind: 'row', to: 0 },
  ArrowDown: { kind: 'row', to: Infinity },
  ArrowLeft: { kind: 'column', to: 0 },
  ArrowRight: { kind: 'column', to: Infinity },
};

function altMoves(key: string, page: number): KeyMove | null {
  if (key === 'PageUp') return { kind: 'scroll', by: -page };
  if (key === 'PageDown') return { kind: 'scroll', by: page };
  return null;
}
