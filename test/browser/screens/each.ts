import type { Demonstration } from './demonstration.js';
import type { Device, Screen } from './screen.js';

/** What each part of the tests of the screens is given. */
export interface Each {
  readonly demonstration: () => Demonstration;
  /** A browser of somebody who has signed in. It is closed after the test, which fails where its pages complained. */
  readonly open: (person: string, device?: Device) => Promise<Screen>;
}
