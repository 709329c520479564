import { onOneLine } from './markdown';

/** More does not fit on a screen. */
const longest = 300;
const icon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g;

/** Log text as the label, description or detail of a quick pick, where VS Code would draw `$(name)` as an icon. */
export function quickPickText(text: string): string {
  return onOneLine(text.slice(0, longest)).replace(icon, String.raw`\$&`);
}
