/** The request to the program that makes a caseload. */
export interface BuildRequest {
  readonly folder: string;
  readonly cases: number;
}

/** What it took to make it. */
export interface Built {
  readonly events: number;
  readonly recordSeconds: number;
  readonly viewSeconds: number;
}

/** The same caseload each time. */
export const seed = 1;
