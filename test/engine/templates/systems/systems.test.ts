import { expect, test } from 'vitest';
import { accuracyOf, templatesOfLines } from './accuracy';
import { chinese, harbour, japanese, korean } from './languages';
import { cluster, desktop, doorkeeper } from './machines';
import { healthApp, phoneSystem } from './phones';
import { broker, gateway, quorum, scheduler } from './services';
import { write } from './system';
import { builder, database, game } from './tools';

const systems = [
  healthApp,
  phoneSystem,
  cluster,
  desktop,
  doorkeeper,
  scheduler,
  quorum,
  broker,
  gateway,
  builder,
  game,
  database,
  chinese,
  japanese,
  korean,
  harbour,
];

test.each(systems)('groups the lines of $name', (system) => {
  const { lines, truth } = write(system, 2000, 7);
  const { ids } = templatesOfLines(lines);
  const { ga, fga } = accuracyOf(ids, truth);
  expect(ga).toBeGreaterThanOrEqual(system.floors.ga);
  expect(fga).toBeGreaterThanOrEqual(system.floors.fga);
});
