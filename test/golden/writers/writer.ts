import type { Event } from '../events';

/** Writes an event as one format does: its lines, without the last line end and without the trace below. */
export type Writer = (event: Event) => string;

export type Writers = Readonly<Record<string, Writer>>;
