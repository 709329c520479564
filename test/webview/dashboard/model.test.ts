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

test('what the host says of a range while another is on its way does not come between', async () => {
  const ends: (() => void)[] = [];
  const call = () => new Promise<never>((resolve) => ends.push(() => resolve(undefined as never)));
  const model = new Model({ call }, state('file:/a.log'));
  const [first, second, others] = ['1', '2', '8'].map((from) => ({ from, until: '9' }));
  model.setRange(first);
  model.setRange(second);
  model.setAgainst(first);
  model.rangeTold(first);
  ends[0]();
  await settled();
  model.update({ ...state('file:/a.log'), range: null });
  model.rangeTold(second);
  expect([model.range, model.against]).toEqual([second, first]);
  // Somebody set it elsewhere, behind the page's.
  model.rangeTold(others);
  ends[1]();
  await settled();
  expect(model.range).toEqual(others);
});

const settled = () => new Promise((resolve) => setImmediate(resolve));
