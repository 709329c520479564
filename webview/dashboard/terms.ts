import type { DashboardState, IncidentCard } from '../../src/protocol/dashboard';
import type { Contrasted } from '../../src/protocol/log-shape';

/** The engine's types as the protocol shows them: a view knows nothing else of the engine. */
export type DashboardLog = NonNullable<DashboardState['log']>;
export type Severity = IncidentCard['severity'];
export type DetectorId = DashboardLog['detectors'][number];
export type FilterTest = NonNullable<Contrasted['filter']>;
export type TemplateId = NonNullable<Contrasted['template']>;
export type TimeRange = NonNullable<DashboardState['range']>;

/** In the order of `Level`. */
export const levelNames = ['none', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LevelName = (typeof levelNames)[number];

/** In the order of `severities`. */
export const severityNames = ['low', 'medium', 'high', 'critical'] as const;
