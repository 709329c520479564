import * as vscode from 'vscode';
import { formatNumber } from '../shared/localise';

/** How many different values stand behind placeholders, by kind: `3 × IP`, in the kinds' own names, which stand in the payload, too. */
export function hiddenWords(counts: ReadonlyMap<string, number> | undefined): readonly string[] {
  return [...(counts ?? [])].map(([kind, count]) => `${formatNumber(count)} × ${kindWord(kind)}`);
}

function kindWord(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    EMAIL: vscode.l10n.t('e-mail address'),
    IP: vscode.l10n.t('IP address'),
    TOKEN: vscode.l10n.t('token'),
    KEY: vscode.l10n.t('key'),
    PASSWORD: vscode.l10n.t('password'),
    CARD: vscode.l10n.t('card number'),
    PHONE: vscode.l10n.t('phone number'),
    ID_NUMBER: vscode.l10n.t('identity number'),
    USER: vscode.l10n.t('user name'),
    TEXT: vscode.l10n.t('text like a placeholder'),
  };
  return Object.hasOwn(words, kind) ? words[kind] : kind;
}
