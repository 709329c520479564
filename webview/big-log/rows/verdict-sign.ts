import { tell } from '../../shared/tell';
import type { LabelVerdict } from '../terms';

/** The signs of VS Code's gutter, drawn by `styles/labels.css`: a tag, with what tells them apart without colour. */
export function verdictClass(verdict: LabelVerdict | null): string {
  if (verdict === null) return 'verdict';
  return verdict === 'normal' ? 'verdict verdict-normal codicon codicon-check' : 'verdict verdict-anomalous';
}

export function verdictWord(verdict: LabelVerdict): string {
  return verdict === 'normal' ? tell('Marked as normal') : tell('Marked as anomalous');
}
