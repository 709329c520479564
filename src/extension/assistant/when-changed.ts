import * as vscode from 'vscode';

let times: { readonly today: Intl.DateTimeFormat; readonly earlier: Intl.DateTimeFormat } | undefined;

/** `14:03` of today, else with its day. `changed` is ISO 8601. */
export function whenChanged(changed: string, now = new Date()): string {
  const date = new Date(changed);
  if (Number.isNaN(date.getTime())) return '';
  times ??= {
    today: new Intl.DateTimeFormat(vscode.env.language, { hour: '2-digit', minute: '2-digit' }),
    earlier: new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }),
  };
  const isToday = date.toDateString() === now.toDateString();
  return isToday ? times.today.format(date) : times.earlier.format(date);
}
