import type { CountScale } from './count-scale';
import type { Geometry } from './geometry';
import type { IncidentBar } from './incident-lanes';
import type { MarkGroup } from './mark-groups';
import type { Stretch } from './stretch';
import type { Volume } from './volume';

/** All that a timeline shows, on screen and in a picture. */
export interface TimelineDrawing {
  readonly volume: Volume;
  readonly view: Stretch;
  readonly zone: string;
  readonly scale: CountScale;
  readonly groups: readonly MarkGroup[];
  readonly bars: readonly IncidentBar[];
  readonly silences: readonly Stretch[];
  readonly geometry: Geometry;
}
