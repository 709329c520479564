import { expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Label } from '../../../src/node/store/labels';
import { Uri } from '../vscode-stand-in';

vi.mock('vscode', () => import('../vscode-stand-in'));
const { KnownLabels } = await import('../../../src/extension/labelling/known-labels');
const { bookOf, emptyBook } = await import('../../../src/extension/labelling/label-book');

const uri = Uri.parse('file:/logs/shop.log') as unknown as vscode.Uri;
const label: Label = { label: 'normal', at: '2026-11-22T13:00:00Z', finding: 'a', note: 'known' };
const filed = { label, path: '/logs/.oddline/labels.jsonl' };

/** A link of a hover hands its argument over as JSON. */
const linked = JSON.parse(JSON.stringify(filed));

it.each([
  ['the row itself', filed, filed],
  ['what a link says of it', linked, filed],
  ['another file', { ...linked, path: '/home/ada/.bashrc' }, undefined],
  ['another label', { ...linked, label: { ...label, finding: 'b' } }, undefined],
  ['no label', { path: filed.path }, undefined],
  ['nothing', undefined, undefined],
])('finds what was read by %s', async (_, row, found) => {
  const known = new KnownLabels();
  known.set(uri, await bookOf([filed], emptyBook));
  expect(known.named(uri, row)).toBe(found);
});
