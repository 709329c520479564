import { expect, test } from 'vitest';
import type { DashboardState } from '../../../src/protocol/dashboard';
import { Model } from '../../../webview/dashboard/model';

const state = (uri: string) =>
  ({ uri, range: { from: '3', until: '4' }, log: null }) as unknown as DashboardState;

test('what was chosen of one log is not chosen of the next', () => {
  const model = new Model({ call: async () => undefined as never }, state('file:/a.log'));
  model.setAgainst({ from: '1', until: '2' });
  model.chartTemplate(7);
  model.update(state('file:/a.log'));
  expect([model.against, model.template]).toEqual([{ from: '1', until: '2' }, 7]);
  const told: string[][] = [];
  model.onChange((changed) => told.push([...changed].sort()));
  model.update(state('file:/b.log'));
  expect([model.against, model.template]).toEqual([null, null]);
  expect(told).toEqual([['against', 'state', 'template']]);
});
