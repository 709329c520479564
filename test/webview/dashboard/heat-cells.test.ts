import { expect, test } from 'vitest';
import { shadeOf } from '../../../webview/dashboard/heat-map/heat-grid';
import { serviceCells } from '../../../webview/dashboard/heat-map/service-cells';
import { columnName } from '../../../webview/dashboard/heat-map/services-section';

test('the shade grows with the count, from 1 to 5; none is 0', () => {
  const shades = [0, 1, 3, 10, 100, 1000].map((count) => shadeOf(count, 1000));
  expect(shades[0]).toBe(0);
  expect(shades[1]).toBe(1);
  expect(shades.at(-1)).toBe(5);
  expect([...shades].sort((a, b) => a - b)).toEqual(shades);
  expect(shadeOf(1, 1)).toBe(5);
});

test('services stand by how many anomalies they have, those beyond sixteen together', () => {
  const services = 20;
  const seconds = Float64Array.from({ length: services * 2 }, (_, i) => i);
  // The first has two more than the others.
  const ofLine = Uint16Array.from(seconds, (_, i) => (i < 3 ? 0 : i % services));
  const names = Array.from({ length: services }, (_, i) => `service-${i}`);
  const { services: shown, counts, bins } = serviceCells(seconds, { names, ofLine }, 0, 39, 10);
  expect(shown.length).toBe(17);
  expect(shown[0]).toBe('service-0');
  expect(shown.at(-1)).toBeNull();
  expect(counts.length).toBe(17 * bins);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(seconds.length);
});

test('what names no service or has no time is in no cell', () => {
  const components = { names: ['api'], ofLine: Uint16Array.from([0, 0xffff, 0]) };
  const { counts } = serviceCells(Float64Array.from([1, 1, Number.NaN]), components, 0, 2, 4);
  expect([...counts]).toEqual([0, 0, 1, 0]);
});

test.each([
  ['days', 5 * 86_400, ['03-14', '03-14']],
  ['hours', 6 * 3600, ['09:10', '09:11']],
  ['a minute', 60, ['09:10:00', '09:11:00']],
  ['a second', 1, ['09:10:00.000', '09:11:00.000']],
])('columns of %s are named so that they are told apart', (_, span, names) => {
  const at = (clock: string) => `${Date.parse(`2026-03-14T${clock}Z`)}000000`;
  expect([at('09:10:00'), at('09:11:00')].map((time) => columnName(time, 'UTC', span))).toEqual(names);
});
