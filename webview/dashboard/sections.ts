import { tell } from '../shared/tell';
import type { Section, SectionParts } from './section';

export interface SectionEntry {
  readonly id: string;
  readonly title: () => string;
  /** Also in the small view beside the editor. */
  readonly isSmall?: true;
  /** Half of a wide page. */
  readonly isHalf?: true;
  /** Loaded when it first comes on screen. */
  readonly load: () => Promise<(parts: SectionParts) => Section>;
}

/** The page from top to bottom. */
export const sectionTable: readonly SectionEntry[] = [
  {
    id: 'headlines',
    title: () => tell('In Short'),
    isSmall: true,
    load: async () => (await import('./headlines/headlines-section')).headlinesSection,
  },
  {
    id: 'incidents',
    title: () => tell('Incidents'),
    isSmall: true,
    load: async () => (await import('./incidents/incidents-section')).incidentsSection,
  },
  {
    id: 'timeline',
    title: () => tell('Timeline'),
    isSmall: true,
    load: async () => (await import('./timeline/timeline-section')).timelineSection,
  },
  {
    id: 'contrast',
    title: () => tell('What Is Different Here?'),
    load: async () => (await import('./contrast/contrast-section')).contrastSection,
  },
  {
    id: 'metrics',
    title: () => tell('System Metrics'),
    load: async () => (await import('./metrics/metrics-section')).metricsSection,
  },
  {
    id: 'heat-map',
    title: () => tell('Anomalies by Hour'),
    isHalf: true,
    load: async () => (await import('./heat-map/hours-section')).hoursSection,
  },
  {
    id: 'service-map',
    title: () => tell('Anomalies by Service'),
    isHalf: true,
    load: async () => (await import('./heat-map/services-section')).servicesSection,
  },
  {
    id: 'templates',
    title: () => tell('Templates'),
    load: async () => (await import('./templates/templates-section')).templatesSection,
  },
  {
    id: 'parameters',
    title: () => tell('Parameters'),
    load: async () => (await import('./parameters/parameters-section')).parametersSection,
  },
  {
    id: 'scores',
    title: () => tell('Scores and Sensitivity'),
    isHalf: true,
    load: async () => (await import('./scores/scores-section')).scoresSection,
  },
  {
    id: 'agreement',
    title: () => tell('Agreement of Detectors'),
    isHalf: true,
    load: async () => (await import('./scores/agreement-section')).agreementSection,
  },
  {
    id: 'lanes',
    title: () => tell('Sessions'),
    load: async () => (await import('./lanes/lanes-section')).lanesSection,
  },
  {
    id: 'comparison',
    title: () => tell('Comparison with Good Logs'),
    load: async () => (await import('./comparison/comparison-section')).comparisonSection,
  },
  {
    id: 'model',
    title: () => tell('Model'),
    load: async () => (await import('./model-page/model-section')).modelSection,
  },
];
