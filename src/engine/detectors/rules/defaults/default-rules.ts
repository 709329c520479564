import type { Category } from '../../../model/finding';
import type { Rule } from '../rule';
import { applicationRows } from './application';
import { databaseRows } from './database';
import type { DefaultRow } from './default-row';
import { networkRows } from './network';
import { securityRows } from './security';
import { systemRows } from './system';

const rowsByCategory = {
  security: securityRows,
  database: databaseRows,
  network: networkRows,
  system: systemRows,
  application: applicationRows,
} as const satisfies Readonly<Record<Category, readonly DefaultRow[]>>;

type Row = (typeof rowsByCategory)[Category][number];

/**
 * What everybody knows a trouble by; of two rules as severe that match one message the earlier counts, so what is said of less
 * stands first.
 */
export const defaultRules: readonly Rule[] = Object.entries(rowsByCategory).flatMap(([category, rows]) =>
  rows.map((row) => ruleOf(row, category as Category)),
);

function ruleOf(row: Row, category: Category): Rule {
  const { id, severity, keywords, chinese = '', level, value, burst }: DefaultRow = row;
  return {
    id,
    severity,
    category,
    title: { pattern: row.title, values: [] },
    hint: { pattern: row.hint, values: [] },
    keywords: [...listed(keywords), ...listed(chinese)],
    pattern: null,
    level: level ?? null,
    value: value ?? null,
    burst: burst ?? null,
    isOwn: false,
  };
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}
